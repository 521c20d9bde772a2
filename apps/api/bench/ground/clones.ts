import postgres from 'postgres';

import type { BenchGround } from './ground.ts';

/** Everything that a contract has before its people do something with it. */
const tables = [
  'contracts',
  'contract_services',
  'notification_addresses',
  'persons',
  'user_permissions',
  'user_limits',
  'cards',
] as const;

/**
 * Copies of a contract under other IDs, with the same PINs and card: opening each of them would cost four hashes.
 * Nobody is logged on, and the history begins anew.
 */
export async function cloneContract(
  ground: BenchGround,
  contractId: string,
  clones: readonly string[],
): Promise<void> {
  await asSuperuser(ground, async (sql) => {
    for (const table of tables) {
      await sql.unsafe(
        `insert into ${table} select changed.* from ${table} found, unnest($2::text[]) clone, lateral jsonb_populate_record(found,
           jsonb_build_object('contract_id', clone, 'current_session', null, 'history_count', 0, 'history_hash', '\\x' || repeat('00', 32))) changed
         where found.contract_id = $1`,
        [contractId, [...clones]],
      );
    }
  });
}

/** Cards as on the first day: each is good for 25 logons that ask no cell twice, and 25 more. */
export async function renewCards(ground: BenchGround): Promise<void> {
  await asSuperuser(ground, async (sql) => {
    await sql`update cards set status = 'IN_FORCE', uses = array_fill(0, array[cardinality(uses)]) where status in ('IN_FORCE', 'EXHAUSTED')`;
  });
}

/** How many entries were compared with what this contract stores, and were wrong: each is an entry of its history. */
export async function countWrongEntries(ground: BenchGround, contractId: string): Promise<number> {
  return asSuperuser(ground, async (sql) => {
    const [row] = await sql<
      { count: number }[]
    >`select count(*)::int as count from history_entries where contract_id = ${contractId} and event->>'type' = 'WRONG_ENTRY'`;
    return row?.count ?? 0;
  });
}

async function asSuperuser<T>(
  { database }: BenchGround,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const url = new URL(database.superuserUrl);
  url.pathname = new URL(database.applicationUrl).pathname;
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
