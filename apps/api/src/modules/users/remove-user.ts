import { command } from '../../operation.ts';
import { updatePerson } from '../persons/person.store.ts';
import { confirmation, loadUserTarget, readUserTarget, userFor } from './user-target.ts';
import { userView } from './user-view.ts';

/** 登録抹消: the administrator removes a user, whose session ends at once. The user ID stays taken for ever. */
export const removeUser = command({
  name: 'removeUser',
  may: ['ADMINISTRATOR'],
  read: readUserTarget,
  load: loadUserTarget,
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { loaded }) =>
    userFor(loaded, 'REMOVE', (user, userId) => {
      const changes = { removedAt: act.now, currentSession: null, version: user.version + 1 };
      act.atCommit(updatePerson(act.queries, act.contract.contractId, user.personKey, changes));
      return {
        done: {
          __typename: 'UserRemoved',
          user: userView(act.contract, { ...user, ...changes }, act.now),
        } as const,
        events: [{ type: 'USER_REMOVED', userId, name: user.name }],
      };
    }),
});
