import type { FormEvent, ReactNode } from 'react';
import { type Confirmed, confirmationProblems } from '../../forms/confirmation.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { Meanwhile, type Standing } from '../../forms/standing.tsx';
import { type Form, hasProblems } from '../../forms/use-form.ts';
import { useMessages } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';

type Problems<Values> = Partial<Record<keyof Values & string, string>>;

/** What each form for rights and limits is in: above it what is wrong and what was changed meanwhile, and one way to send it. */
export function RightsForm<Values extends Confirmed>(props: {
  readonly form: Form<Values>;
  readonly standing: Standing<unknown>;
  /** What can be known to be wrong before anything is sent, the confirmation aside. */
  readonly check?: () => Problems<Values>;
  readonly send: () => Promise<void>;
  /** What Enter isn't to send: boxes, a search. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
}) {
  const { check, form, send, standing } = props;
  const m = useMessages();
  const { tries } = useSession();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const unconfirmed = confirmationProblems(m, form.values, tries);
    // Two of its fields are those of a confirmation, whatever the others are.
    const problems = { ...check?.(), ...unconfirmed } as Problems<Values>;
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };
  return (
    <>
      <FormSummary form={form}>
        {standing.meanwhile !== null && <Meanwhile changed={standing.meanwhile} />}
      </FormSummary>
      {props.before}
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        {props.children}
      </form>
    </>
  );
}
