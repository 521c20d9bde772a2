import type { UserId } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';
import type { Amounts } from '@monban/domain/limit';
import type { Permission, Service } from '@monban/domain/permission';
import { and, eq, sql } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { persons, userLimits, userPermissions } from '../../db/tables/persons.ts';

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

// However many rows, each of these is one text: a connection keeps every statement that it has ever prepared.

/** Fails as a whole where an ID was ever taken. */
export function insertUsers(queries: Queries, contractId: string, users: readonly NewUser[]) {
  const rows = users.map(({ addedAt, temporaryUntil, ...user }) => ({
    ...user,
    addedAt: new Date(addedAt).toISOString(),
    temporaryUntil: new Date(temporaryUntil).toISOString(),
  }));
  return queries.execute(sql`
    insert into ${persons}
      (contract_id, person_key, user_id, name, email, added_at, temporary_until, logon_hash, confirmation_hash)
    select ${contractId}, given.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      "personKey" text, "userId" text, name text, email text, "addedAt" timestamptz, "temporaryUntil" timestamptz,
      "logonHash" text, "confirmationHash" text)`);
}

export function selectUsersByKey(
  queries: Queries,
  contractId: string,
  personKeys: readonly string[],
) {
  const keys = sql`(select jsonb_array_elements_text(${JSON.stringify(personKeys)}::jsonb))`;
  return queries
    .select()
    .from(persons)
    .where(and(eq(persons.contractId, contractId), sql`${persons.personKey} in ${keys}`));
}

export function insertPermissionsOfUsers(
  queries: Queries,
  contractId: string,
  rows: readonly (Permission & { readonly personKey: string })[],
) {
  return queries.execute(sql`
    insert into ${userPermissions} (contract_id, person_key, service, action)
    select ${contractId}, given.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      "personKey" text, service text, action text)`);
}

export function insertLimitsOfUsers(
  queries: Queries,
  contractId: string,
  rows: readonly (Amounts & { readonly personKey: string; readonly service: Service })[],
) {
  return queries.execute(sql`
    insert into ${userLimits} (contract_id, person_key, service, per_transaction, per_day)
    select ${contractId}, given.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      "personKey" text, service text, "perTransaction" bigint, "perDay" bigint)`);
}
