import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

import { instant } from '../columns.ts';

/**
 * Wrong entries of strangers by network address, so that nobody locks company after company (A17). The contract IDs
 * stand here as they were drawn by a key: what a stranger typed is never recorded.
 */
export const addressTries = pgTable(
  'address_tries',
  {
    address: text('address').notNull(),
    contractKey: text('contract_key').notNull(),
    at: instant('at').notNull(),
    wrong: integer('wrong').notNull(),
  },
  (table) => [primaryKey({ columns: [table.address, table.contractKey] })],
);
