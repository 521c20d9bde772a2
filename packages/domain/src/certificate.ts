import type { Branded } from './brand.ts';
import {
  administratorName,
  type CertificateAuthority,
  type RefusedBecause,
} from './history-event.ts';
import { after, afterDays, type Instant } from './instant.ts';
import { type InputProblem, problem } from './problem.ts';
import { err, ok, type Result } from './result.ts';
import type { AuthenticationMethod } from './session.ts';
import type { Obstacle } from './status.ts';

/** By what a certificate is bound to one person (R12): SHA-256 of its DER, 64 lower-case hex digits. */
export type CertificateThumbprint = Branded<string, 'CertificateThumbprint'>;

/** Reads a thumbprint; what isn't one is nobody's. */
export function parseThumbprint(
  text: string,
  path: string,
): Result<CertificateThumbprint, InputProblem> {
  return /^[0-9a-f]{64}$/.test(text)
    ? ok(text as CertificateThumbprint)
    : err(problem(path, 'NOT_A_SHA_256'));
}

/** In characters: what is taken as a certificate or a signing request in PEM. */
export const longestPem = 10_000;

/** In days. A certificate is fetched within 80, valid for a year, and renewed in its last 30. */
export const certificateDays = { toFetch: 80, valid: 365, renewable: 30 } as const;

export interface CertificateTerm {
  /** Its last moment. */
  readonly until: Instant;
  /** Null: it was not revoked. */
  readonly revokedAt: Instant | null;
}

export type CertificateStatus = 'VALID' | 'EXPIRED' | 'REVOKED';

/** Revoked comes before expired: it is what somebody decided. */
export function certificateStatus(
  { until, revokedAt }: CertificateTerm,
  now: Instant,
): CertificateStatus {
  if (revokedAt !== null) return 'REVOKED';
  return now >= until ? 'EXPIRED' : 'VALID';
}

/** From when on it can be exchanged for a new one. */
export function renewableFrom({ until }: Pick<CertificateTerm, 'until'>): Instant {
  return afterDays(until, -certificateDays.renewable);
}

/** A term that begins now: {@link certificateDays}, and never beyond the end of whoever signs it. */
export function certificateUntil(now: Instant, authorityUntil: Instant): Instant {
  return Math.min(afterDays(now, certificateDays.valid), authorityUntil);
}

/**
 * From when on what is signed now says that it is good: 5 minutes earlier. The clock of whoever reads it may be that
 * much behind ours, and somebody who has just fetched a certificate needs it from that moment on.
 */
export function signedFrom(now: Instant): Instant {
  return after(now, -5 * 60);
}

/**
 * Whether somebody may take back a certificate: a user their own, the administrator any of the contract's.
 * @param personKey in ASCII lower case, or `@administrator`
 * @param holderKey the same of whose it is
 */
export function mayRevoke(personKey: string, holderKey: string): boolean {
  return personKey === administratorName || personKey === holderKey;
}

/** Why a certificate is not renewed. */
export type RenewalObstacle = Extract<
  Obstacle,
  'NO_CERTIFICATE_IN_USE' | 'NO_BUILT_IN_AUTHORITY' | 'NOT_RENEWABLE_YET'
>;

/**
 * Whether the certificate that somebody is logged on with is exchanged for a new one.
 * @param certificate null: they came without one
 */
export function mayRenew(
  certificate: (CertificateTerm & { readonly authority: CertificateAuthority }) | null,
  now: Instant,
): 'ALLOWED' | RenewalObstacle {
  if (certificate === null || certificateStatus(certificate, now) !== 'VALID')
    return 'NO_CERTIFICATE_IN_USE';
  if (certificate.authority !== 'BUILT_IN') return 'NO_BUILT_IN_AUTHORITY';
  return now < renewableFrom(certificate) ? 'NOT_RENEWABLE_YET' : 'ALLOWED';
}

/** What a contract and one of its people say about certificates. */
export interface CertificateDuty {
  readonly authenticationMethod: AuthenticationMethod;
  /** From when on everybody needs one; null: at once. Counts under CERTIFICATE alone. */
  readonly certificateFrom: Instant | null;
  /** When this person got their first one; null: never. Whatever became of it, they need one since. */
  readonly certificateSince: Instant | null;
}

