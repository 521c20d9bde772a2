import { createHash } from 'node:crypto';

import type postgres from 'postgres';

interface Row {
  readonly number: string;
  readonly at: Date;
  readonly operation: string;
  readonly actor: string;
  readonly address: string | null;
  readonly event: string;
  readonly hash: Buffer;
}

const beginning: Buffer = Buffer.alloc(32);

/**
 * Takes the hashes of a contract's entries anew, from one entry to another, and answers the last: what somebody does
 * who knows how they are taken and writes to the database as they please. Written out here a second time, so that a
 * product that took them differently one day, and so found its older histories broken, would be seen.
 * @param to the last entry to be rewritten; left out: all behind the first
 */
export async function rewriteHistory(
  sql: postgres.Sql,
  contractId: string,
  from: number,
  to?: number,
): Promise<Buffer> {
  const rows = await sql<Row[]>`
    select number, at, operation, actor::text as actor, address, event::text as event, hash from history_entries
    where contract_id = ${contractId} and number between ${from - 1} and ${to ?? 1_000_000} order by number`;
  let previous = from === 1 ? beginning : (rows[0]?.hash ?? beginning);
  for (const row of rows.filter(({ number }) => Number(number) >= from)) {
    const said = [
      contractId,
      Number(row.number),
      row.at.getTime(),
      row.operation,
      row.actor,
      row.address,
      row.event,
      previous.toString('hex'),
    ];
    const hash = createHash('sha256').update(JSON.stringify(said)).digest();
    await sql`update history_entries set hash = ${hash}, previous_hash = ${previous}
      where contract_id = ${contractId} and number = ${row.number}`;
    previous = hash;
  }
  return previous;
}

/** Sets the contract's own note of where its history ends. */
export async function setHead(
  sql: postgres.Sql,
  contractId: string,
  count: number,
  hash: Buffer,
): Promise<void> {
  await sql`update contracts set history_count = ${count}, history_hash = ${hash} where contract_id = ${contractId}`;
}
