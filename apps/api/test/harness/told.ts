import type postgres from 'postgres';

/** What an act left behind: its entries in the history, and whom it is told to. */
export interface Told {
  readonly entries: readonly {
    readonly operation: string;
    readonly actor: Readonly<Record<string, unknown>>;
    readonly event: Readonly<Record<string, unknown>>;
  }[];
  /** By recipient, what their one mail is about. */
  readonly mails: Readonly<Record<string, readonly string[]>>;
}

/** Runs an act, and answers what it added to a contract's history and outbox. */
export async function told(
  sql: postgres.Sql,
  contractId: string,
  act: () => Promise<unknown>,
): Promise<Told> {
  const last = async () => {
    const [row] = await sql<{ last: number }[]>`
      select coalesce(max(number), 0)::int as last from history_entries where contract_id = ${contractId}`;
    return row?.last ?? 0;
  };
  const before = await last();
  await act();
  const entries = await sql<Told['entries'][number][]>`
    select operation, actor, event from history_entries
    where contract_id = ${contractId} and number > ${before} order by number`;
  const mails = await sql<{ address: string; types: string[] }[]>`
    select address, (select array_agg(each ->> 'type') from json_array_elements(events) each) as types
    from outbox where contract_id = ${contractId} and number > ${before} order by address`;
  return {
    entries: [...entries],
    mails: Object.fromEntries(mails.map(({ address, types }) => [address, types])),
  };
}
