import { longestPem } from '@monban/domain/certificate';
import { FileField } from '@monban/ui/file-field/file-field';
import { TextArea } from '@monban/ui/text-area/text-area';
import { useRef, useState } from 'react';
import type { Form } from '../../forms/use-form.ts';
import { useCertificateWords } from '../../messages/certificate.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { FetchValues } from './check-fetch.ts';

/** A signing request, pasted or out of a file. */
export function RequestEntry({ form }: { readonly form: Form<FetchValues> }) {
  const m = useMessages();
  const t = useCertificateWords();
  const [file, setFile] = useState<File | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const last = useRef<File>(null);

  const choose = (chosen: File | null) => {
    last.current = chosen;
    setFile(chosen);
    setUnreadable(false);
    if (chosen === null) return;
    void textOf(chosen).then((text) => {
      // Another one was chosen meanwhile.
      if (last.current !== chosen) return;
      if (text === null) setUnreadable(true);
      else form.set('request', text);
    });
  };

  return (
    <>
      <TextArea
        id={form.fieldId('request')}
        name="request"
        label={t.request}
        hint={t.requestHint}
        lines={8}
        value={form.values.request}
        onChange={(text) => form.set('request', text)}
        required={m.common.required}
        error={form.problems.request}
      />
      <FileField
        label={t.requestFile}
        hint={t.requestFileHint}
        file={file}
        onChange={choose}
        accept=".pem,.csr,.req,.p10,.txt"
        words={{ ...t.file, chosen: ({ name }) => t.file.chosen(name) }}
        optional={m.common.optional}
        error={unreadable ? t.file.unreadable : undefined}
      />
    </>
  );
}

/** Null: no text that could be a request. */
async function textOf(file: File): Promise<string | null> {
  if (file.size > longestPem) return null;
  // Moved or taken away since it was chosen.
  const text = await file.text().catch(() => null);
  return text?.includes('CERTIFICATE REQUEST') === true ? text : null;
}
