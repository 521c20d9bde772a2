import { and, eq, type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

import { bytes, exactJson, instant } from '../columns.ts';
import { contracts } from './contracts.ts';

/**
 * What entries are found by, drawn from the hashed columns by the database itself. Nobody can write these, but whoever
 * owns the table can have them not drawn any more: verification draws them once more.
 */
export const drawnForSearch = {
  eventType: sql`event ->> 'type'`,
  /** The user whom it concerns, in lower case. */
  concerns: sql`lower(coalesce(event ->> 'userId', event -> 'person' ->> 'userId'))`,
  /** Who did it, as it is shown, in lower case. */
  actorName: sql`lower(case actor ->> 'kind' when 'USER' then actor ->> 'userId' when 'BANK' then (actor ->> 'clientId') || '/' || (actor ->> 'subject') else '@' || (actor ->> 'kind') end)`,
};

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
    eventType: text('event_type').generatedAlwaysAs(drawnForSearch.eventType),
    concerns: text('concerns').generatedAlwaysAs(drawnForSearch.concerns),
    actorName: text('actor_name').generatedAlwaysAs(drawnForSearch.actorName),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.number] }),
    index('history_entries_concerns').on(table.contractId, table.concerns, table.number),
  ],
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

/** The one that a notice's mail goes to. */
export function recipientOf(contractId: SQL, address: SQL): SQL {
  return sql`hashtextextended(${contractId} || '/' || lower(${address}), 0)::text`;
}

/** Notices to be sent: one row an act and recipient, written with the act (R10). */
export const outbox = pgTable(
  'outbox',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.contractId),
    /** The first of the act's entries in the history. */
    number: bigint('number', { mode: 'number' }).notNull(),
    address: text('address').notNull(),
    at: instant('at').notNull(),
    /** Where the request came from; null where it came over no network. */
    origin: text('origin'),
    /** The contract's, as the act left it: the mail says the same at each try, and to whoever reads it later. */
    locale: text('locale').$type<'ja' | 'en'>().notNull(),
    /** All that the act did of which this address is told. */
    events: exactJson('events').notNull(),
    /** When the mail server took it; it may have come back since. */
    sentAt: instant('sent_at'),
    /** What its mail is known by, however often it is sent: drawn once, so that it tells nothing of whom it is about. */
    messageId: uuid('message_id').notNull().defaultRandom(),
    /**
     * Whose mails follow one another: contract and address, in whatever letters, as 64 bits. It names the job and the
     * lock, where no wall stands, and tells no address there. Should two be the same, they only wait for each other.
     */
    recipient: text('recipient')
      .notNull()
      .generatedAlwaysAs(recipientOf(sql`contract_id`, sql`address`)),
    /** How often sending it was put off, since it was written or given out anew. */
    tries: integer('tries').notNull().default(0),
    /** What the mail server said last, or the status with which the mail came back, in printable ASCII; null: it took the mail, or never answered. */
    reply: text('reply'),
    /** Not null: nobody tries to send it any more. */
    failedAt: instant('failed_at'),
    /** When the desk had it sent anew. */
    resentAt: instant('resent_at'),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.number, table.address] }),
    uniqueIndex('outbox_message_id').on(table.messageId),
    index('outbox_waiting')
      .on(table.contractId, table.recipient, table.number)
      .where(sql`sent_at is null and failed_at is null`),
    index('outbox_recipient').on(table.contractId, table.recipient, table.number),
    index('outbox_failed')
      .on(table.failedAt, table.messageId)
      .where(sql`failed_at is not null`),
    index('outbox_failed_of_contract')
      .on(table.contractId, table.failedAt, table.messageId)
      .where(sql`failed_at is not null`),
  ],
);

/** The first entry of the act that a notice tells: it says who acted. */
export const itsEntry = and(
  eq(historyEntries.contractId, outbox.contractId),
  eq(historyEntries.number, outbox.number),
);
