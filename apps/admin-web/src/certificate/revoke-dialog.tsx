import { administratorName } from '@monban/domain/history-event';
import { useNavigate } from 'react-router';
import { ActDialog } from '../forms/act-dialog.tsx';
import { notConfirmed } from '../forms/confirmation.tsx';
import { Consequences } from '../forms/consequences.tsx';
import { sayNotDone } from '../forms/say-not-done.ts';
import { useForm } from '../forms/use-form.ts';
import type { CertificateRowFragment } from '../graphql/generated/graphql.ts';
import { useCommand } from '../graphql/use-command.ts';
import { keepingChoices } from '../lib/choices.ts';
import { momentText } from '../lib/moment.ts';
import { useLanguage } from '../messages/inside.ts';
import { useSession } from '../session/session-context.tsx';
import { revokeCertificateDocument } from './certificate.graphql.ts';

/** What follows, the confirmation PIN (R4, R6), and a certificate is good for nothing any more. */
export function RevokeDialog(props: {
  readonly certificate: CertificateRowFragment;
  /** All that its person has, this one among them. */
  readonly others: readonly CertificateRowFragment[];
  /** Whether the contract asks for certificates. */
  readonly needed: boolean;
  readonly back: string;
}) {
  const { back, certificate } = props;
  const { m, locale } = useLanguage();
  const t = m.certificates.revoke;
  const navigate = useNavigate();
  const { end, person } = useSession();
  const own = certificate.person === (person.userId ?? administratorName);
  const revoke = useCommand(revokeCertificateDocument, { endsSession: own });
  const form = useForm({
    name: 'revoke-certificate',
    initial: notConfirmed,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const who =
    certificate.person === administratorName
      ? m.certificates.administrator(certificate.name)
      : m.users.who(certificate.person, certificate.name);
  const left = props.others.filter(
    ({ status, thumbprint }) => status === 'VALID' && thumbprint !== certificate.thumbprint,
  ).length;

  const send = async () => {
    const { confirmationPin } = form.values;
    const input = { thumbprint: certificate.thumbprint, confirmationPin };
    const outcome = await (own ? keepingChoices(() => revoke({ input })) : revoke({ input }));
    if (outcome.kind !== 'DONE') return sayNotDone(form, m, outcome);
    if (own) end('CERTIFICATE_REVOKED');
    else await navigate(back, { replace: true, state: { done: t.done(who) } });
  };

  return (
    <ActDialog
      title={t.title(who)}
      form={form}
      submit={t.submit}
      danger
      {...(person.kind === 'USER' && { label: m.emergency.userConfirmationPin })}
      onSubmit={send}
      onClose={() => void navigate(back, { replace: true })}
    >
      <p className="break-all">
        {t.about(certificate.serial, momentText(certificate.until, locale))}
      </p>
      <Consequences
        title={m.forms.follows}
        grave={left > 0 || !props.needed ? [] : [t.lastOne[own ? person.kind : 'OTHER']]}
        items={[
          ...(own ? t.own : t.others),
          t.forGood,
          ...(left > 0 ? [t.further(left)] : []),
          t.told,
        ]}
      />
    </ActDialog>
  );
}
