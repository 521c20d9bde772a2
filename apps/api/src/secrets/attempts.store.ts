import type { Attempt, LockoutPolicy } from '@monban/domain/lockout';
import { and, eq, isNull, sql } from 'drizzle-orm';

import type { Database } from '../db/client.ts';
import { statement, type Value } from '../db/statement.ts';
import { contracts } from '../db/tables/contracts.ts';
import { persons } from '../db/tables/persons.ts';

/** What a reserved attempt is compared with. */
export interface Reserved {
  readonly registrationHash: string | null;
  readonly logonHash: string | null;
  readonly confirmationHash: string | null;
  readonly pinsVersion: number;
}

const wrongInARow = sql`${persons.wrongRegistration} + ${persons.wrongLogon} + ${persons.wrongConfirmation} + ${persons.wrongOneTimePassword}`;

/** Room for one more: asked again on the newest row after waiting for its lock. */
const roomOn = (contractId: Value<string>, personKey: Value<string>, threshold: Value<string>) =>
  and(
    eq(persons.contractId, contractId),
    eq(persons.personKey, personKey),
    isNull(persons.removedAt),
    sql`${persons.locks} = '[]'::jsonb`,
    sql`${wrongInARow} + jsonb_array_length(${persons.attempts}) < ${threshold}::int`,
  );

const reserving = statement(
  (
    queries,
    contractId: Value<string>,
    personKey: Value<string>,
    threshold: Value<string>,
    mark: Value<string>,
  ) =>
    queries
      .update(persons)
      .set({ attempts: sql`${persons.attempts} || ${mark}::jsonb` })
      .where(roomOn(contractId, personKey, threshold))
      .returning({
        registrationHash: persons.registrationHash,
        logonHash: persons.logonHash,
        confirmationHash: persons.confirmationHash,
        pinsVersion: persons.pinsVersion,
      }),
);

/**
 * The guarded statement on which at most seven wrong entries hang (A1): PostgreSQL evaluates the condition again on
 * the newest row after waiting for its lock. It asks what `hasRoom` of the domain asks, with the domain's bound.
 * Nothing comes back: no room, or the person is locked or gone.
 */
export async function reserveOnPerson(
  database: Database,
  contractId: string,
  personKey: string,
  attempt: Attempt,
  policy: LockoutPolicy,
): Promise<Reserved | null> {
  const mark = JSON.stringify([attempt]);
  const [reserved] = await database.stating(contractId, (queries) =>
    reserving(queries, contractId, personKey, String(policy.threshold), mark),
  );
  return reserved ?? null;
}

const touching = statement(
  (queries, contractId: Value<string>, personKey: Value<string>, threshold: Value<string>) =>
    queries
      .update(persons)
      .set({ attempts: sql`'[]'::jsonb` })
      .where(roomOn(contractId, personKey, threshold))
      .returning({ pinsVersion: persons.pinsVersion }),
);

/** The same statement's cost on a decoy, where no attempt may pile up. */
export async function touchDecoy(
  database: Database,
  contractId: string,
  personKey: string,
  policy: LockoutPolicy,
): Promise<void> {
  await database.stating(contractId, (queries) =>
    touching(queries, contractId, personKey, String(policy.threshold)),
  );
}

/** Where a person stands whose attempt found no room. */
export const findStanding = statement(
  (queries, contractId: Value<string>, personKey: Value<string>) =>
    queries
      .select({
        locks: persons.locks,
        contractLocks: contracts.locks,
        removedAt: persons.removedAt,
        attempts: persons.attempts,
      })
      .from(persons)
      .innerJoin(contracts, eq(contracts.contractId, persons.contractId))
      .where(and(eq(persons.contractId, contractId), eq(persons.personKey, personKey))),
);
