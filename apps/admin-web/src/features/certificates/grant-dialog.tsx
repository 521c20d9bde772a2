import { certificateDays } from '@monban/domain/certificate';
import { useLocation, useNavigate } from 'react-router';
import { standingOf } from '../../certificate/person-certificates.ts';
import { ActDialog } from '../../forms/act-dialog.tsx';
import { notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { readNavigationState } from '../../lib/navigation-state.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { grantCertificateDocument } from './certificates.graphql.ts';
import type { CodeSlip } from './code-slip.tsx';
import type { Holder } from './holders.ts';

/** What follows, the confirmation PIN (R4), and there is a retrieval code for one user. */
export function GrantDialog(props: {
  readonly holder: Holder;
  readonly contract: {
    readonly contractId: string;
    readonly name: string;
    readonly authenticationMethod: 'ID_PIN' | 'CERTIFICATE';
  };
  readonly onSlip: (slip: CodeSlip) => void;
}) {
  const { contract, holder, onSlip } = props;
  const m = useMessages();
  const t = m.certificates.grant;
  const navigate = useNavigate();
  const back = readNavigationState(useLocation().state).from ?? paths.certificates;
  const grant = useCommand(grantCertificateDocument);
  const form = useForm({
    name: 'grant-certificate',
    initial: notConfirmed,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const valid = standingOf(holder.certificates, Date.now()).counts?.status === 'VALID';
  const needed = contract.authenticationMethod === 'CERTIFICATE';

  const send = async () => {
    const { confirmationPin } = form.values;
    const outcome = await grant({ input: { userId: holder.person, confirmationPin } });
    if (outcome.kind !== 'DONE') return sayNotDone(form, m, outcome);
    const { grant: granted, retrievalCode } = outcome.value;
    onSlip({
      contractName: contract.name,
      userId: granted.person,
      name: granted.name,
      code: retrievalCode,
      until: granted.until,
    });
  };

  return (
    <ActDialog
      title={t.title(m.users.who(holder.person, holder.name))}
      form={form}
      submit={t.submit}
      onSubmit={send}
      onClose={() => void navigate(back, { replace: true })}
    >
      <Consequences
        title={m.forms.follows}
        items={[
          ...t.follows(certificateDays.toFetch),
          ...(holder.codeUntil === null ? [] : [t.replaces]),
          ...(valid ? [t.stays] : []),
          ...(needed && !valid ? [t.needs] : []),
        ]}
      />
    </ActDialog>
  );
}
