import { useCommand } from '../../graphql/use-command.ts';
import type { Outcome } from '../../graphql/command.ts';
import { paths, type UserActName } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { useHandover } from './handover.tsx';
import { lockUserDocument, resetUserPinsDocument, unlockUserDocument } from './users.graphql.ts';
import { slipOf } from './slip-of.ts';

/** The acts that change a user's state and nothing else. */
export type StateAct = Extract<UserActName, 'reset' | 'lock' | 'unlock'>;

/** Where to go after an act, and what to say there. */
export interface ActDone {
  readonly to: string | null;
  readonly done: string | null;
}

interface ActInput {
  readonly userId: string;
  readonly confirmationPin: string;
}

/** Runs one of the three acts on a user; they differ in mutation and in what comes after. */
export function useUserAct(act: StateAct): (input: ActInput) => Promise<Outcome<ActDone>> {
  const m = useMessages();
  const { hand } = useHandover();
  const reset = useCommand(resetUserPinsDocument);
  const lock = useCommand(lockUserDocument);
  const unlock = useCommand(unlockUserDocument);

  const runs: Record<StateAct, (input: ActInput) => Promise<Outcome<ActDone>>> = {
    reset: async (input) =>
      after(await reset({ input }), (value) => {
        hand([slipOf(value)]);
        return { to: paths.slips, done: null };
      }),
    lock: async (input) =>
      after(await lock({ input }), ({ user }) => ({
        to: null,
        done: m.users.lock.done(m.users.who(user.userId, user.name)),
      })),
    unlock: async (input) =>
      after(await unlock({ input }), ({ user }) => ({
        to: null,
        done: m.users.unlock.done(m.users.who(user.userId, user.name)),
      })),
  };
  return runs[act];
}

function after<Success>(
  outcome: Outcome<Success>,
  then: (value: Success) => ActDone,
): Outcome<ActDone> {
  return outcome.kind === 'DONE' ? { kind: 'DONE', value: then(outcome.value) } : outcome;
}
