import { certificateDays, mayRenew } from '@monban/domain/certificate';
import { Button } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import type { FormEvent } from 'react';
import { keyFileOf, type ReadyFile } from '../../certificate/issued.ts';
import { noPassphrases, passphraseProblems } from '../../certificate/passphrase.ts';
import { PassphraseEntry } from '../../certificate/passphrase-entry.tsx';
import { termOf } from '../../certificate/person-certificates.ts';
import { useMadeKey } from '../../certificate/use-made-key.ts';
import { Confirmation, confirmationProblems, notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { hasProblems, noProblems, useForm } from '../../forms/use-form.ts';
import type { CertificateRowFragment } from '../../graphql/generated/graphql.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { momentText } from '../../lib/moment.ts';
import { type InsideMessages, useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { renewCertificateDocument } from './own-certificate.graphql.ts';

const initial = { ...noPassphrases, ...notConfirmed };

/** A new key and certificate beside the one in use, with the confirmation PIN (R4, R6), in its last 30 days. */
export function RenewForm(props: {
  /** What this session came with; null: no certificate. */
  readonly current: CertificateRowFragment | null;
  readonly onReady: (file: ReadyFile) => void;
}) {
  const { current, onReady } = props;
  const { m, locale } = useLanguage();
  const t = m.certificates.own;
  const { person, tries } = useSession();
  const renew = useCommand(renewCertificateDocument);
  const key = useMadeKey();
  const form = useForm({
    name: 'renew-certificate',
    initial,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const label = person.kind === 'USER' ? m.emergency.userConfirmationPin : m.forms.confirmationPin;
  const unavailable = whyNot(m, current, (at) => momentText(at, locale));

  const send = async () => {
    const { confirmationPin, passphrase } = form.values;
    const made = await key.keyFor(current?.thumbprint ?? '');
    const input = { certificateRequest: made.request, confirmationPin };
    const outcome = await renew({ input });
    if (outcome.kind !== 'DONE') return sayNotDone(form, m, outcome);
    try {
      onReady(await keyFileOf(made, outcome.value, passphrase));
    } catch {
      form.say(noProblems<typeof initial>(), [m.certificate.fileFailed]);
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unavailable !== undefined) return;
    const problems = {
      ...passphraseProblems(m, m.certificate, form.values),
      ...confirmationProblems(m, form.values, tries, label),
    };
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <Panel title={t.renewTitle}>
      <p className="text-subtle">{t.renewLead}</p>
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        {unavailable === undefined && (
          <>
            <FormSummary form={form} />
            <PassphraseEntry form={form} />
            <Consequences title={m.forms.follows} items={t.follows(certificateDays.valid)} />
            <Confirmation form={form} label={label} />
          </>
        )}
        <p>
          <Button
            kind="primary"
            type="submit"
            busy={form.busy ? m.certificate.making : undefined}
            unavailable={unavailable}
          >
            {t.submit}
          </Button>
        </p>
      </form>
    </Panel>
  );
}

/** Why it can't be renewed now; undefined: it can. */
function whyNot(
  m: InsideMessages,
  current: CertificateRowFragment | null,
  moment: (at: string) => string,
): string | undefined {
  const inUse = current === null ? null : { ...termOf(current), authority: current.authority };
  const may = mayRenew(inUse, Date.now());
  if (may === 'ALLOWED') return undefined;
  const from = current === null ? '' : moment(current.renewableFrom);
  return m.certificates.own.notRenewable[may](from);
}
