import type { Instant } from '@monban/domain/instant';
import {
  and,
  asc,
  eq,
  exists,
  gt,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  or,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

import type { Queries } from './db/client.ts';
import { among } from './db/lists.ts';
import { addressTries } from './db/tables/address-tries.ts';
import { authorizations, dayUsage } from './db/tables/authorizations.ts';
import { certificates } from './db/tables/certificates.ts';
import { contracts } from './db/tables/contracts.ts';
import { refusalTallies } from './db/tables/history.ts';
import { sessions } from './db/tables/sessions.ts';

/** Contracts, decoys too, behind `after` that have tallies of hours before `hour`. */
export function selectTallied(queries: Queries, hour: Instant, after: string, limit: number) {
  return queries
    .selectDistinct({ contractId: refusalTallies.contractId })
    .from(refusalTallies)
    .where(and(lt(refusalTallies.hour, hour), gt(refusalTallies.contractId, after)))
    .orderBy(asc(refusalTallies.contractId))
    .limit(limit);
}

/** Contracts behind `after` that have sessions begun before `at`. */
export function selectWithSessionsBefore(
  queries: Queries,
  at: Instant,
  after: string,
  limit: number,
) {
  return queries
    .selectDistinct({ contractId: sessions.contractId })
    .from(sessions)
    .where(and(lt(sessions.startedAt, at), gt(sessions.contractId, after)))
    .orderBy(asc(sessions.contractId))
    .limit(limit);
}

/** Contracts behind `after` that have authorisations which expired until `at`. */
export function selectWithExpired(queries: Queries, at: Instant, after: string, limit: number) {
  return queries
    .selectDistinct({ contractId: authorizations.contractId })
    .from(authorizations)
    .where(
      and(
        eq(authorizations.status, 'AUTHORIZED'),
        lte(authorizations.expiresAt, at),
        gt(authorizations.contractId, after),
      ),
    )
    .orderBy(asc(authorizations.contractId))
    .limit(limit);
}

/** Contracts behind `after` that keep idempotency keys of requests until `at`, or the usage of days before `day`. */
export function selectWithOldRequests(
  queries: Queries,
  at: Instant,
  day: string,
  after: string,
  limit: number,
) {
  const { contractId } = contracts;
  const keyed = queries
    .select({ one: sql`1` })
    .from(authorizations)
    .where(
      and(
        eq(authorizations.contractId, contractId),
        isNotNull(authorizations.idempotencyKey),
        lte(authorizations.authorizedAt, at),
      ),
    );
  const counted = queries
    .select({ one: sql`1` })
    .from(dayUsage)
    .where(and(eq(dayUsage.contractId, contractId), lt(dayUsage.day, day)));
  return queries
    .select({ contractId })
    .from(contracts)
    .where(and(gt(contractId, after), or(exists(keyed), exists(counted))))
    .orderBy(asc(contractId))
    .limit(limit);
}

/**
 * Contracts behind `after` that have certificates which are near enough to their end to be told of, and were not. Whose
 * holder has another one that goes on longer is none: it would be found every time, for nothing, until its end.
 */
export function selectWithEndingCertificates(
  queries: Queries,
  now: Instant,
  warnings: readonly { readonly days: number; readonly until: Instant }[],
  after: string,
  limit: number,
) {
  const longer = alias(certificates, 'longer');
  const outlasting = queries
    .select({ one: sql`1` })
    .from(longer)
    .where(
      and(
        eq(longer.contractId, certificates.contractId),
        eq(longer.personKey, certificates.personKey),
        isNull(longer.revokedAt),
        gt(longer.until, certificates.until),
      ),
    );
  return queries
    .selectDistinct({ contractId: certificates.contractId })
    .from(certificates)
    .innerJoin(contracts, eq(contracts.contractId, certificates.contractId))
    .where(
      and(
        isNull(certificates.revokedAt),
        gt(certificates.until, now),
        // What the index on ends is read up to.
        lte(certificates.until, Math.max(...warnings.map(({ until }) => until))),
        notExists(outlasting),
        or(
          ...warnings.map(({ days, until }) =>
            and(
              lte(certificates.until, until),
              or(isNull(certificates.warnedDays), gt(certificates.warnedDays, days)),
            ),
          ),
        ),
        or(isNull(contracts.closedAt), gt(contracts.closedAt, now)),
        gt(certificates.contractId, after),
      ),
    )
    .orderBy(asc(certificates.contractId))
    .limit(limit);
}

/** Contracts behind `after` that have certificates of the bank's in force whose serials are among these. */
export function selectWithListed(
  queries: Queries,
  serials: readonly string[],
  now: Instant,
  after: string,
  limit: number,
) {
  return queries
    .selectDistinct({ contractId: certificates.contractId })
    .from(certificates)
    .innerJoin(contracts, eq(contracts.contractId, certificates.contractId))
    .where(
      and(
        eq(certificates.authority, 'BANK'),
        isNull(certificates.revokedAt),
        gt(certificates.until, now),
        among(sql`ltrim(${certificates.serial}, '0')`, serials),
        or(isNull(contracts.closedAt), gt(contracts.closedAt, now)),
        gt(certificates.contractId, after),
      ),
    )
    .orderBy(asc(certificates.contractId))
    .limit(limit);
}

export function deleteUsageBefore(queries: Queries, contractId: string, day: string) {
  return queries
    .delete(dayUsage)
    .where(and(eq(dayUsage.contractId, contractId), lt(dayUsage.day, day)));
}

export function deleteSessionsBefore(queries: Queries, contractId: string, at: Instant) {
  return queries
    .delete(sessions)
    .where(and(eq(sessions.contractId, contractId), lt(sessions.startedAt, at)));
}

/** Tries of whichever address that count no more (A17). They belong to no contract. */
export function deleteTriesUntil(queries: Queries, until: Instant) {
  return queries.delete(addressTries).where(lte(addressTries.at, until));
}
