import { administratorName } from '@monban/domain/history-event';
import { addLock } from '@monban/domain/status';

import { command, refuse } from '../../operation.ts';
import { updatePerson } from '../persons/person.store.ts';
import { confirmation, loadUserTarget, readUserTarget, userFor } from './user-target.ts';
import { userView } from './user-view.ts';

/** 利用中止: the administrator stops a user, whose session ends at once. */
export const lockUser = command({
  name: 'lockUser',
  may: ['ADMINISTRATOR'],
  read: readUserTarget,
  load: loadUserTarget,
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { loaded }) =>
    userFor(loaded, 'LOCK', (user, userId) => {
      const lock = { reason: 'BY_ADMINISTRATOR', at: act.now, by: administratorName } as const;
      if (user.locks.some(({ reason }) => reason === lock.reason)) {
        return refuse({ code: 'NOT_ALLOWED_NOW', because: 'ALREADY_LOCKED' });
      }
      const changes = { locks: addLock(user.locks, lock), currentSession: null };
      act.atCommit(updatePerson(act.queries, act.contract.contractId, user.personKey, changes));
      return {
        done: {
          __typename: 'UserLocked',
          user: userView(act.contract, { ...user, ...changes }, act.now),
        } as const,
        events: [{ type: 'USER_LOCKED', userId, reason: lock.reason, by: lock.by }],
      };
    }),
});
