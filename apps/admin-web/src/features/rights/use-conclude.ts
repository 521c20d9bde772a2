import { useNavigate } from 'react-router';
import type { Confirmed } from '../../forms/confirmation.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import type { Standing } from '../../forms/standing.tsx';
import type { Form } from '../../forms/use-form.ts';
import type { Outcome } from '../../graphql/command.ts';
import { useMessages } from '../../messages/inside.ts';

/** What comes after an act: the next page says that it was done, or the form why not and what was changed meanwhile. */
export function useConclude<Values extends Confirmed>(
  form: Form<Values>,
  standing: Standing<unknown>,
): (
  outcome: Outcome<unknown>,
  next: {
    readonly to: string;
    readonly done: string;
    readonly fieldOf?: (path: string) => (keyof Values & string) | undefined;
  },
) => Promise<void> {
  const m = useMessages();
  const navigate = useNavigate();
  return async (outcome, { done, fieldOf, to }) => {
    if (outcome.kind === 'DONE') {
      form.finish();
      await navigate(to, { replace: true, state: { done } });
      return;
    }
    if (outcome.kind === 'REFUSED') await standing.catchUp(outcome.refusal);
    sayNotDone(form, m, outcome, fieldOf);
  };
}
