import type { Attempt } from '@monban/domain/lockout';
import type { Action, Service } from '@monban/domain/permission';
import type { Lock } from '@monban/domain/status';
import type { LeavingEmail } from '@monban/domain/user-email';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';

import { instant } from '../columns.ts';
import { contracts } from './contracts.ts';

/**
 * The administrator and the users of a contract, one row a person: wrong entries are added up per person (R19–R21),
 * and the attempts in flight stand beside the counts, so that one guarded statement on one row decides whether there
 * is room for another.
 */
export const persons = pgTable(
  'persons',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.contractId),
    /** `@administrator`, or the user ID in ASCII lower case: a removed user ID stays taken. */
    personKey: text('person_key').notNull(),
    userId: text('user_id'),
    name: text('name').notNull(),
    email: text('email'),
    /** Since when it is what it is; null: since the user was added. */
    emailSince: instant('email_since'),
    /** Those before it that are told for some days more. */
    leavingEmails: jsonb('leaving_emails').$type<readonly LeavingEmail[]>().notNull().default([]),
    /** Since when mail to it comes back. */
    emailBouncedAt: instant('email_bounced_at'),
    /** Whether the person's own logons are told by mail. */
    logonNotices: boolean('logon_notices').notNull().default(true),
    locks: jsonb('locks').$type<readonly Lock[]>().notNull().default([]),
    addedAt: instant('added_at').notNull(),
    removedAt: instant('removed_at'),
    version: integer('version').notNull().default(1),

    registrationHash: text('registration_hash'),
    registrationUntil: instant('registration_until'),
    logonHash: text('logon_hash'),
    confirmationHash: text('confirmation_hash'),
    /** Not null: the PINs are temporary ones, and end then. */
    temporaryUntil: instant('temporary_until'),
    /** Raised with every change of a PIN: what was compared with an older one is void. */
    pinsVersion: integer('pins_version').notNull().default(1),

    wrongRegistration: integer('wrong_registration').notNull().default(0),
    wrongLogon: integer('wrong_logon').notNull().default(0),
    wrongConfirmation: integer('wrong_confirmation').notNull().default(0),
    wrongOneTimePassword: integer('wrong_one_time_password').notNull().default(0),
    attempts: jsonb('attempts').$type<readonly Attempt[]>().notNull().default([]),

    /** When they got their first certificate (R12): since then they need one, whatever became of it. */
    certificateSince: instant('certificate_since'),
    /** Public ID of the one live session; null: nobody is logged on. */
    currentSession: text('current_session'),
    lastLogonAt: instant('last_logon_at'),
    /** The logon before the last: what somebody who has just logged on is shown. */
    previousLogonAt: instant('previous_logon_at'),
    wrongSinceLastLogon: integer('wrong_since_last_logon').notNull().default(0),
    /** Wrong entries between the logon before the last and the last. */
    wrongBeforeLastLogon: integer('wrong_before_last_logon').notNull().default(0),
    /** Account numbers that the user may use; empty: all of the contract's. */
    accounts: jsonb('accounts').$type<readonly string[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.personKey] }),
    check('persons_user_id', sql`${table.userId} ~ '^[0-9A-Za-z]{1,30}$'`),
    check(
      'persons_person_key',
      sql`${table.personKey} = coalesce(lower(${table.userId}), '@administrator')`,
    ),
  ],
);

/** What a user may do (R13). */
export const userPermissions = pgTable(
  'user_permissions',
  {
    contractId: text('contract_id').notNull(),
    personKey: text('person_key').notNull(),
    service: text('service').$type<Service>().notNull(),
    action: text('action').$type<Action>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.personKey, table.service, table.action] }),
    foreignKey({
      columns: [table.contractId, table.personKey],
      foreignColumns: [persons.contractId, persons.personKey],
    }),
  ],
);

/** For how much, in yen (R14). A row that is missing is a limit of 0. */
export const userLimits = pgTable(
  'user_limits',
  {
    contractId: text('contract_id').notNull(),
    personKey: text('person_key').notNull(),
    service: text('service').$type<Service>().notNull(),
    perTransaction: bigint('per_transaction', { mode: 'number' }).notNull(),
    perDay: bigint('per_day', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.personKey, table.service] }),
    foreignKey({
      columns: [table.contractId, table.personKey],
      foreignColumns: [persons.contractId, persons.personKey],
    }),
    check(
      'user_limits_amounts',
      sql`${table.perTransaction} between 0 and 9999999999999 and ${table.perDay} between 0 and 9999999999999`,
    ),
  ],
);
