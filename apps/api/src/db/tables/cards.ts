import type { CardStatus } from '@monban/domain/card';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';

import { bytes, instant } from '../columns.ts';
import { contracts } from './contracts.ts';

/**
 * Customer cards (R8). The table of digits is not here: it is derived from a key outside the database and the salt.
 * The challenge stays the same until a complete logon has answered it.
 */
export const cards = pgTable(
  'cards',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.contractId),
    cardId: text('card_id').notNull(),
    serial: text('serial').notNull(),
    status: text('status').$type<CardStatus>().notNull(),
    issuedAt: instant('issued_at').notNull(),
    keyId: text('key_id').notNull(),
    salt: bytes('salt').notNull(),
    /** How often each cell was asked in completed logons, row by row. */
    uses: integer('uses').array().notNull(),
    challengeId: text('challenge_id').notNull(),
    challengeCells: integer('challenge_cells').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.cardId] }),
    uniqueIndex('cards_one_in_force')
      .on(table.contractId)
      .where(sql`status = 'IN_FORCE'`),
    uniqueIndex('cards_one_sent')
      .on(table.contractId)
      .where(sql`status = 'SENT'`),
    index('cards_serial').on(table.serial),
    check(
      'cards_status',
      sql`${table.status} in ('SENT', 'IN_FORCE', 'LOST', 'REPLACED', 'EXHAUSTED', 'WITHDRAWN')`,
    ),
  ],
);
