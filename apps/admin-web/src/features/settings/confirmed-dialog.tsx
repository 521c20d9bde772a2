import { Button } from '@monban/ui/button/button';
import { Dialog } from '@monban/ui/dialog/dialog';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { Confirmation, confirmationProblems, notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import type { Outcome } from '../../graphql/command.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';

/** One setting that is changed as a whole: what follows, and the confirmation PIN of whoever is logged on. */
export function ConfirmedDialog(props: {
  readonly name: string;
  readonly title: string;
  readonly grave?: readonly string[];
  readonly follows: readonly string[];
  readonly submit: string;
  readonly done: string;
  readonly run: (confirmationPin: string) => Promise<Outcome<unknown>>;
}) {
  const { done, grave = [], run } = props;
  const m = useMessages();
  const { person, tries } = useSession();
  const label = person.kind === 'USER' ? m.emergency.userConfirmationPin : m.forms.confirmationPin;
  const navigate = useNavigate();
  const form = useForm({
    name: props.name,
    initial: notConfirmed,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const close = () => void navigate(paths.settings, { replace: true });

  const send = async () => {
    const outcome = await run(form.values.confirmationPin);
    if (outcome.kind === 'DONE') await navigate(paths.settings, { replace: true, state: { done } });
    else sayNotDone(form, m, outcome);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = confirmationProblems(m, form.values, tries, label);
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <Dialog title={props.title} onClose={close}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormSummary form={form} />
        <Consequences title={m.forms.follows} grave={grave} items={props.follows} />
        <Confirmation form={form} label={label} />
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {props.submit}
          </Button>
          <Button kind="secondary" onPress={close}>
            {m.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
