import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import { useCallback, useState } from 'react';
import { useLocation, useNavigation, useParams } from 'react-router';
import { Duty } from '../../certificate/duty.tsx';
import type { ReadyFile as File } from '../../certificate/issued.ts';
import { HowToImport, ReadyFile } from '../../certificate/ready-file.tsx';
import { RevokeDialog } from '../../certificate/revoke-dialog.tsx';
import { ShownOnce } from '../../frame/shown-once.tsx';
import type { OwnCertificateQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { readNavigationState } from '../../lib/navigation-state.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { CertificateList } from './certificate-list.tsx';
import { ownCertificateDocument } from './own-certificate.graphql.ts';
import { RenewForm } from './renew-form.tsx';

export const loadOwnCertificate = (preload: Preload) => () =>
  preload.toPromise(preload(ownCertificateDocument, fresh));

/** What one logs on with oneself: to look at, to renew, to take back (R12). */
export function OwnCertificatePage() {
  const m = useMessages();
  const t = m.certificates.own;
  const { viewer } = usePreloaded<OwnCertificateQuery>();
  const { thumbprint } = useParams();
  const { renewed = false } = readNavigationState(useLocation().state);
  const [file, setFile] = useState<File | null>(null);
  const forget = useCallback(() => setFile(null), []);
  const resting = useNavigation().state === 'idle';
  if (viewer === null || viewer.__typename === 'BankClient') return null;

  if (file !== null) {
    return (
      <ShownOnce
        words={t}
        forget={forget}
        to={paths.ownCertificate}
        state={{ done: t.done, renewed: true }}
      >
        {(done) => (
          <>
            <PageHeading site={m.common.site}>{t.renewTitle}</PageHeading>
            <ReadyFile file={file} onSaved={done} />
          </>
        )}
      </ShownOnce>
    );
  }

  const { certificates, contract, session } = viewer;
  const inUse = session?.certificateThumbprint ?? null;
  const revoked = certificates.find(
    (each) => each.thumbprint === thumbprint && each.status === 'VALID',
  );
  return (
    <>
      <PageHeading site={m.common.site} lead={t.lead} focus={revoked === undefined}>
        {t.title}
      </PageHeading>
      {thumbprint !== undefined && revoked === undefined && resting && (
        <Notice tone="info" title={m.certificates.gone} />
      )}
      {renewed && <HowToImport trouble="RENEWED" />}
      <Duty contract={contract} />
      <Panel title={t.list}>
        <CertificateList certificates={certificates} inUse={inUse} />
      </Panel>
      {certificates.length > 0 && (
        <RenewForm
          current={certificates.find((each) => each.thumbprint === inUse) ?? null}
          onReady={setFile}
        />
      )}
      {revoked !== undefined && (
        <RevokeDialog
          key={revoked.thumbprint}
          certificate={revoked}
          others={certificates}
          needed={contract.authenticationMethod === 'CERTIFICATE'}
          back={paths.ownCertificate}
        />
      )}
    </>
  );
}
