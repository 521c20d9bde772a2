import { problemsOf, type Outcome } from '../graphql/command.ts';
import { faultText } from '../messages/fault-text.ts';
import type { Messages } from '../messages/ja.ts';
import type { Confirmed } from './confirmation.tsx';
import { type Form, noProblems } from './use-form.ts';

/** Says in a form why what it sent was not done; `fieldOf`: which field an input path belongs to. */
export function sayNotDone<Values extends Confirmed>(
  form: Form<Values>,
  m: Messages,
  outcome: Exclude<Outcome<unknown>, { readonly kind: 'DONE' }>,
  fieldOf: (path: string) => (keyof Values & string) | undefined = () => undefined,
): void {
  form.forgetSecrets();
  if (outcome.kind === 'FAULT') {
    form.say(noProblems<Values>(), [faultText(m, outcome.fault)]);
    return;
  }
  const { problems, general } = problemsOf<keyof Values & string>(
    outcome.refusal,
    'confirmationPin',
    fieldOf,
  );
  form.say(problems, general);
}
