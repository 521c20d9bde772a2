import type { ServiceLimit } from '@monban/domain/history-event';
import type { Permission } from '@monban/domain/permission';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { persons, userLimits, userPermissions } from '../../db/tables/persons.ts';

/** These users, locked in the order of their keys; asked only after the contract was. */
export function lockUsers(queries: Queries, contractId: string, personKeys: readonly string[]) {
  return queries
    .select()
    .from(persons)
    .where(and(eq(persons.contractId, contractId), inArray(persons.personKey, [...personKeys])))
    .orderBy(asc(persons.personKey))
    .for('update');
}

/** What each of them may do from now on, instead of all that they could. */
export function replacePermissions(
  queries: Queries,
  contractId: string,
  users: readonly { readonly personKey: string; readonly permissions: readonly Permission[] }[],
): readonly { execute(): Promise<unknown> }[] {
  const rows = users.flatMap(({ personKey, permissions }) =>
    permissions.map(({ service, action }) => ({ contractId, personKey, service, action })),
  );
  return [
    queries.delete(userPermissions).where(
      and(
        eq(userPermissions.contractId, contractId),
        inArray(
          userPermissions.personKey,
          users.map(({ personKey }) => personKey),
        ),
      ),
    ),
    ...(rows.length === 0 ? [] : [queries.insert(userPermissions).values(rows)]),
  ];
}

/** For how much each of them may from now on, instead of all that was set. */
export function replaceLimits(
  queries: Queries,
  contractId: string,
  users: readonly { readonly personKey: string; readonly limits: readonly ServiceLimit[] }[],
): readonly { execute(): Promise<unknown> }[] {
  const rows = users.flatMap(({ personKey, limits }) =>
    limits.map(({ service, limit }) => ({
      contractId,
      personKey,
      service,
      perTransaction: limit.perTransaction,
      perDay: limit.perDay,
    })),
  );
  return [
    queries.delete(userLimits).where(
      and(
        eq(userLimits.contractId, contractId),
        inArray(
          userLimits.personKey,
          users.map(({ personKey }) => personKey),
        ),
      ),
    ),
    ...(rows.length === 0 ? [] : [queries.insert(userLimits).values(rows)]),
  ];
}

/** These users' data has changed. */
export function raiseVersions(queries: Queries, contractId: string, personKeys: readonly string[]) {
  return queries
    .update(persons)
    .set({ version: sql`${persons.version} + 1` })
    .where(and(eq(persons.contractId, contractId), inArray(persons.personKey, [...personKeys])));
}

/** Which accounts these users may use from now on. */
export function replaceAccounts(
  queries: Queries,
  contractId: string,
  personKeys: readonly string[],
  accounts: readonly string[],
) {
  return queries
    .update(persons)
    .set({ accounts })
    .where(and(eq(persons.contractId, contractId), inArray(persons.personKey, [...personKeys])));
}