/** R12: from when on everybody needs a certificate, where that day lies ahead; null: it doesn't, or none is needed. */
export function certificatesComeAt(
  { authenticationMethod, certificateFrom }: Omit<CertificateDuty, 'certificateSince'>,
  now: Instant,
): Instant | null {
  if (authenticationMethod !== 'CERTIFICATE' || certificateFrom === null) return null;
  return now < certificateFrom ? certificateFrom : null;
}

/** R12: whether somebody gets in with a certificate only. */
export function certificateRequired(duty: CertificateDuty, now: Instant): boolean {
  if (duty.authenticationMethod !== 'CERTIFICATE') return false;
  const { certificateFrom, certificateSince } = duty;
  return certificateSince !== null || certificateFrom === null || now >= certificateFrom;
}

/** A certificate that a connection was authenticated with. */
export interface PresentedCertificate extends CertificateTerm {
  /** In ASCII lower case, or `@administrator`: whose it is. */
  readonly personKey: string;
  /** What the bank's list of revoked certificates says; of the built-in authority's, where none is asked, GOOD. */
  readonly listed: 'GOOD' | 'REVOKED' | 'UNPROVEN';
}

/** Why a certificate lets nobody in. */
export type CertificateFault = Extract<RefusedBecause, `${string}CERTIFICATE${string}`>;

/**
 * What is wrong with the certificate that somebody comes with; null: it is theirs and good.
 * @param presented null: none came; `UNKNOWN`: one that is bound to nobody of the contract
 */
export function certificateFault(
  personKey: string,
  presented: PresentedCertificate | 'UNKNOWN' | null,
  now: Instant,
): CertificateFault | null {
  if (presented === null) return 'NO_CERTIFICATE';
  if (presented === 'UNKNOWN' || presented.personKey !== personKey) return 'WRONG_CERTIFICATE';
  const status = certificateStatus(presented, now);
  if (status === 'REVOKED' || presented.listed === 'REVOKED') return 'CERTIFICATE_REVOKED';
  if (status === 'EXPIRED') return 'CERTIFICATE_EXPIRED';
  return presented.listed === 'UNPROVEN' ? 'CERTIFICATE_UNPROVEN' : null;
}

/**
 * Whether a certificate that was bound before may be bound to a person. One of the bank's that was taken back may, to
 * somebody who never had it: it was bound to the others by mistake. For whomever it was taken back from it stays so,
 * since their computer may be in somebody else's hands.
 */
export function mayBindAnew(
  before: CertificateTerm & {
    readonly authority: CertificateAuthority;
    /** Whose it was last. */
    readonly personKey: string;
    /** The keys of those whom it was taken back from before. */
    readonly takenFrom: readonly string[];
  },
  personKey: string,
): boolean {
  const hadIt = [...before.takenFrom, before.personKey].includes(personKey);
  return before.authority === 'BANK' && before.revokedAt !== null && !hadIt;
}

/** How many days before the end people are told, the earliest first. */
export const warnedAt = [30, 10] as const;

/** How near the end of a certificate is. */
export type WarnedDays = (typeof warnedAt)[number];

/**
 * Of which nearing end people are to be told now: once 30 days before, once 10; null: of none, or they were. Somebody
 * who has another one that goes on longer is told of nothing.
 * @param own all that the person has had, this one among them
 */
export function expiryWarning(
  certificate: CertificateTerm & { readonly warnedDays: number | null },
  own: readonly CertificateTerm[],
  now: Instant,
): WarnedDays | null {
  if (certificateStatus(certificate, now) !== 'VALID') return null;
  const last = longestValid(own, now)?.until ?? certificate.until;
  if (last > certificate.until) return null;
  const reached = warnedAt.filter((days) => now >= afterDays(certificate.until, -days));
  const nearest = reached.at(-1) ?? null;
  const told = certificate.warnedDays ?? Infinity;
  return nearest !== null && nearest < told ? nearest : null;
}

/** The certificate of a person that goes on longest; null: they have none that is valid. */
export function longestValid<T extends CertificateTerm>(
  certificates: readonly T[],
  now: Instant,
): T | null {
  const [longest = null] = certificates
    .filter((each) => certificateStatus(each, now) === 'VALID')
    .toSorted((one, other) => other.until - one.until);
  return longest;
}
