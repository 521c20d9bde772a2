import type { Instant } from '@monban/domain/instant';
import { and, eq, lte, sql } from 'drizzle-orm';

import type { Database, Queries } from '../db/client.ts';
import { addressTries } from '../db/tables/address-tries.ts';

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

/**
 * Counts a try in advance, unless this address has had its fill; answers whether it was counted. One address' tries
 * follow one another, so that many at once pass no more than one by one.
 */
export async function countTry(database: Database, entry: AddressTry): Promise<boolean> {
  const { address, contractKey, at, since, threshold, contracts } = entry;
  const { counting } = await database.acting(noContract, (tx) => {
    const { queries } = tx;
    const used = queries
      .select({ one: sql`1` })
      .from(addressTries)
      .where(sql`${addressTries.address} = ${address} and ${addressTries.wrong} >= ${threshold}`);
    // Each is sent off here, in this order and ahead of the commit: a query that is only built runs when it is awaited.
    const lock = queries
      .execute(sql`select pg_advisory_xact_lock(hashtextextended(${address}, 0))`)
      .execute();
    const forget = queries
      .delete(addressTries)
      .where(and(eq(addressTries.address, address), lte(addressTries.at, since)))
      .execute();
    const tried = queries
      .execute(sql`
      insert into ${addressTries} (address, contract_key, at, wrong)
      select ${address}, ${contractKey}, ${new Date(at).toISOString()}::timestamptz, 1
      where (select count(*) from (${used}) used) < ${contracts}
      on conflict (address, contract_key) do update set wrong = ${addressTries.wrong} + 1, at = excluded.at
      returning wrong`)
      .execute();
    // In one journey, with the commit behind them.
    for (const query of [lock, forget, tried]) tx.atCommit({ execute: () => query });
    return Promise.resolve({ counting: tried });
  });
  return (await counting).length > 0;
}

/** The try was no wrong entry after all. */
export function uncountTry(queries: Queries, address: string, contractKey: string) {
  return queries
    .update(addressTries)
    .set({ wrong: sql`greatest(0, ${addressTries.wrong} - 1)` })
    .where(and(eq(addressTries.address, address), eq(addressTries.contractKey, contractKey)));
}
