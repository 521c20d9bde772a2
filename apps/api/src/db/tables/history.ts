import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

import { bytes, exactJson, instant } from '../columns.ts';
import { contracts } from './contracts.ts';

/** What happened, per contract, each entry with the hash of the one before: it can only grow. */
export const historyEntries = pgTable(
  'history_entries',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.contractId),
    number: bigint('number', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    operation: text('operation').notNull(),
    actor: exactJson('actor').notNull(),
    address: text('address'),
    event: exactJson('event').notNull(),
    previousHash: bytes('previous_hash').notNull(),
    hash: bytes('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contractId, table.number] })],
);

/** Refusals of one kind beyond the first in an hour, counted until they become one entry. */
export const refusalTallies = pgTable(
  'refusal_tallies',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.contractId),
    hour: instant('hour').notNull(),
    because: text('because').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contractId, table.hour, table.because] })],
);

/** Notices to be sent: one row a recipient, written with the act (R10). */
export const outbox = pgTable(
  'outbox',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.contractId),
    number: bigint('number', { mode: 'number' }).notNull(),
    address: text('address').notNull(),
    at: instant('at').notNull(),
    event: exactJson('event').notNull(),
    sentAt: instant('sent_at'),
  },
  (table) => [primaryKey({ columns: [table.contractId, table.number, table.address] })],
);
