import { and, asc, eq, getTableColumns, gt, lte, min, notLike, sql } from 'drizzle-orm';

import type { Queries } from '../db/client.ts';
import { contracts } from '../db/tables/contracts.ts';
import { drawnForSearch, historyEntries } from '../db/tables/history.ts';

/** Contract IDs in order, behind `after`. Decoys, which begin with a letter, have no history. */
export function selectContractIds(queries: Queries, after: string, limit: number) {
  return queries
    .select({ contractId: contracts.contractId })
    .from(contracts)
    .where(and(gt(contracts.contractId, after), notLike(contracts.contractId, 'D%')))
    .orderBy(asc(contracts.contractId))
    .limit(limit);
}

/** Where a history ends by its contract, and the first entry behind that end, as one statement saw both. */
export function selectHead(queries: Queries, contractId: string) {
  return queries
    .select({
      historyCount: contracts.historyCount,
      historyHash: contracts.historyHash,
      beyond: min(historyEntries.number),
    })
    .from(contracts)
    .leftJoin(
      historyEntries,
      and(
        eq(historyEntries.contractId, contracts.contractId),
        gt(historyEntries.number, contracts.historyCount),
      ),
    )
    .where(eq(contracts.contractId, contractId))
    .groupBy(contracts.contractId);
}

/** Whether an entry is found by what it says. */
const foundByWhatItSays = sql<boolean>`(${historyEntries.eventType}, ${historyEntries.concerns}, ${historyEntries.actorName})
  is not distinct from (${drawnForSearch.eventType}, ${drawnForSearch.concerns}, ${drawnForSearch.actorName})`;

/** Entries in order, behind `after` (null: from whatever comes first) and up to `last`. */
export function selectChain(
  queries: Queries,
  contractId: string,
  after: number | null,
  last: number,
  limit: number,
) {
  return queries
    .select({ ...getTableColumns(historyEntries), foundByWhatItSays })
    .from(historyEntries)
    .where(
      and(
        eq(historyEntries.contractId, contractId),
        after === null ? undefined : gt(historyEntries.number, after),
        lte(historyEntries.number, last),
      ),
    )
    .orderBy(asc(historyEntries.number))
    .limit(limit);
}
