import { liftLocks } from '@monban/domain/status';

import { command } from '../../operation.ts';
import { noWrongEntries } from '../../secrets/settle.ts';
import { updatePerson } from '../persons/person.store.ts';
import { drawTemporaryPins, temporaryUntil } from './temporary-pins.ts';
import { confirmation, loadUserTarget, readUserTarget, userFor } from './user-target.ts';
import { userView } from './user-view.ts';

/** R16: new temporary PINs for a user who forgot theirs. Lifts a lock by wrong PINs, never one on purpose. */
export const resetUserPins = command({
  name: 'resetUserPins',
  may: ['ADMINISTRATOR'],
  read: readUserTarget,
  load: loadUserTarget,
  prepare: (_entered, asked) => drawTemporaryPins(asked),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { loaded, prepared: pins, asked }) =>
    userFor(loaded, 'RESET_PINS', (user, userId) => {
      const expiresAt = temporaryUntil(act.now, asked);
      const { left, lifted } = liftLocks(user.locks, 'RESET', 'USER');
      const changes = {
        ...noWrongEntries,
        ...pins.hashes,
        locks: left,
        temporaryUntil: expiresAt,
        pinsVersion: user.pinsVersion + 1,
        currentSession: null,
      };
      act.atCommit(updatePerson(act.queries, act.contract.contractId, user.personKey, changes));
      return {
        done: {
          __typename: 'UserPinsReset',
          user: userView(act.contract, { ...user, ...changes }, act.now),
          temporaryPins: { ...pins.shown, expiresAt },
        } as const,
        events: [{ type: 'USER_PINS_RESET', userId, lifted: lifted.map(({ reason }) => reason) }],
      };
    }),
});
