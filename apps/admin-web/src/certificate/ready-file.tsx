import { administratorName } from '@monban/domain/history-event';
import { Button } from '@monban/ui/button/button';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { Notice } from '@monban/ui/notice/notice';
import { Panel } from '@monban/ui/panel/panel';
import { useState } from 'react';
import { momentText } from '../lib/moment.ts';
import { saveFile } from '../lib/save-file.ts';
import { useCertificateWords } from '../messages/certificate.ts';
import { useLanguage } from '../messages/messages.tsx';
import type { ReadyFile as File } from './issued.ts';

/** A file that is in this page's memory alone, until somebody says that they have saved it. */
export function ReadyFile(props: { readonly file: File; readonly onSaved: () => void }) {
  const { file, onSaved } = props;
  const { locale } = useLanguage();
  const words = useCertificateWords();
  const t = words.ready;
  const [handed, setHanded] = useState(false);
  const { person, serial, until } = file.issued.certificate;
  const save = () => {
    saveFile([file.content], file.type, file.name);
    setHanded(true);
  };
  return (
    <>
      <Notice tone="warning" title={t.text} live>
        {file.text === null ? t.savedHint : words.own.text}
      </Notice>
      <Panel title={t.title}>
        <DescriptionList
          items={[
            { term: t.whose, detail: person === administratorName ? t.administrator : person },
            { term: t.until, detail: momentText(until, locale) },
            { term: t.serial, detail: <span className="font-mono break-all">{serial}</span> },
            { term: t.name, detail: <span className="font-mono break-all">{file.name}</span> },
          ]}
        />
        <div className="flex flex-wrap gap-3">
          <Button kind={handed ? 'secondary' : 'primary'} onPress={save}>
            {handed ? t.again : t.save}
          </Button>
          <Button kind={handed ? 'primary' : 'secondary'} onPress={onSaved}>
            {t.saved}
          </Button>
        </div>
        {file.text === null && <p className="font-bold">{t.apart}</p>}
      </Panel>
      {file.text === null ? <HowToImport /> : <Pem text={file.text} />}
    </>
  );
}

/** To be copied, for whoever would rather not save. */
function Pem({ text }: { readonly text: string }) {
  const t = useCertificateWords().own;
  return (
    <Panel title={t.pem}>
      <p className="text-subtle">{t.copyHint}</p>
      <pre className="rounded-8 bg-sunken p-4 font-mono text-sm break-all whitespace-pre-wrap">
        {text}
      </pre>
    </Panel>
  );
}

/** Only what is known to work is called by name. `trouble`: how the certificate was got, once its file is out of hand. */
export function HowToImport({ trouble }: { readonly trouble?: 'FETCHED' | 'RENEWED' }) {
  const t = useCertificateWords().how;
  return (
    <Panel title={t.title}>
      {t.systems.map(({ name, steps }) => (
        <section key={name} className="flex flex-col gap-2">
          <h3 className="font-bold">{name}</h3>
          <ol className="list-decimal pl-6">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
      <section className="flex flex-col gap-2">
        <h3 className="font-bold">{t.others.name}</h3>
        <ul className="list-disc pl-6">
          {t.others.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <p>{t.logon}</p>
      {trouble !== undefined && (
        <section className="flex flex-col gap-2">
          <h3 className="font-bold">{t.trouble.title}</h3>
          <p>{t.trouble[trouble]}</p>
        </section>
      )}
    </Panel>
  );
}
