import type { LockLinkage } from '@monban/domain/lockout';
import type { Service } from '@monban/domain/permission';
import type { Lock } from '@monban/domain/status';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

import { bytes, instant } from '../columns.ts';

/**
 * One row a contract (R1). Every act locks it first, so that the acts of one contract follow one another,
 * and it carries the head of the contract's history.
 *
 * Decoys – contracts that nobody has, on which hopeless attempts cost what real ones cost – stand in the same
 * table under `D` and ten digits, which is no contract ID.
 */
export const contracts = pgTable(
  'contracts',
  {
    contractId: text('contract_id').primaryKey(),
    name: text('name').notNull(),
    lockLinkage: text('lock_linkage').$type<LockLinkage>().notNull(),
    authenticationMethod: text('authentication_method')
      .$type<'ID_PIN' | 'CERTIFICATE'>()
      .notNull()
      .default('ID_PIN'),
    /** From when on everybody needs a certificate; null: at once. Counts under CERTIFICATE alone. */
    certificateFrom: instant('certificate_from'),
    idleMinutes: integer('idle_minutes').notNull().default(10),
    locale: text('locale').$type<'ja' | 'en'>().notNull().default('ja'),
    locks: jsonb('locks').$type<readonly Lock[]>().notNull().default([]),
    openedAt: instant('opened_at').notNull(),
    registeredAt: instant('registered_at'),
    closedAt: instant('closed_at'),
    /** Sessions made under an earlier number are over: one increment ends all of them. */
    sessionsEpoch: integer('sessions_epoch').notNull().default(0),
    version: integer('version').notNull().default(1),
    historyCount: bigint('history_count', { mode: 'number' }).notNull().default(0),
    historyHash: bytes('history_hash')
      .notNull()
      .default(sql`decode(repeat('00', 32), 'hex')`),
  },
  (table) => [
    check('contracts_contract_id', sql`${table.contractId} ~ '^([0-9]{11}|D[0-9]{10})$'`),
    check('contracts_lock_linkage', sql`${table.lockLinkage} in ('LINKED', 'UNLINKED')`),
    check(
      'contracts_authentication_method',
      sql`${table.authenticationMethod} in ('ID_PIN', 'CERTIFICATE')`,
    ),
    check('contracts_idle_minutes', sql`${table.idleMinutes} between 1 and 60`),
  ],
);

/** Which services a contract has, and for those that move money the desk's ceiling and the contract limit, in yen. */
export const contractServices = pgTable(
  'contract_services',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.contractId),
    service: text('service').$type<Service>().notNull(),
    ceilingPerTransaction: bigint('ceiling_per_transaction', { mode: 'number' }),
    ceilingPerDay: bigint('ceiling_per_day', { mode: 'number' }),
    limitPerTransaction: bigint('limit_per_transaction', { mode: 'number' }),
    limitPerDay: bigint('limit_per_day', { mode: 'number' }),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.service] }),
    // A limit may stand above a ceiling that was lowered later: the smallest counts (R14).
    check(
      'contract_services_amounts',
      sql`${table.ceilingPerTransaction} between 0 and 9999999999999 and ${table.ceilingPerDay} between 0 and 9999999999999 and ${table.limitPerTransaction} between 0 and 9999999999999 and ${table.limitPerDay} between 0 and 9999999999999`,
    ),
  ],
);

/** Where the contract's notices go (R10). */
export const notificationAddresses = pgTable(
  'notification_addresses',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.contractId),
    address: text('address').notNull(),
    status: text('status').$type<'PENDING' | 'IN_FORCE' | 'LEAVING'>().notNull(),
    addedAt: instant('added_at').notNull(),
    leavesAt: instant('leaves_at'),
    /** What the code that puts it in force is drawn from, beside a key outside the database; null once it is. */
    codeSalt: bytes('code_salt'),
    codeUntil: instant('code_until'),
    codeWrong: integer('code_wrong').notNull().default(0),
    /** When its code was entered, which came by mail; null: it never was asked for one, or still is. */
    confirmedAt: instant('confirmed_at'),
    /** Since when mail to it comes back; null: it arrives, as far as anybody knows. */
    bouncedAt: instant('bounced_at'),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.address] }),
    uniqueIndex('notification_addresses_once').on(table.contractId, sql`lower(${table.address})`),
    check(
      'notification_addresses_status',
      sql`${table.status} in ('PENDING', 'IN_FORCE', 'LEAVING')`,
    ),
  ],
);
