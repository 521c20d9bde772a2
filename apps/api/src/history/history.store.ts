import { eventTypesOf } from '@monban/domain/history-kind';
import { anyoneAtTheBank, type HistoryFilter } from '@monban/domain/history-filter';
import type { Instant } from '@monban/domain/instant';
import {
  and,
  count,
  desc,
  eq,
  gte,
  type InferInsertModel,
  like,
  lt,
  type SQL,
  sql,
} from 'drizzle-orm';

import type { Queries } from '../db/client.ts';
import { givenIn } from '../db/lists.ts';
import { statement, type Value } from '../db/statement.ts';
import { historyEntries, refusalTallies } from '../db/tables/history.ts';
import { writing } from '../db/writes.ts';

const columns = `"contractId" text, number bigint, at timestamptz, operation text, actor text, address text, event text,
  "previousHash" text, hash text`;

const insertGiven = writing(historyEntries, (queries, rows: Value<string>) =>
  queries.execute(sql`
    insert into ${historyEntries}
      (contract_id, number, at, operation, actor, address, event, previous_hash, hash)
    select "contractId", number, at, operation, actor::json, address, event::json,
      decode("previousHash", 'hex'), decode(hash, 'hex')
    from ${givenIn(rows, columns)}`),
);

/** What is hashed is text on the way, too, so that it is kept to the letter. */
export function insertEntries(
  queries: Queries,
  entries: readonly InferInsertModel<typeof historyEntries>[],
) {
  const rows = entries.map(({ at, previousHash, hash, ...entry }) => ({
    ...entry,
    at: new Date(at).toISOString(),
    previousHash: previousHash.toString('hex'),
    hash: hash.toString('hex'),
  }));
  return insertGiven(queries, JSON.stringify(rows));
}

const tallying = statement(
  (queries, contractId: Value<string>, hour: Value<string>, because: Value<string>) =>
    queries
      .insert(refusalTallies)
      .select(sql`select ${contractId}::text, ${hour}::timestamptz, ${because}::text, 1`)
      .onConflictDoUpdate({
        target: [refusalTallies.contractId, refusalTallies.hour, refusalTallies.because],
        set: { count: sql`${refusalTallies.count} + 1` },
      })
      .returning({ count: refusalTallies.count }),
);

/** Counts one more refusal of this kind in this hour, and answers how many that makes. */
export function tallyRefusal(queries: Queries, contractId: string, hour: Instant, because: string) {
  return tallying(queries, contractId, new Date(hour).toISOString(), because);
}

const takingTallies = statement((queries, contractId: Value<string>, hour: Value<string>) =>
  queries
    .delete(refusalTallies)
    .where(
      and(
        eq(refusalTallies.contractId, contractId),
        sql`${refusalTallies.hour} < ${hour}::timestamptz`,
      ),
    )
    .returning({ because: refusalTallies.because, count: refusalTallies.count }),
);

/** Takes out the tallies of the hours that are over. */
export function takeTalliesBefore(queries: Queries, contractId: string, hour: Instant) {
  return takingTallies(queries, contractId, new Date(hour).toISOString());
}

/** `fits` of the domain, as conditions: a test holds both to the same answers. */
function matching(contractId: string, filter: HistoryFilter): SQL | undefined {
  const { kinds, actor, concerns, from, to, address } = filter;
  const types = eventTypesOf(kinds).join(',');
  return and(
    eq(historyEntries.contractId, contractId),
    // One parameter however many there are, so that the statement's text stays the same.
    kinds.length === 0
      ? undefined
      : sql`${historyEntries.eventType} = any(string_to_array(${types}, ','))`,
    actor === null ? undefined : byActor(actor),
    concerns === null ? undefined : eq(historyEntries.concerns, concerns),
    from === null ? undefined : gte(historyEntries.at, from),
    to === null ? undefined : lt(historyEntries.at, to),
    address === null ? undefined : eq(historyEntries.address, address),
  );
}

function byActor(actor: string): SQL {
  return actor === anyoneAtTheBank
    ? like(historyEntries.actorName, '%/%')
    : eq(historyEntries.actorName, actor);
}

/** The newest first; `before`: only entries older than this one. */
export function selectEntries(
  queries: Queries,
  contractId: string,
  filter: HistoryFilter,
  before: number | null,
  limit: number,
) {
  return queries
    .select()
    .from(historyEntries)
    .where(
      and(
        matching(contractId, filter),
        before === null ? undefined : lt(historyEntries.number, before),
      ),
    )
    .orderBy(desc(historyEntries.number))
    .limit(limit);
}

export function countEntries(queries: Queries, contractId: string, filter: HistoryFilter) {
  return queries
    .select({ count: count() })
    .from(historyEntries)
    .where(matching(contractId, filter));
}

/** The same, counted no further than `most`. */
export function countEntriesUpTo(
  queries: Queries,
  contractId: string,
  filter: HistoryFilter,
  most: number,
) {
  const some = queries
    .select({ number: historyEntries.number })
    .from(historyEntries)
    .where(matching(contractId, filter))
    .limit(most)
    .as('some');
  return queries.select({ count: count() }).from(some);
}
