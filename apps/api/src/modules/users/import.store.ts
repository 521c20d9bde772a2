import type { UserId } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';
import { and, eq, sql } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { among, given } from '../../db/lists.ts';
import { persons } from '../../db/tables/persons.ts';

/** A user who is added along with others. */
export interface NewUser {
  readonly personKey: string;
  readonly userId: UserId;
  readonly name: string;
  readonly email: string | null;
  readonly addedAt: Instant;
  readonly temporaryUntil: Instant;
  readonly logonHash: string;
  readonly confirmationHash: string;
}

/** Fails as a whole where an ID was ever taken. */
export function insertUsers(queries: Queries, contractId: string, users: readonly NewUser[]) {
  const rows = users.map(({ addedAt, temporaryUntil, ...user }) => ({
    ...user,
    addedAt: new Date(addedAt).toISOString(),
    temporaryUntil: new Date(temporaryUntil).toISOString(),
  }));
  const columns = `"personKey" text, "userId" text, name text, email text, "addedAt" timestamptz,
    "temporaryUntil" timestamptz, "logonHash" text, "confirmationHash" text`;
  return queries.execute(sql`
    insert into ${persons}
      (contract_id, person_key, user_id, name, email, added_at, temporary_until, logon_hash, confirmation_hash)
    select ${contractId}, given.* from ${given(rows, columns)}`);
}

export function selectUsersByKey(
  queries: Queries,
  contractId: string,
  personKeys: readonly string[],
) {
  return queries
    .select()
    .from(persons)
    .where(and(eq(persons.contractId, contractId), among(persons.personKey, personKeys)));
}
