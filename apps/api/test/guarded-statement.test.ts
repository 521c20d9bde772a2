import {
  type AttemptState,
  type CountedSecret,
  hasRoom,
  type LockoutPolicy,
} from '@monban/domain/lockout';
import { type Lock, type UserStatus, userStatus } from '@monban/domain/status';
import * as fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Database, openDatabase } from '../src/db/client.ts';
import { countMatchingUsers, selectUsers } from '../src/modules/users/user.store.ts';
import { findStanding, reserveOnPerson } from '../src/secrets/attempts.store.ts';
import { type Ground, layGround } from './harness/server.ts';

let ground: Ground;
let database: Database;
/** The owner of the rows, to put people into every state there is. */
let sql: postgres.Sql;

const contractId = '12345678901';

beforeAll(async () => {
  ground = await layGround();
  database = openDatabase(ground.database.applicationUrl);
  const superuser = new URL(ground.database.superuserUrl);
  superuser.pathname = new URL(ground.database.applicationUrl).pathname;
  sql = postgres(superuser.href, { max: 1 });
  await sql`
    insert into contracts (contract_id, name, lock_linkage, opened_at)
    values (${contractId}, 'Yamada Trading', 'LINKED', now())`;
});
afterAll(async () => {
  await sql.end();
  await database.close();
  await ground.clear();
});

const secrets = ['REGISTRATION_PIN', 'LOGON_PIN', 'CONFIRMATION_PIN', 'ONE_TIME_PASSWORD'] as const;
const lock = fc.record<Lock>({
  reason: fc.constantFrom('WRONG_PINS', 'BY_ADMINISTRATOR', 'BY_DESK', 'BY_USER'),
  at: fc.nat(),
  by: fc.constantFrom('ADMINISTRATOR', 'Sato'),
});
const locks = fc.oneof(fc.constant<readonly Lock[]>([]), fc.array(lock, { maxLength: 3 }));
/** Counts and marks around the bound, and far from it. */
const state = fc.record<AttemptState>({
  counts: fc.record({
    REGISTRATION_PIN: fc.nat(2),
    LOGON_PIN: fc.nat(2),
    CONFIRMATION_PIN: fc.nat(2),
    ONE_TIME_PASSWORD: fc.nat(2),
  }),
  inFlight: fc.array(
    fc.record({
      id: fc.uuid(),
      secret: fc.constantFrom<CountedSecret>(...secrets),
      deadline: fc.nat(),
    }),
    { maxLength: 5 },
  ),
});

interface Row {
  readonly state: AttemptState;
  readonly locks: readonly Lock[];
  readonly removed: boolean;
  readonly temporaryPins: boolean;
}

const row = fc.record<Row>({
  state,
  locks,
  removed: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
  temporaryPins: fc.boolean(),
});

async function seed(
  userId: string,
  { state: { counts, inFlight }, ...given }: Row,
): Promise<string> {
  const personKey = userId.toLowerCase();
  await sql`
    insert into persons (contract_id, person_key, user_id, name, added_at, locks, removed_at, temporary_until, attempts,
      wrong_registration, wrong_logon, wrong_confirmation, wrong_one_time_password)
    values (${contractId}, ${personKey}, ${userId}, ${userId}, now(), ${JSON.stringify(given.locks)}::text::jsonb,
      ${given.removed ? new Date() : null}, ${given.temporaryPins ? new Date() : null}, ${JSON.stringify(inFlight)}::text::jsonb,
      ${counts.REGISTRATION_PIN}, ${counts.LOGON_PIN}, ${counts.CONFIRMATION_PIN}, ${counts.ONE_TIME_PASSWORD})`;
  return personKey;
}

let seeded = 0;
const newId = (): string => `User${(seeded += 1)}`;

describe('A1, R19–R21: where a statement decides under contention, it decides as the domain does', () => {
  it('an attempt is reserved exactly where the domain has room for it and nobody is locked or gone', async () => {
    const policy = fc.record<LockoutPolicy>({
      threshold: fc.oneof(fc.constant(7), fc.integer({ min: 1, max: 12 })),
      warnAt: fc.constant(3),
      attemptSeconds: fc.constant(10),
    });
    const verdicts = { room: 0, none: 0 };
    await fc.assert(
      fc.asyncProperty(row, policy, async (given, bounds) => {
        const personKey = await seed(newId(), given);
        const mark = { id: 'mark', secret: 'LOGON_PIN', deadline: 1 } as const;
        const reserved = await reserveOnPerson(database, contractId, personKey, mark, bounds);
        const room = hasRoom(given.state, bounds) && given.locks.length === 0 && !given.removed;
        verdicts[room ? 'room' : 'none'] += 1;
        expect(reserved !== null).toBe(room);
        const [standing] = await findStanding(database.reading(contractId), contractId, personKey);
        const marks = room ? [...given.state.inFlight, mark] : given.state.inFlight;
        expect(standing?.attempts).toEqual(marks);
      }),
      { numRuns: 300 },
    );
    // Rows of which all or none have room would prove nothing.
    expect(Math.min(verdicts.room, verdicts.none)).toBeGreaterThan(30);
  });

  it('a list of users by status shows exactly those whom the domain gives that status', async () => {
    const statuses: readonly UserStatus[] = ['AWAITING_FIRST_LOGON', 'ACTIVE', 'LOCKED', 'REMOVED'];
    const seen = new Set<UserStatus>();
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        // Those of this round are told apart from those before by a name that they share.
        const round = newId();
        const expected = new Map<UserStatus, string[]>(statuses.map((status) => [status, []]));
        for (const [index, given] of rows.entries()) {
          const personKey = await seed(`${round}x${String(index).padStart(2, '0')}`, given);
          const removedAt = given.removed ? 1 : null;
          const { locks: standing, temporaryPins } = given;
          const status = userStatus({ removedAt, locks: standing, temporaryPins });
          expected.get(status)?.push(personKey);
          seen.add(status);
        }
        for (const status of statuses) {
          const filter = { search: `${round}x`, status, emailBounced: false };
          const queries = () => database.reading(contractId);
          const found = await selectUsers(queries(), contractId, filter, null, 100);
          const [counted] = await countMatchingUsers(queries(), contractId, filter);
          expect(found.map(({ personKey }) => personKey)).toEqual(expected.get(status));
          expect(counted?.count).toBe(expected.get(status)?.length);
        }
      }),
      { numRuns: 30 },
    );
    expect(seen.size).toBe(statuses.length);
  });
});
