import type { CertificateThumbprint } from '@monban/domain/certificate';
import type { CertificateAuthority } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

import { bytes, instant } from '../columns.ts';
import { persons } from './persons.ts';

/** What a request is held to, without a further look-up. */
export interface SessionCertificate {
  readonly thumbprint: CertificateThumbprint;
  readonly until: Instant;
  readonly authority: CertificateAuthority;
  readonly issuer: string;
  readonly serial: string;
}

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
    /** Every request of it comes with this certificate; null: it began without one. */
    certificate: jsonb('certificate').$type<SessionCertificate>(),
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
