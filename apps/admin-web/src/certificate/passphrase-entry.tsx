import { shortestPassphrase } from '@monban/domain/passphrase';
import { PinEntry } from '../forms/pin-entry.tsx';
import type { Form } from '../forms/use-form.ts';
import { useCertificateWords } from '../messages/certificate.ts';
import { useMessages } from '../messages/messages.tsx';
import type { Passphrases } from './passphrase.ts';

/** What the file is to be guarded by, twice; no password manager is offered it. */
export function PassphraseEntry({ form }: { readonly form: Form<Passphrases> }) {
  const m = useMessages();
  const t = useCertificateWords();
  return (
    <>
      <p>{t.passphraseLead}</p>
      <PinEntry
        form={form}
        name="passphrase"
        label={t.passphrase}
        hint={t.passphraseHint(shortestPassphrase)}
        use="off"
      />
      <PinEntry
        form={form}
        name="passphraseAgain"
        label={m.common.pin.again(t.passphrase)}
        use="off"
      />
      <p className="text-subtle">{t.keyHere}</p>
    </>
  );
}
