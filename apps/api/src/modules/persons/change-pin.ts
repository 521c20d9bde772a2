import type { PinKind } from '@monban/domain/history-event';
import { err, ok } from '@monban/domain/result';

import { unauthenticated } from '../../graphql/faults.ts';
import { type Asked, command, sessionOf } from '../../operation.ts';
import { judgePins } from '../../secrets/judge-entries.ts';
import type { Pin } from '../../secrets/pin.ts';
import { whoIs } from '../../secrets/settle.ts';
import { mayPerson } from '../../sessions/session-life.ts';
import type { SessionSeen } from '../../sessions/session-seen.ts';
import { personOf } from '../../sessions/viewer-of.ts';
import { selectUserIds } from './person.store.ts';

interface Input {
  readonly kind: PinKind;
  readonly newPin: Pin;
  readonly currentPin: Pin;
  readonly currentConfirmationPin: Pin;
}

/**
 * R22: whoever changes one PIN of a pair proves both, so that "same as the other" is judged against what was entered
 * and is no way to guess the other uncounted.
 */
export const changePin = command({
  name: 'changePin',
  may: ['USER', 'ADMINISTRATOR'],
  read: async (input: Input, asked) => {
    const session = sessionOf(asked);
    const may = mayPerson(session.person, 'CHANGE_PIN');
    if (may !== 'ALLOWED') return err({ code: 'NOT_ALLOWED_NOW', because: may });
    const [current, partner] =
      input.kind === 'LOGON'
        ? [input.currentPin, input.currentConfirmationPin]
        : [input.currentConfirmationPin, input.currentPin];
    const ids = { contractId: session.contractId, userIds: await idsBeside(session, asked) };
    const judged = judgePins(
      [{ field: 'newPin', proposed: input.newPin, current, partner }],
      ids,
      asked.services.settings,
    );
    return judged.ok ? ok(input) : judged;
  },
  prepare: ({ newPin }, { services: { hasher } }) => hasher.hash(newPin),
  proof: {
    by: 'SECRETS',
    entries: ({ currentPin, currentConfirmationPin }) => [
      { secret: 'LOGON_PIN', pin: currentPin },
      { secret: 'CONFIRMATION_PIN', pin: currentConfirmationPin },
    ],
  },
  act: (act, { entered: { kind }, prepared: hash, asked }) => {
    const { prover: person } = act;
    if (person === null) throw unauthenticated();
    const changes = {
      ...(kind === 'LOGON' ? { logonHash: hash } : { confirmationHash: hash }),
      pinsVersion: person.pinsVersion + 1,
    };
    act.changeProver(changes);
    const viewer = personOf(
      { ...sessionOf(asked), contract: act.contract, person: { ...person, ...changes } },
      asked.services.settings,
      act.now,
    );
    return {
      done: { __typename: 'PinChanged', viewer } as const,
      events: [{ type: 'PIN_CHANGED', kind, person: whoIs(person) }],
    };
  },
});

/** The IDs that a PIN must not contain: a user's own, or for the administrator every user's. */
async function idsBeside(
  { contractId, userId }: SessionSeen,
  { services }: Asked,
): Promise<readonly string[]> {
  if (userId !== null) return [userId];
  const users = await selectUserIds(services.database.reading(contractId), contractId);
  return users.flatMap((user) => (user.userId === null ? [] : [user.userId]));
}
