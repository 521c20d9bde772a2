import { type InferInsertModel, sql } from 'drizzle-orm';

import type { Queries } from '../db/client.ts';
import { given } from '../db/lists.ts';
import { outbox } from '../db/tables/history.ts';

export function insertNotices(
  queries: Queries,
  notices: readonly InferInsertModel<typeof outbox>[],
) {
  const rows = notices.map(({ at, ...notice }) => ({ ...notice, at: new Date(at).toISOString() }));
  const columns =
    '"contractId" text, number bigint, address text, at timestamptz, origin text, events text';
  return queries.execute(sql`
    insert into ${outbox} (contract_id, number, address, at, origin, events)
    select "contractId", number, address, at, origin, events::json from ${given(rows, columns)}`);
}
