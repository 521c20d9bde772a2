import {
  and,
  count,
  eq,
  type InferInsertModel,
  isNotNull,
  isNull,
  like,
  or,
  sql,
} from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { among } from '../../db/lists.ts';
import { administratorKey, type PersonRow } from '../../db/rows.ts';
import { statement, type Value } from '../../db/statement.ts';
import { persons } from '../../db/tables/persons.ts';
import { update } from '../../db/writes.ts';

type Text = string | Value<string>;

const updateOne = update(persons, 'contractId', 'personKey');

const onePerson = (contractId: Text, personKey: Text) =>
  and(eq(persons.contractId, contractId), eq(persons.personKey, personKey));

/** One person, locked; asked only after the contract was. */
export const lockPerson = statement(
  (queries, contractId: Value<string>, personKey: Value<string>) =>
    queries.select().from(persons).where(onePerson(contractId, personKey)).for('update'),
);

export function updatePerson(
  queries: Queries,
  contractId: string,
  personKey: string,
  changes: Partial<PersonRow>,
) {
  return updateOne(queries, { contractId, personKey }, changes);
}

export function selectAdministratorsOf(queries: Queries, contractIds: readonly string[]) {
  return queries
    .select()
    .from(persons)
    .where(and(among(persons.contractId, contractIds), eq(persons.personKey, administratorKey)));
}

/** How many people, of all contracts, have a PIN that is hashed with this pepper; without those removed. */
export function countHashedWith(queries: Queries, pepperId: string) {
  const hashed = [persons.registrationHash, persons.logonHash, persons.confirmationHash];
  return queries
    .select({ count: count() })
    .from(persons)
    .where(
      and(isNull(persons.removedAt), or(...hashed.map((hash) => like(hash, `${pepperId}$%`)))),
    );
}

/** Nothing comes back if the user ID was ever taken: by somebody removed, too. */
export function insertPerson(queries: Queries, person: InferInsertModel<typeof persons>) {
  return queries.insert(persons).values(person).onConflictDoNothing().returning();
}

/** Whoever of the contract has no lock of their own starts afresh. */
export function clearCounts(queries: Queries, contractId: string, cleared: Partial<PersonRow>) {
  return queries
    .update(persons)
    .set(cleared)
    .where(and(eq(persons.contractId, contractId), sql`${persons.locks} = '[]'::jsonb`));
}

/** How many users the contract has, without those removed. */
export function countUsers(queries: Queries, contractId: string) {
  return queries
    .select({ count: count() })
    .from(persons)
    .where(
      and(eq(persons.contractId, contractId), isNotNull(persons.userId), isNull(persons.removedAt)),
    );
}

/** Every user ID that the contract has ever given out. */
export function selectUserIds(queries: Queries, contractId: string) {
  return queries
    .select({
      userId: persons.userId,
      personKey: persons.personKey,
      removedAt: persons.removedAt,
    })
    .from(persons)
    .where(and(eq(persons.contractId, contractId), isNotNull(persons.userId)));
}

export function selectEmails(queries: Queries, contractId: string, personKeys: readonly string[]) {
  const { email, leavingEmails, personKey } = persons;
  return queries
    .select({ personKey, email, leavingEmails })
    .from(persons)
    .where(and(eq(persons.contractId, contractId), among(persons.personKey, personKeys)));
}
