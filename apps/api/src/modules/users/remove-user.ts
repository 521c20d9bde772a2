import { userIdKey } from '@monban/domain/id';

import { command } from '../../operation.ts';
import { selectCertificatesOfPerson } from '../certificates/certificate.store.ts';
import { endCertificates } from '../certificates/revoke-certificate.ts';
import { updatePerson } from '../persons/person.store.ts';
import { confirmation, loadUserTarget, readUserTarget, userFor } from './user-target.ts';
import { userView } from './user-view.ts';

/** 登録抹消: the administrator removes a user, whose session ends at once. The user ID stays taken for ever. */
export const removeUser = command({
  name: 'removeUser',
  may: ['ADMINISTRATOR'],
  read: readUserTarget,
  load: async (queries, contractId, entered) => {
    const [user, certificates] = await Promise.all([
      loadUserTarget(queries, contractId, entered),
      selectCertificatesOfPerson(queries, contractId, userIdKey(entered.userId)),
    ]);
    return { user, certificates };
  },
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { loaded }) =>
    userFor(loaded.user, 'REMOVE', (user, userId) => {
      const changes = { removedAt: act.now, currentSession: null, version: user.version + 1 };
      act.atCommit(updatePerson(act.queries, act.contract.contractId, user.personKey, changes));
      return {
        done: {
          __typename: 'UserRemoved',
          user: userView(act.contract, { ...user, ...changes }, act.now),
        } as const,
        events: [
          { type: 'USER_REMOVED', userId, name: user.name },
          ...endCertificates(act, user, loaded.certificates, 'USER_REMOVED', null),
        ],
      };
    }),
});
