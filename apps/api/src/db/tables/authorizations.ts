import type { TransactionAction } from '@monban/domain/authorization';
import type { AuthorizationStatus, VoidedBecause } from '@monban/domain/authorization-end';
import type { AccountNumber } from '@monban/domain/id';
import type { Yen } from '@monban/domain/money';
import type { Service } from '@monban/domain/permission';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

import { bytes, instant } from '../columns.ts';
import { contracts } from './contracts.ts';
import { persons } from './persons.ts';

/** What bank systems were given leave for in their users' names, and what became of it. */
export const authorizations = pgTable(
  'authorizations',
  {
    contractId: text('contract_id').notNull(),
    /** Carries its contract in sealed form. */
    authorizationId: text('authorization_id').notNull(),
    /** The bank system that asked: nobody else's knows of it. */
    clientId: text('client_id').notNull(),
    personKey: text('person_key').notNull(),
    /** Public ID of the session in which it was asked for. */
    sessionId: text('session_id').notNull(),
    /** The client's own for the request; null once its 7 days are over. */
    idempotencyKey: text('idempotency_key'),
    /** SHA-256 over all that was asked: the same key with another input is refused. */
    inputHash: bytes('input_hash').notNull(),
    service: text('service').$type<Service>().notNull(),
    action: text('action').$type<TransactionAction>().notNull(),
    amount: bigint('amount', { mode: 'number' }).$type<Yen>().notNull(),
    accountNumber: text('account_number').$type<AccountNumber>(),
    transactionHash: text('transaction_hash').notNull(),
    /** The day in Japan whose limits it takes of, `2026-11-22`. */
    day: text('day').notNull(),
    /** What it takes of them: the amount, or 0 where nothing is executed or sent. */
    reserved: bigint('reserved', { mode: 'number' }).notNull(),
    status: text('status').$type<AuthorizationStatus>().notNull(),
    voidedBecause: text('voided_because').$type<VoidedBecause>(),
    captureReference: text('capture_reference'),
    authorizedAt: instant('authorized_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When it was captured or became void; null: it is open. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.authorizationId] }),
    foreignKey({
      columns: [table.contractId, table.personKey],
      foreignColumns: [persons.contractId, persons.personKey],
    }),
    uniqueIndex('authorizations_key').on(
      table.contractId,
      table.clientId,
      table.personKey,
      table.idempotencyKey,
    ),
    index('authorizations_open')
      .on(table.contractId, table.expiresAt)
      .where(sql`status = 'AUTHORIZED'`),
    index('authorizations_created')
      .on(table.contractId, table.transactionHash)
      .where(sql`action = 'CREATE'`),
    index('authorizations_keyed')
      .on(table.contractId, table.authorizedAt)
      .where(sql`idempotency_key is not null`),
    check('authorizations_status', sql`${table.status} in ('AUTHORIZED', 'CAPTURED', 'VOIDED')`),
    check(
      'authorizations_ended',
      sql`(${table.status} = 'AUTHORIZED') = (${table.endedAt} is null) and (${table.status} = 'CAPTURED') = (${table.captureReference} is not null) and (${table.status} = 'VOIDED') = (${table.voidedBecause} is not null)`,
    ),
    check(
      'authorizations_amounts',
      sql`${table.amount} between 0 and 9999999999999 and ${table.reserved} in (0, ${table.amount})`,
    ),
  ],
);

/**
 * What is used of a day's limits, in yen: reserved and captured together. One row for each user, and one for the
 * contract as a whole under {@link wholeContract}; written only behind the contract's lock.
 */
export const dayUsage = pgTable(
  'day_usage',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.contractId),
    day: text('day').notNull(),
    holder: text('holder').notNull(),
    service: text('service').$type<Service>().notNull(),
    used: bigint('used', { mode: 'number' }).$type<Yen>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.day, table.holder, table.service] }),
    check('day_usage_used', sql`${table.used} >= 0`),
  ],
);

/** The holder of what all users of a contract use together: no user ID holds an @. */
export const wholeContract = '@contract';
