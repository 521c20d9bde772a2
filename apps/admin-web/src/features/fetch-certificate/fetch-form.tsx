import { Button } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { RadioField } from '@monban/ui/radio-field/radio-field';
import type { FormEvent } from 'react';
import type { ReadyFile } from '../../certificate/issued.ts';
import { noPassphrases } from '../../certificate/passphrase.ts';
import { PassphraseEntry } from '../../certificate/passphrase-entry.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { TextEntry } from '../../forms/text-entry.tsx';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { typedRetrievalCode } from '../../lib/half-width.ts';
import { useCertificateWords } from '../../messages/certificate.ts';
import { useLanguage } from '../../messages/messages.tsx';
import { fetchProblems, type FetchValues, keyWays } from './check-fetch.ts';
import { RequestEntry } from './request-entry.tsx';
import { useFetch } from './use-fetch.ts';

const initial: FetchValues = { ...noPassphrases, code: '', request: '', way: 'HERE' };

/** A retrieval code, and a key: made here and guarded by a passphrase, or one's own by its signing request. */
export function FetchForm({ onReady }: { readonly onReady: (file: ReadyFile) => void }) {
  const { m, locale } = useLanguage();
  const t = useCertificateWords();
  const form = useForm({
    name: 'certificate',
    initial,
    secrets: ['code', 'passphrase', 'passphraseAgain'],
    kept: false,
  });
  const fetching = useFetch(form, onReady);
  const { way } = form.values;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = fetchProblems(m, t, locale, form.values);
    if (hasProblems(problems)) form.say(problems);
    else form.sending(fetching);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <FormSummary form={form} refusedTitle={t.refusedTitle} />
      <Panel title={t.code}>
        <TextEntry
          form={form}
          name="code"
          label={t.code}
          hint={t.codeHint}
          autoComplete="off"
          normalize={typedRetrievalCode}
          width="medium"
          mono
        />
      </Panel>
      <Panel title={t.where}>
        <RadioField
          legend={t.where}
          name="way"
          value={way}
          choices={keyWays.map((value) => ({ value, ...t.ways[value] }))}
          onChange={(chosen) => form.set('way', chosen)}
        />
      </Panel>
      {way === 'HERE' ? (
        <Panel title={t.passphraseTitle}>
          <PassphraseEntry form={form} />
        </Panel>
      ) : (
        <Panel title={t.request}>
          <RequestEntry form={form} />
        </Panel>
      )}
      <p>
        <Button kind="primary" type="submit" busy={form.busy ? t.making : undefined}>
          {t.submit}
        </Button>
      </p>
    </form>
  );
}
