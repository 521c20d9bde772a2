import { userIdKey } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';
import { problem } from '@monban/domain/problem';
import { err, ok } from '@monban/domain/result';
import { type ImportedUser, readUserImport } from '@monban/domain/user-import';

import type { Act } from '../../act.ts';
import type { PersonRow } from '../../db/rows.ts';
import { command, refuse, sessionOf } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { insertLimits, insertPermissions } from '../rights/rights.store.ts';
import { insertUsers, selectUsersByKey } from './import.store.ts';
import { loadImportGround } from './import-ground.ts';
import { openPins } from './prepared-pins.ts';
import { type TemporaryPins, temporaryUntil } from './temporary-pins.ts';
import { confirmation } from './user-target.ts';
import { userView } from './user-view.ts';

interface Input {
  readonly csv: string;
  /** One a user, in the order of the file. */
  readonly preparedPins: readonly string[];
  readonly confirmationPin: Pin;
}

/** The dry run says what, by line and column. */
const problemsInFile = {
  code: 'INVALID_INPUT',
  problems: [problem('csv', 'PROBLEMS_IN_FILE')],
} as const;

/**
 * The administrator appoints everybody in a file, or nobody: as many users as `addUser` would, in one act. Their
 * temporary PINs were hashed before, by `prepareTemporaryPins`, and are shown once, now.
 */
export const importUsers = command({
  name: 'importUsers',
  may: ['ADMINISTRATOR'],
  read: async ({ csv, preparedPins, confirmationPin }: Input, asked) => {
    const { contractId } = sessionOf(asked);
    const { database, settings } = asked.services;
    const ground = await loadImportGround(database.reading(contractId), contractId, settings);
    const { users, problems } = readUserImport(csv, ground);
    if (problems.length > 0) return err(problemsInFile);
    const pins = users.flatMap(({ userId }, index) => {
      const opened = openPins(preparedPins[index] ?? '', userId, asked);
      return opened === null ? [] : [opened];
    });
    return pins.length === users.length && preparedPins.length === users.length
      ? ok({ csv, pins, confirmationPin })
      : err({ code: 'NOT_ALLOWED_NOW', because: 'PREPARED_PINS_EXPIRED' } as const);
  },
  load: (queries, contractId, _entered, asked) =>
    loadImportGround(queries, contractId, asked.services.settings),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: async (act, { entered: { csv, pins }, loaded: ground, asked }) => {
    // Read anew, now that nothing can change under it.
    const { users, problems } = readUserImport(csv, ground);
    if (problems.length > 0) return refuse(problemsInFile);
    const expiresAt = temporaryUntil(act.now, asked);
    const newcomers = users.map((user, index) => newcomer(user, pins[index]));
    const rows = await insertAll(act, newcomers, expiresAt);
    return {
      done: {
        __typename: 'UsersImported',
        users: newcomers.map(({ personKey, pins: { shown } }) => ({
          __typename: 'UserAdded' as const,
          user: userView(act.contract, rowOf(rows, personKey), act.now),
          temporaryPins: { ...shown, expiresAt },
        })),
      } as const,
      events: users.map(({ userId, name, email, permissions, limits }) => ({
        type: 'USER_ADDED' as const,
        userId,
        name,
        email,
        permissions,
        limits,
      })),
    };
  },
});

interface Newcomer extends ImportedUser {
  readonly personKey: string;
  readonly pins: TemporaryPins;
}

/** The same file, read against the same contract, has the same users as when their PINs were opened. */
function newcomer(user: ImportedUser, pins: TemporaryPins | undefined): Newcomer {
  if (pins === undefined) throw new Error('A file had fewer users before.');
  return { ...user, personKey: userIdKey(user.userId), pins };
}

async function insertAll(
  { atCommit, contract: { contractId }, now, queries }: Act,
  users: readonly Newcomer[],
  expiresAt: Instant,
): Promise<readonly PersonRow[]> {
  const rows = users.map(({ personKey, userId, name, email, pins: { hashes } }) => ({
    personKey,
    userId,
    name,
    email,
    addedAt: now,
    temporaryUntil: expiresAt,
    ...hashes,
  }));
  atCommit(insertPermissions(queries, contractId, users));
  atCommit(insertLimits(queries, contractId, users));
  const keys = users.map(({ personKey }) => personKey);
  // Sent one behind the other, on one journey.
  const [, found] = await Promise.all([
    insertUsers(queries, contractId, rows).execute(),
    selectUsersByKey(queries, contractId, keys).execute(),
  ]);
  return found;
}

function rowOf(rows: readonly PersonRow[], personKey: string): PersonRow {
  const row = rows.find((each) => each.personKey === personKey);
  if (row === undefined) throw new Error('A user who was added is missing.');
  return row;
}
