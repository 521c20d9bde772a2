import { addLock } from '@monban/domain/status';
import { ok } from '@monban/domain/result';

import { command, refuse } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { confirmation, userFor } from './user-target.ts';
import { userView } from './user-view.ts';

interface Input {
  readonly confirmationPin: Pin;
}

/** Emergency stop: a user stops themselves, and is logged off. The administrator lets them back in. */
export const lockMyself = command({
  name: 'lockMyself',
  may: ['USER'],
  read: ({ confirmationPin }: Input) => ok({ confirmationPin }),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act) =>
    userFor(act.prover, 'LOCK', (user, userId) => {
      const lock = { reason: 'BY_USER', at: act.now, by: userId } as const;
      if (user.locks.length > 0)
        return refuse({ code: 'NOT_ALLOWED_NOW', because: 'ALREADY_LOCKED' });
      const changes = { locks: addLock(user.locks, lock), currentSession: null };
      act.changeProver(changes);
      return {
        done: {
          __typename: 'UserLocked',
          user: userView(act.contract, { ...user, ...changes }, act.now),
        } as const,
        events: [{ type: 'USER_LOCKED', userId, reason: lock.reason, by: lock.by }],
      };
    }),
  afterwards: (_done, { reply }) => reply.clearSession(),
});
