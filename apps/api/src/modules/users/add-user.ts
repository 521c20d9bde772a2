import {
  type EmailAddress,
  type Name,
  parseEmailAddress,
  parseName,
  parseUserId,
  type UserId,
  userIdKey,
} from '@monban/domain/id';
import type { ServiceLimit } from '@monban/domain/history-event';
import type { EnteredLimit } from '@monban/domain/limit';
import { type Permission, withNeeded } from '@monban/domain/permission';

import type { Act } from '../../act.ts';
import type { PersonRow } from '../../db/rows.ts';
import { gather, optional } from '../../input.ts';
import { command, refuse } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { selectServices } from '../contracts/contract.store.ts';
import { countUsers, insertPerson } from '../persons/person.store.ts';
import { readServices, rightsProblems } from '../rights/rights-input.ts';
import { insertLimits, insertPermissions } from '../rights/rights.store.ts';
import { drawTemporaryPins, type TemporaryPins, temporaryUntil } from './temporary-pins.ts';
import { confirmation } from './user-target.ts';
import { userView } from './user-view.ts';

interface Input {
  readonly userId: string;
  readonly name: string;
  readonly email?: string | null;
  readonly permissions: readonly Permission[];
  readonly limits: readonly EnteredLimit[];
  readonly confirmationPin: Pin;
}

interface Entered {
  readonly userId: UserId;
  readonly name: Name;
  readonly email: EmailAddress | null;
  /** With what they need. */
  readonly permissions: readonly Permission[];
  readonly limits: readonly ServiceLimit[];
  readonly confirmationPin: Pin;
}

/** The administrator appoints a user, with temporary PINs that are shown once (R13, R14). */
export const addUser = command({
  name: 'addUser',
  may: ['ADMINISTRATOR'],
  read: async (input: Input, asked) => {
    const services = await readServices(asked);
    const read = gather(
      {
        userId: parseUserId(input.userId, 'userId'),
        name: parseName(input.name, 'name'),
        email: optional(input.email, (text) => parseEmailAddress(text, 'email')),
      },
      rightsProblems(input, services, ''),
    );
    if (!read.ok) return read;
    const { permissions, limits, confirmationPin } = input;
    // Checked above: whole yen within bounds.
    const amounts = limits as Entered['limits'];
    return {
      ok: true,
      value: {
        ...read.value,
        permissions: withNeeded(permissions),
        limits: amounts,
        confirmationPin,
      },
    };
  },
  load: async (queries, contractId) => {
    const [services, [users]] = await Promise.all([
      selectServices(queries, contractId),
      countUsers(queries, contractId),
    ]);
    return { services: services.map(({ service }) => service), users: users?.count ?? 0 };
  },
  prepare: (_entered, asked) => drawTemporaryPins(asked),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: async (act, { entered, loaded, prepared: pins, asked }) => {
    const problems = rightsProblems(entered, loaded.services, '');
    if (problems.length > 0) return refuse({ code: 'INVALID_INPUT', problems });
    if (loaded.users >= asked.services.settings.maxUsers)
      return refuse({ code: 'NOT_ALLOWED_NOW', because: 'TOO_MANY_USERS' });
    const expiresAt = temporaryUntil(act.now, asked);
    const user = await insertUser(act, entered, pins, expiresAt);
    if (user === null) return refuse({ code: 'CONFLICT', about: 'USER_ID_TAKEN' });
    const { userId, name, email, permissions, limits } = entered;
    return {
      done: {
        __typename: 'UserAdded',
        user: userView(act.contract, user, act.now),
        temporaryPins: { ...pins.shown, expiresAt },
      } as const,
      events: [{ type: 'USER_ADDED', userId, name, email, permissions, limits }],
    };
  },
});

/** Null: the ID was ever taken, in whichever case. */
async function insertUser(
  act: Act,
  entered: Entered,
  pins: TemporaryPins,
  expiresAt: number,
): Promise<PersonRow | null> {
  const { queries, now } = act;
  const { contractId } = act.contract;
  const { userId, name, email, permissions, limits } = entered;
  const personKey = userIdKey(userId);
  const [user = null] = await insertPerson(queries, {
    contractId,
    personKey,
    userId,
    name,
    email,
    addedAt: now,
    temporaryUntil: expiresAt,
    ...pins.hashes,
  });
  if (user === null) return null;
  act.atCommit(insertPermissions(queries, contractId, [{ personKey, permissions }]));
  act.atCommit(insertLimits(queries, contractId, [{ personKey, limits }]));
  return user;
}
