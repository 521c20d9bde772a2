import type { Instant } from '@monban/domain/instant';
import { and, count, desc, eq, type InferInsertModel, lt, sql } from 'drizzle-orm';

import type { Queries } from '../db/client.ts';
import { historyEntries, refusalTallies } from '../db/tables/history.ts';

export function insertEntries(
  queries: Queries,
  entries: readonly InferInsertModel<typeof historyEntries>[],
) {
  return queries.insert(historyEntries).values([...entries]);
}

/** Counts one more refusal of this kind in this hour, and answers how many that makes. */
export function tallyRefusal(queries: Queries, contractId: string, hour: Instant, because: string) {
  return queries
    .insert(refusalTallies)
    .values({ contractId, hour, because, count: 1 })
    .onConflictDoUpdate({
      target: [refusalTallies.contractId, refusalTallies.hour, refusalTallies.because],
      set: { count: sql`${refusalTallies.count} + 1` },
    })
    .returning({ count: refusalTallies.count });
}

/** Takes out the tallies of the hours that are over. */
export function takeTalliesBefore(queries: Queries, contractId: string, hour: Instant) {
  return queries
    .delete(refusalTallies)
    .where(and(eq(refusalTallies.contractId, contractId), lt(refusalTallies.hour, hour)))
    .returning({ because: refusalTallies.because, count: refusalTallies.count });
}

/** The newest first; `before`: only entries older than this one. */
export function selectEntries(
  queries: Queries,
  contractId: string,
  before: number | null,
  limit: number,
) {
  return queries
    .select()
    .from(historyEntries)
    .where(
      and(
        eq(historyEntries.contractId, contractId),
        before === null ? undefined : lt(historyEntries.number, before),
      ),
    )
    .orderBy(desc(historyEntries.number))
    .limit(limit);
}

export function countEntries(queries: Queries, contractId: string) {
  return queries
    .select({ count: count() })
    .from(historyEntries)
    .where(eq(historyEntries.contractId, contractId));
}
