import type { ServiceLimit } from '@monban/domain/history-event';
import type { Permission } from '@monban/domain/permission';
import { and, asc, eq, sql } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { among, given } from '../../db/lists.ts';
import { persons, userLimits, userPermissions } from '../../db/tables/persons.ts';

type Write = { execute(): Promise<unknown> };

/** What some users may do. */
export type Permitted = readonly {
  readonly personKey: string;
  readonly permissions: readonly Permission[];
}[];

/** For how much. */
export type Limited = readonly {
  readonly personKey: string;
  readonly limits: readonly ServiceLimit[];
}[];

const these = (contractId: string, personKeys: readonly string[]) =>
  and(eq(persons.contractId, contractId), among(persons.personKey, personKeys));

const keysOf = (users: readonly { readonly personKey: string }[]) =>
  users.map(({ personKey }) => personKey);

/** These users, locked in the order of their keys; asked only after the contract was. */
export function lockUsers(queries: Queries, contractId: string, personKeys: readonly string[]) {
  return queries
    .select()
    .from(persons)
    .where(these(contractId, personKeys))
    .orderBy(asc(persons.personKey))
    .for('update');
}

export function insertPermissions(queries: Queries, contractId: string, users: Permitted): Write {
  const rows = users.flatMap(({ personKey, permissions }) =>
    permissions.map(({ service, action }) => ({ personKey, service, action })),
  );
  return queries.execute(sql`
    insert into ${userPermissions} (contract_id, person_key, service, action)
    select ${contractId}, given.* from ${given(rows, '"personKey" text, service text, action text')}`);
}

export function insertLimits(queries: Queries, contractId: string, users: Limited): Write {
  const rows = users.flatMap(({ personKey, limits }) =>
    limits.map(({ service, limit }) => ({ personKey, service, ...limit })),
  );
  const columns = '"personKey" text, service text, "perTransaction" bigint, "perDay" bigint';
  return queries.execute(sql`
    insert into ${userLimits} (contract_id, person_key, service, per_transaction, per_day)
    select ${contractId}, given.* from ${given(rows, columns)}`);
}

/** What each of them may do from now on, instead of all that they could. */
export function replacePermissions(
  queries: Queries,
  contractId: string,
  users: Permitted,
): readonly Write[] {
  const theirs = and(
    eq(userPermissions.contractId, contractId),
    among(userPermissions.personKey, keysOf(users)),
  );
  return [
    queries.delete(userPermissions).where(theirs),
    insertPermissions(queries, contractId, users),
  ];
}

/** For how much each of them may from now on, instead of all that was set. */
export function replaceLimits(
  queries: Queries,
  contractId: string,
  users: Limited,
): readonly Write[] {
  const theirs = and(
    eq(userLimits.contractId, contractId),
    among(userLimits.personKey, keysOf(users)),
  );
  return [queries.delete(userLimits).where(theirs), insertLimits(queries, contractId, users)];
}

/** Which accounts each of them may use from now on. */
export function replaceAccounts(
  queries: Queries,
  contractId: string,
  users: readonly { readonly personKey: string; readonly accounts: readonly string[] }[],
): Write {
  const rows = users.map(({ personKey, accounts }) => ({ personKey, accounts }));
  return queries.execute(sql`
    update ${persons} set accounts = given.accounts
    from ${given(rows, '"personKey" text, accounts jsonb')}
    where ${persons.contractId} = ${contractId} and ${persons.personKey} = given."personKey"`);
}

/** These users' data has changed. */
export function raiseVersions(queries: Queries, contractId: string, personKeys: readonly string[]) {
  return queries
    .update(persons)
    .set({ version: sql`${persons.version} + 1` })
    .where(these(contractId, personKeys));
}
