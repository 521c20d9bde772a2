import type { WaitingOperation } from '@monban/domain/history-event';
import type { DeskActStatus, DeskSecret } from '@monban/domain/two-persons';
import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

import { exactJson, instant } from '../columns.ts';
import { contracts } from './contracts.ts';

/**
 * Acts of the desk that wait for a second person, and what became of them. An opening waits before there is a
 * contract, under the contract ID that it will have: so this refers to none.
 */
export const deskActs = pgTable(
  'desk_acts',
  {
    contractId: text('contract_id').notNull(),
    /** The contract ID, a hyphen, and eight digits. */
    actId: text('act_id').notNull(),
    operation: text('operation').$type<WaitingOperation>().notNull(),
    /** As it was asked for, and as it is read once more when it is approved. */
    input: exactJson('input').notNull(),
    status: text('status').$type<DeskActStatus>().notNull().default('WAITING'),
    askedAt: instant('asked_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    askedClient: text('asked_client').notNull(),
    /** The human: `sub` of the token. */
    askedSubject: text('asked_subject').notNull(),
    decidedAt: instant('decided_at'),
    decidedClient: text('decided_client'),
    decidedSubject: text('decided_subject'),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.actId] }),
    index('desk_acts_waiting')
      .on(table.actId)
      .where(sql`status = 'WAITING'`),
    check('desk_acts_status', sql`${table.status} in ('WAITING', 'APPROVED', 'DECLINED')`),
    check(
      'desk_acts_another_person',
      sql`${table.status} <> 'APPROVED' or (${table.decidedSubject} is not null and ${table.decidedSubject} <> ${table.askedSubject})`,
    ),
  ],
);

/** Which human at the desk was shown which secret of a contract: nobody gets both kinds, now or later. */
export const secretsSeen = pgTable(
  'secrets_seen',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.contractId),
    secret: text('secret').$type<DeskSecret>().notNull(),
    /** Which card; empty of a registration PIN. */
    cardId: text('card_id').notNull().default(''),
    /** Empty: from before this was noted. */
    subject: text('subject').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.secret, table.cardId, table.subject] }),
    check('secrets_seen_secret', sql`${table.secret} in ('REGISTRATION_PIN', 'CARD')`),
  ],
);
