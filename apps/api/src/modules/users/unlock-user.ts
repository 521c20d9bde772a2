import { liftLocks } from '@monban/domain/status';

import { command, refuse } from '../../operation.ts';
import { noWrongEntries } from '../../secrets/settle.ts';
import { updatePerson } from '../persons/person.store.ts';
import { confirmation, loadUserTarget, readUserTarget, userFor } from './user-target.ts';
import { userView } from './user-view.ts';

/** 利用中止解除 (R20): the administrator lets a user back in. The PINs stay, the counts begin anew. */
export const unlockUser = command({
  name: 'unlockUser',
  may: ['ADMINISTRATOR'],
  read: readUserTarget,
  load: loadUserTarget,
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { loaded }) =>
    userFor(loaded, 'UNLOCK', (user, userId) => {
      const { left, lifted } = liftLocks(user.locks, 'ADMINISTRATOR', 'USER');
      if (lifted.length === 0)
        return refuse({ code: 'NOT_ALLOWED_NOW', because: 'ONLY_THE_DESK_UNLOCKS' });
      const changes = { ...noWrongEntries, locks: left };
      act.atCommit(updatePerson(act.queries, act.contract.contractId, user.personKey, changes));
      return {
        done: {
          __typename: 'UserUnlocked',
          user: userView(act.contract, { ...user, ...changes }, act.now),
        } as const,
        events: [{ type: 'USER_UNLOCKED', userId, lifted: lifted.map(({ reason }) => reason) }],
      };
    }),
});
