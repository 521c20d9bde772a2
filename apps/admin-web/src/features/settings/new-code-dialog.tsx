import { Button } from '@monban/ui/button/button';
import { Dialog } from '@monban/ui/dialog/dialog';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { Confirmation, confirmationProblems, notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import {
  noEdits,
  type SettingsContract,
  type ShownAddress,
  wantedAddresses,
} from './address-edits.ts';
import { setNotificationAddressesDocument } from './settings.graphql.ts';

/** A code that is good no more: registering the same addresses once more mails another. */
export function NewCodeDialog(props: {
  readonly address: ShownAddress;
  readonly contract: SettingsContract;
}) {
  const {
    address: { address },
    contract,
  } = props;
  const m = useMessages();
  const t = m.settings.renew;
  const { tries } = useSession();
  const navigate = useNavigate();
  const setAddresses = useCommand(setNotificationAddressesDocument);
  const form = useForm({
    name: 'new-code',
    initial: notConfirmed,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const close = () => void navigate(paths.settings, { replace: true });

  const send = async () => {
    const { confirmationPin } = form.values;
    const wanted = wantedAddresses(contract.notificationAddresses ?? [], noEdits);
    const outcome = await setAddresses({
      input: {
        addresses: wanted.map((each) => each.address),
        expectedVersion: contract.version,
        confirmationPin,
      },
    });
    if (outcome.kind === 'DONE')
      await navigate(paths.settings, { replace: true, state: { done: t.done(address) } });
    else sayNotDone(form, m, outcome);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = confirmationProblems(m, form.values, tries);
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <Dialog title={t.title} onClose={close}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormSummary form={form} />
        <Consequences title={m.forms.follows} items={t.follows(address)} />
        <Confirmation form={form} />
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {t.submit}
          </Button>
          <Button kind="secondary" onPress={close}>
            {m.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
