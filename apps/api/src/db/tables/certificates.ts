import type { CertificateAuthority } from '@monban/domain/history-event';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

import { bytes, instant } from '../columns.ts';
import { persons } from './persons.ts';

/**
 * Certificates, each bound to one person by its thumbprint (R12). Rows stay: a list of revoked ones names them. Only one
 * of the bank's that was taken back goes, when it is bound anew.
 */
export const certificates = pgTable(
  'certificates',
  {
    contractId: text('contract_id').notNull(),
    /** SHA-256 of the DER, in lower-case hex. */
    thumbprint: text('thumbprint').notNull(),
    personKey: text('person_key').notNull(),
    /** The keys of those whom it was taken back from before it was bound to this person: to none of them again. */
    takenFrom: text('taken_from').array().$type<readonly string[]>().notNull().default([]),
    authority: text('authority').$type<CertificateAuthority>().notNull(),
    /** As its authority calls itself, and counts: what a list of revoked ones names it by. */
    issuer: text('issuer').notNull(),
    /** Lower-case hex. */
    serial: text('serial').notNull(),
    der: bytes('der').notNull(),
    issuedAt: instant('issued_at').notNull(),
    until: instant('until').notNull(),
    revokedAt: instant('revoked_at'),
    /** How many days before the end people were told of it last; null: not yet. */
    warnedDays: integer('warned_days'),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.thumbprint] }),
    foreignKey({
      columns: [table.contractId, table.personKey],
      foreignColumns: [persons.contractId, persons.personKey],
    }),
    index('certificates_person').on(table.contractId, table.personKey),
    index('certificates_ending')
      .on(table.until)
      .where(sql`revoked_at is null`),
    check('certificates_thumbprint', sql`${table.thumbprint} ~ '^[0-9a-f]{64}$'`),
    check('certificates_authority', sql`${table.authority} in ('BUILT_IN', 'BANK')`),
  ],
);

/**
 * Grants: whoever has the retrieval code gets the certificate of the person that it names, once. One a person; the
 * code itself stands nowhere.
 */
export const certificateGrants = pgTable(
  'certificate_grants',
  {
    contractId: text('contract_id').notNull(),
    personKey: text('person_key').notNull(),
    /** SHA-256 of the code's text. */
    codeHash: bytes('code_hash').notNull(),
    grantedAt: instant('granted_at').notNull(),
    until: instant('until').notNull(),
    /** SHA-256 of the signing request that it answered: the same one is answered the same again. Null: open. */
    requestHash: bytes('request_hash'),
    /** What it was answered with. */
    thumbprint: text('thumbprint'),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.personKey] }),
    foreignKey({
      columns: [table.contractId, table.personKey],
      foreignColumns: [persons.contractId, persons.personKey],
    }),
    uniqueIndex('certificate_grants_code').on(table.contractId, table.codeHash),
  ],
);
