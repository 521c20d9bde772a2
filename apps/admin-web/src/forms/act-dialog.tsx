import { Button } from '@monban/ui/button/button';
import { Dialog } from '@monban/ui/dialog/dialog';
import type { FormEvent, ReactNode } from 'react';
import { Confirmation, type Confirmed, confirmationProblems } from './confirmation.tsx';
import { FormSummary } from './form-summary.tsx';
import { type Form, hasProblems, noProblems } from './use-form.ts';
import { useMessages } from '../messages/inside.ts';
import { useSession } from '../session/session-context.tsx';

/** What every act on one person has: what it is about, the confirmation PIN (R4), done or left. */
export function ActDialog<Values extends Confirmed>(props: {
  readonly title: string;
  readonly form: Form<Values>;
  readonly submit: string;
  readonly danger?: boolean;
  /** Whose confirmation PIN; unset: the administrator's. */
  readonly label?: string;
  /** Why it can't be done, for now. */
  readonly unavailable?: string | undefined;
  /** What is wrong beside the confirmation. */
  readonly problems?: () => Partial<Record<keyof Values & string, string>>;
  /** Said with a refusal. */
  readonly meanwhile?: ReactNode;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const m = useMessages();
  const { tries } = useSession();
  const { form } = props;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (props.unavailable !== undefined) return;
    const problems = {
      ...noProblems<Values>(),
      ...props.problems?.(),
      ...confirmationProblems(m, form.values, tries, props.label),
    };
    if (hasProblems(problems)) form.say(problems);
    else form.sending(props.onSubmit);
  };

  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormSummary form={form}>{props.meanwhile}</FormSummary>
        {props.children}
        <Confirmation form={form} {...(props.label !== undefined && { label: props.label })} />
        <div className="flex flex-wrap items-start gap-3">
          <Button
            kind={props.danger === true ? 'danger' : 'primary'}
            type="submit"
            busy={form.busy ? m.common.busy : undefined}
            unavailable={props.unavailable}
          >
            {props.submit}
          </Button>
          <Button kind="secondary" onPress={props.onClose}>
            {m.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
