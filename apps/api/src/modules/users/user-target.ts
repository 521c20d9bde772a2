import { parseUserId, userIdKey, type UserId } from '@monban/domain/id';
import { mayUser, type UserAct } from '@monban/domain/status';

import type { Queries } from '../../db/client.ts';
import type { PersonRow } from '../../db/rows.ts';
import { gather } from '../../input.ts';
import { type Decision, refuse } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import type { Entry } from '../../secrets/claim.ts';
import { statusOf } from '../../sessions/session-life.ts';
import { lockPerson } from '../persons/person.store.ts';

/** An act of the administrator on one of their users, confirmed with the contract confirmation PIN (R4). */
export interface UserTargetInput {
  readonly userId: string;
  readonly confirmationPin: Pin;
}

interface Entered {
  readonly userId: UserId;
  readonly confirmationPin: Pin;
}

export function readUserTarget(input: UserTargetInput) {
  const read = gather({ userId: parseUserId(input.userId, 'userId') });
  return read.ok
    ? ({ ok: true, value: { ...read.value, confirmationPin: input.confirmationPin } } as const)
    : read;
}

export function confirmation({
  confirmationPin,
}: {
  readonly confirmationPin: Pin;
}): readonly Entry[] {
  return [{ secret: 'CONFIRMATION_PIN', pin: confirmationPin }];
}

/** The version of the user's data that was seen when the change was made; another one by now is a conflict. */
export interface VersionedTargetInput extends UserTargetInput {
  readonly expectedVersion: number;
}

/** The user meant, locked; null where the contract has nobody of that ID. */
export async function loadUserTarget(
  queries: Queries,
  contractId: string,
  { userId }: Entered,
): Promise<PersonRow | null> {
  const [user = null] = await lockPerson(queries, contractId, userIdKey(userId));
  return user;
}

/** A user on whom this act may be done in the state they are in; or the refusal. */
export function userFor<Success>(
  user: PersonRow | null,
  act: UserAct,
  then: (user: PersonRow, userId: string) => Decision<Success>,
): Decision<Success> {
  if (user === null || user.userId === null || user.removedAt !== null)
    return refuse({ code: 'NOT_FOUND', what: 'USER' });
  const may = mayUser(statusOf(user), act);
  return may === 'ALLOWED'
    ? then(user, user.userId)
    : refuse({ code: 'NOT_ALLOWED_NOW', because: may });
}

/** The same for a change of the user's data: whoever saw another version than the one that stands is refused. */
export function userAtVersion<Success>(
  user: PersonRow | null,
  expectedVersion: number,
  then: (user: PersonRow, userId: string) => Decision<Success>,
): Decision<Success> {
  return userFor(user, 'UPDATE', (found, userId) =>
    found.version === expectedVersion
      ? then(found, userId)
      : refuse({ code: 'CONFLICT', about: 'VERSION' }),
  );
}
