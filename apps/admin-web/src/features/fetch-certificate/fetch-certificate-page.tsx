import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { buttonClass } from '@monban/ui/button/button';
import { useState } from 'react';
import type { ReadyFile as File } from '../../certificate/issued.ts';
import { HowToImport, ReadyFile } from '../../certificate/ready-file.tsx';
import { PublicFrame } from '../../frame/public-frame.tsx';
import { useWarningBeforeUnload } from '../../lib/use-warning-before-unload.ts';
import { paths } from '../../lib/paths.ts';
import { useCertificateWords } from '../../messages/certificate.ts';
import { useMessages } from '../../messages/messages.tsx';
import { FetchForm } from './fetch-form.tsx';

type Stage =
  | { readonly at: 'ENTRY' }
  | { readonly at: 'READY'; readonly file: File }
  | { readonly at: 'SAVED'; readonly withKey: boolean };

/** R12, for whoever has a retrieval code and is not logged on: the key is made here, and stays here. */
export function FetchCertificatePage() {
  const m = useMessages();
  const t = useCertificateWords();
  const [stage, setStage] = useState<Stage>({ at: 'ENTRY' });
  useWarningBeforeUnload(stage.at === 'READY');
  return (
    <PublicFrame>
      <PageHeading key={stage.at} site={m.common.site} lead={t.lead} focus={stage.at !== 'ENTRY'}>
        {t.title}
      </PageHeading>
      {stage.at === 'ENTRY' &&
        (isSecureContext ? (
          <FetchForm onReady={(file) => setStage({ at: 'READY', file })} />
        ) : (
          <Notice tone="danger" title={t.noCrypto} />
        ))}
      {stage.at === 'READY' && (
        <ReadyFile
          file={stage.file}
          onSaved={() => setStage({ at: 'SAVED', withKey: stage.file.text === null })}
        />
      )}
      {stage.at === 'SAVED' && (
        <>
          <Notice tone="success" title={t.done.title} live>
            {stage.withKey ? t.done.text : t.own.text}
          </Notice>
          {stage.withKey && <HowToImport trouble="FETCHED" />}
        </>
      )}
      {stage.at !== 'READY' && (
        <p>
          <a
            className={buttonClass(stage.at === 'SAVED' ? 'primary' : 'secondary')}
            href={paths.home}
          >
            {t.done.toLogon}
          </a>
        </p>
      )}
    </PublicFrame>
  );
}
