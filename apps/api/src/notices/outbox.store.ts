import { and, asc, desc, eq, type InferInsertModel, sql } from 'drizzle-orm';

import type { Queries } from '../db/client.ts';
import { given } from '../db/lists.ts';
import { contracts, notificationAddresses } from '../db/tables/contracts.ts';
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

/**
 * Notices of all contracts, the newest first, each with what its mail is written with: the contract's language, and
 * the address as it now stands, if it is one of the contract's.
 */
export function selectNotices(queries: Queries, limit: number) {
  return queries
    .select({ notice: outbox, locale: contracts.locale, recipient: notificationAddresses })
    .from(outbox)
    .innerJoin(contracts, eq(contracts.contractId, outbox.contractId))
    .leftJoin(
      notificationAddresses,
      and(
        eq(notificationAddresses.contractId, outbox.contractId),
        eq(sql`lower(${notificationAddresses.address})`, sql`lower(${outbox.address})`),
      ),
    )
    .orderBy(desc(outbox.at), desc(outbox.number), asc(outbox.address))
    .limit(limit);
}
