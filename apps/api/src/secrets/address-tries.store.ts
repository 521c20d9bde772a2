import type { Instant } from '@monban/domain/instant';
import { and, eq, sql } from 'drizzle-orm';

import type { Database } from '../db/client.ts';
import { statement, type Value } from '../db/statement.ts';
import { addressTries } from '../db/tables/address-tries.ts';
import { writing } from '../db/writes.ts';

export interface AddressTry {
  readonly address: string;
  readonly contractKey: string;
  readonly at: Instant;
  /** Tries before this moment count no more. */
  readonly since: Instant;
  /** Wrong entries that lock a contract. */
  readonly threshold: number;
  /** Contracts that one address may lock before it is refused. */
  readonly contracts: number;
}

/** No contract has this ID: what is written here belongs to none. */
const noContract = '-';

const locking = statement((queries, address: Value<string>) =>
  queries
    .select({
      locked: sql`pg_advisory_xact_lock(hashtextextended(${address}, 0))`,
    })
    .from(sql`(values (1)) as once`),
);

const forgetting = writing(addressTries, (queries, address: Value<string>, since: Value<string>) =>
  queries
    .delete(addressTries)
    .where(
      and(eq(addressTries.address, address), sql`${addressTries.at} <= ${since}::timestamptz`),
    ),
);

const trying = statement(
  (
    queries,
    address: Value<string>,
    contractKey: Value<string>,
    at: Value<string>,
    threshold: Value<string>,
    contracts: Value<string>,
  ) =>
    queries
      .insert(addressTries)
      .select(
        sql`select ${address}::text, ${contractKey}::text, ${at}::timestamptz, 1 where (
          select count(*) from ${addressTries} used
          where used.address = ${address} and used.wrong >= ${threshold}::int) < ${contracts}::int`,
      )
      .onConflictDoUpdate({
        target: [addressTries.address, addressTries.contractKey],
        set: { wrong: sql`${addressTries.wrong} + 1`, at: sql`excluded.at` },
      })
      .returning({ wrong: addressTries.wrong }),
);

/**
 * Counts a try in advance, unless this address has had its fill; answers whether it was counted. One address' tries
 * follow one another, so that many at once pass no more than one by one.
 */
export async function countTry(database: Database, entry: AddressTry): Promise<boolean> {
  const { address, contractKey, at, since, threshold, contracts } = entry;
  const moment = new Date(at).toISOString();
  const until = new Date(since).toISOString();
  const { counting } = await database.acting(noContract, ({ atCommit, queries }) => {
    // Each is sent off here, in this order and ahead of the commit: a query that is only built runs when it is awaited.
    const lock = locking(queries, address).execute();
    const forget = forgetting(queries, address, until).execute();
    const tried = trying(
      queries,
      address,
      contractKey,
      moment,
      String(threshold),
      String(contracts),
    ).execute();
    // In one journey, with the commit behind them.
    for (const query of [lock, forget, tried]) atCommit({ execute: () => query });
    return Promise.resolve({ counting: tried });
  });
  return (await counting).length > 0;
}

/** The try was no wrong entry after all. */
export const uncountTry = writing(
  addressTries,
  (queries, address: Value<string>, contractKey: Value<string>) =>
    queries
      .update(addressTries)
      .set({ wrong: sql`greatest(0, ${addressTries.wrong} - 1)` })
      .where(and(eq(addressTries.address, address), eq(addressTries.contractKey, contractKey))),
);
