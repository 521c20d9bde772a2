import type { Instant } from '@monban/domain/instant';
import { and, asc, eq, gt, lt, lte } from 'drizzle-orm';

import type { Queries } from './db/client.ts';
import { addressTries } from './db/tables/address-tries.ts';
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

export function deleteSessionsBefore(queries: Queries, contractId: string, at: Instant) {
  return queries
    .delete(sessions)
    .where(and(eq(sessions.contractId, contractId), lt(sessions.startedAt, at)));
}

/** Tries of whichever address that count no more (A17). They belong to no contract. */
export function deleteTriesUntil(queries: Queries, until: Instant) {
  return queries.delete(addressTries).where(lte(addressTries.at, until));
}
