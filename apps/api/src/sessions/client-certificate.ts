import {
  type CertificateFault,
  certificateFault,
  certificateRequired,
  type CertificateThumbprint,
  type PresentedCertificate,
} from '@monban/domain/certificate';
import type { Instant } from '@monban/domain/instant';

import type { CertificateRow, ContractRow, PersonRow } from '../db/rows.ts';
import type { SessionCertificate } from '../db/tables/sessions.ts';
import type { BankAuthorities } from '../pki/bank-authorities.ts';
import type { Services } from '../services.ts';

/** Somebody who wants in, and the certificate that their connection was authenticated with. */
export interface Newcomer {
  readonly contract: ContractRow;
  readonly person: PersonRow;
  /** What the contract has of that certificate's thumbprint; null: nothing. */
  readonly certificate: CertificateRow | null;
}

/** Whether somebody gets in with a certificate only (R12). */
export function needsCertificate(
  { authenticationMethod, certificateFrom }: ContractRow,
  { certificateSince }: Pick<PersonRow, 'certificateSince'>,
  now: Instant,
): boolean {
  return certificateRequired({ authenticationMethod, certificateFrom, certificateSince }, now);
}

/**
 * What is wrong with the certificate of somebody who needs one; null: nothing, or they need none. It is asked before
 * anything is counted: a stranger without it locks nobody (A17).
 */
export function newcomerFault(
  { contract, person, certificate }: Newcomer,
  thumbprint: CertificateThumbprint | null,
  { bankAuthorities }: Pick<Services, 'bankAuthorities'>,
  now: Instant,
): CertificateFault | null {
  if (!needsCertificate(contract, person, now)) return null;
  const presented =
    thumbprint === null ? null : presentedAs(certificate, thumbprint, bankAuthorities, now);
  return certificateFault(person.personKey, presented, now);
}

function presentedAs(
  row: CertificateRow | null,
  thumbprint: CertificateThumbprint,
  bankAuthorities: BankAuthorities | null,
  now: Instant,
): PresentedCertificate | 'UNKNOWN' {
  if (row === null || row.thumbprint !== thumbprint) return 'UNKNOWN';
  return { ...row, listed: listedAs(row, bankAuthorities, now) };
}

/** The built-in authority's own are looked up; the bank's are good by its lists alone. */
export function listedAs(
  certificate: Pick<CertificateRow, 'authority' | 'issuer' | 'serial'>,
  bankAuthorities: BankAuthorities | null,
  now: Instant,
): PresentedCertificate['listed'] {
  if (certificate.authority === 'BUILT_IN') return 'GOOD';
  return bankAuthorities?.standing(certificate, now) ?? 'UNPROVEN';
}

/** What a session that begins now is bound to; null: to no certificate, since none is needed. */
export function sessionCertificate(
  { contract, person, certificate }: Newcomer,
  now: Instant,
): SessionCertificate | null {
  if (!needsCertificate(contract, person, now) || certificate === null) return null;
  const { thumbprint, until, authority, issuer, serial } = certificate;
  // A thumbprint in a row is one: the database checks it.
  return { thumbprint: thumbprint as CertificateThumbprint, until, authority, issuer, serial };
}

/** Whether a request of a session comes with the certificate that the session began with, and that is still good. */
export function comesWith(
  bound: SessionCertificate | null,
  thumbprint: CertificateThumbprint | null,
  { bankAuthorities }: Pick<Services, 'bankAuthorities'>,
  now: Instant,
): boolean {
  if (bound === null) return true;
  return bound.thumbprint === thumbprint && listedAs(bound, bankAuthorities, now) === 'GOOD';
}
