import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

import { bytes, instant } from '../columns.ts';
import { persons } from './persons.ts';

/**
 * Sessions, found by the hash of their token. One is live while the person's row names it, the contract's epoch is
 * still its own, and its clock has not run out (R11).
 */
export const sessions = pgTable(
  'sessions',
  {
    contractId: text('contract_id').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    sessionId: text('session_id').notNull(),
    personKey: text('person_key').notNull(),
    epoch: integer('epoch').notNull(),
    startedAt: instant('started_at').notNull(),
    lastActAt: instant('last_act_at').notNull(),
    address: text('address').notNull(),
    /** The bank client beside whose token alone it works; null: a browser's. */
    bankClientId: text('bank_client_id'),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.tokenHash] }),
    index('sessions_person').on(table.contractId, table.personKey),
    foreignKey({
      columns: [table.contractId, table.personKey],
      foreignColumns: [persons.contractId, persons.personKey],
    }),
  ],
);
