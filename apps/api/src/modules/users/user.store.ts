import type { UserStatus } from '@monban/domain/status';
import { and, asc, count, eq, gt, ilike, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { among } from '../../db/lists.ts';
import { persons, userLimits, userPermissions } from '../../db/tables/persons.ts';

export interface UserFilter {
  /** Part of a user ID or a name. */
  readonly search: string | null;
  readonly status: UserStatus | null;
  /** Only those whose mail comes back. */
  readonly emailBounced: boolean;
}

const everybody: UserFilter = { search: null, status: null, emailBounced: false };

const locked = sql`${persons.locks} <> '[]'::jsonb`;
const free = sql`${persons.locks} = '[]'::jsonb`;

/** `userStatus` of the domain, as conditions: a test holds both to the same answers. */
const inStatus: Readonly<Record<UserStatus, SQL | undefined>> = {
  REMOVED: isNotNull(persons.removedAt),
  LOCKED: and(isNull(persons.removedAt), locked),
  AWAITING_FIRST_LOGON: and(isNull(persons.removedAt), free, isNotNull(persons.temporaryUntil)),
  ACTIVE: and(isNull(persons.removedAt), free, isNull(persons.temporaryUntil)),
};

/** Without those removed, unless they are asked for. */
function matching(
  contractId: string,
  { emailBounced, search, status }: UserFilter,
): SQL | undefined {
  const pattern = search === null ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    eq(persons.contractId, contractId),
    isNotNull(persons.userId),
    status === null ? isNull(persons.removedAt) : inStatus[status],
    emailBounced ? isNotNull(persons.emailBouncedAt) : undefined,
    pattern === null ? undefined : or(ilike(persons.userId, pattern), ilike(persons.name, pattern)),
  );
}

export function selectUsers(
  queries: Queries,
  contractId: string,
  filter: UserFilter,
  after: string | null,
  limit: number,
) {
  return queries
    .select()
    .from(persons)
    .where(
      and(matching(contractId, filter), after === null ? undefined : gt(persons.personKey, after)),
    )
    .orderBy(asc(persons.personKey))
    .limit(limit);
}

/** All of a contract's users but those removed. */
export function selectPresentUsers(queries: Queries, contractId: string) {
  return queries
    .select()
    .from(persons)
    .where(matching(contractId, everybody))
    .orderBy(asc(persons.personKey));
}

export function countMatchingUsers(queries: Queries, contractId: string, filter: UserFilter) {
  return queries.select({ count: count() }).from(persons).where(matching(contractId, filter));
}

export function selectPerson(queries: Queries, contractId: string, personKey: string) {
  return queries
    .select()
    .from(persons)
    .where(and(eq(persons.contractId, contractId), eq(persons.personKey, personKey)));
}

export function selectPermissions(
  queries: Queries,
  contractId: string,
  personKeys: readonly string[],
) {
  return queries
    .select()
    .from(userPermissions)
    .where(
      and(eq(userPermissions.contractId, contractId), among(userPermissions.personKey, personKeys)),
    );
}

export function selectLimits(queries: Queries, contractId: string, personKeys: readonly string[]) {
  return queries
    .select()
    .from(userLimits)
    .where(and(eq(userLimits.contractId, contractId), among(userLimits.personKey, personKeys)));
}
