import type { Instant } from '@monban/domain/instant';
import { err, ok, type Result } from '@monban/domain/result';
import { type BankCaller, type BankScope, bankScopes } from './bank-caller.ts';

/** Why a bank token was refused; for the log, the client learns only that it was. */
export type BankTokenFault =
  | 'MALFORMED'
  | 'TYPE'
  | 'ALGORITHM'
  | 'ISSUER'
  | 'AUDIENCE'
  | 'EXPIRED'
  | 'NOT_YET'
  | 'SUBJECT'
  | 'DESK_WITHOUT_HUMAN'
  | 'BINDING'
  | 'UNKNOWN_KEY'
  | 'KEYS_UNAVAILABLE'
  | 'SIGNATURE';

/** What the claims are held against. */
export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly now: Instant;
}

/** What a token says that was found good. */
export interface Claims {
  readonly caller: BankCaller;
  readonly expiresAt: Instant;
  /** RFC 8705: the one client certificate beside which the token is good; `null`: it is bound to none. */
  readonly boundTo: CertificateThumbprint | null;
}

/** `x5t#S256`: the SHA-256 of a client certificate's DER, as base64url without padding: 43 characters. */
export type CertificateThumbprint = string;

/** How far another machine's clock may be ahead of ours. A token's end is taken as it stands. */
const skewSeconds = 30;
const longestName = 255;

/** Reads the claims of RFC 9068 (iss, aud, exp, iat, nbf, sub, client_id, scope) and RFC 8705 (cnf). */
export function readClaims(
  claims: Readonly<Record<string, unknown>>,
  { issuer, audience, now }: Expected,
): Result<Claims, BankTokenFault> {
  const { iss, aud, exp, iat, nbf, sub, client_id: clientId, scope, cnf } = claims;
  if (iss !== issuer) return err('ISSUER');
  if (aud !== audience && !(Array.isArray(aud) && aud.includes(audience))) return err('AUDIENCE');
  if (!isSeconds(exp) || exp * 1000 <= now) return err('EXPIRED');
  if (!isSeconds(iat) || !(nbf === undefined || isSeconds(nbf))) return err('MALFORMED');
  if (Math.max(iat, nbf ?? 0) - skewSeconds > now / 1000) return err('NOT_YET');
  if (!isName(sub) || !isName(clientId)) return err('SUBJECT');
  if (!(scope === undefined || typeof scope === 'string')) return err('MALFORMED');
  const scopes = scopesOf(scope ?? '');
  // Every act of the desk names a human: with `sub` the client itself there is none (product.md).
  if (scopes.has('desk') && sub === clientId) return err('DESK_WITHOUT_HUMAN');
  const boundTo = cnf === undefined ? null : thumbprintOf(cnf);
  if (boundTo === undefined) return err('BINDING');
  const caller = Object.freeze({ clientId, subject: sub, scopes, bound: boundTo !== null });
  return ok({ caller, expiresAt: exp * 1000, boundTo });
}

/** Bound in a way that we don't know (RFC 9449, say), a token is good beside nothing we could see. */
function thumbprintOf(cnf: unknown): CertificateThumbprint | undefined {
  if (typeof cnf !== 'object' || cnf === null || Object.keys(cnf).length !== 1) return undefined;
  const named: unknown = Object.entries(cnf).find(([method]) => method === 'x5t#S256')?.[1];
  return typeof named === 'string' && /^[A-Za-z0-9_-]{43}$/.test(named) ? named : undefined;
}

function scopesOf(scope: string): ReadonlySet<BankScope> {
  const named = new Set(scope.split(' '));
  return new Set(bankScopes.filter((one) => named.has(one)));
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Names go into the history as they stand: printable, and not endless. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) && value.length <= longestName;
}
