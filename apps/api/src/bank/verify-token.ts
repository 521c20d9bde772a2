import type { Instant } from '@monban/domain/instant';
import { err, ok, type Result } from '@monban/domain/result';
import type { BankCaller } from './bank-caller.ts';
import {
  type BankTokenFault,
  type CertificateThumbprint,
  type Claims,
  readClaims,
} from './token-claims.ts';
import { isTokenAlgorithm, type TokenKeys } from './token-keys.ts';
import { hasValidSignature } from './token-signature.ts';

/** Checks the bank's access tokens: OAuth 2.0 JWTs of the RFC 9068 profile. */
export interface BankTokens {
  /**
   * @param header `Authorization` as sent: `Bearer <JWT>`
   * @param certificate of the client at the other end of the connection, proven by it: SHA-256 of the DER, in hex;
   * `null`: none
   */
  verifyBankToken(
    header: string,
    certificate: string | null,
    now: Instant,
  ): Promise<Result<BankCaller, BankTokenFault>>;
}

/** Whose tokens are accepted, and under which name they mean this server. */
export interface BankTokensOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: TokenKeys;
}

/** Tokens that were found good are not checked again until they expire; at most this many. */
const mostKept = 2000;
const longestToken = 8192;
const bearer = /^Bearer ([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/i;

export function createBankTokens(options: BankTokensOptions): BankTokens {
  const kept = new Map<string, Claims>();

  return {
    async verifyBankToken(header, certificate, now) {
      const known = kept.get(header);
      if (known !== undefined && known.expiresAt > now) return callerBeside(certificate, known);
      kept.delete(header);
      const verified = await verify(options, header, now);
      if (!verified.ok) return verified;
      // The oldest goes first: a client that shows a new token each time costs nobody else theirs for long.
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
      kept.set(header, verified.value);
      return callerBeside(certificate, verified.value);
    },
  };
}

/** RFC 8705: a stolen token is worth nothing without the key of the certificate that it is bound to. */
function callerBeside(
  certificate: string | null,
  { caller, boundTo }: Claims,
): Result<BankCaller, BankTokenFault> {
  const good = boundTo === null || (certificate !== null && boundTo === inToken(certificate));
  return good ? ok(caller) : err('BINDING');
}

/** Tokens write in base64url what everything else here writes in hex. */
function inToken(certificate: string): CertificateThumbprint {
  return Buffer.from(certificate, 'hex').toString('base64url');
}

async function verify(
  { issuer, audience, keys }: BankTokensOptions,
  header: string,
  now: Instant,
): Promise<Result<Claims, BankTokenFault>> {
  const parts = header.length <= longestToken ? bearer.exec(header) : null;
  if (parts === null) return err('MALFORMED');
  const [, head = '', body = '', signature = ''] = parts;
  const protectedHeader = readPart(head);
  const payload = readPart(body);
  if (protectedHeader === null || payload === null) return err('MALFORMED');
  const { alg, typ, kid, crit } = protectedHeader;
  // RFC 9068: an ID token or a signature made for another purpose is no access token.
  if (typeof typ !== 'string' || !/^(application\/)?at\+jwt$/i.test(typ)) return err('TYPE');
  if (!isTokenAlgorithm(alg)) return err('ALGORITHM');
  // RFC 7515: extensions that are declared critical and not understood; we understand none.
  if (crit !== undefined) return err('MALFORMED');
  // Claims before the key: what is none of ours never makes us fetch keys.
  const claims = readClaims(payload, { issuer, audience, now });
  if (!claims.ok) return claims;
  const key = await keys.find(alg, typeof kid === 'string' ? kid : null);
  if (!key.ok) return key;
  const signed = Buffer.from(`${head}.${body}`);
  return hasValidSignature(alg, key.value, signed, Buffer.from(signature, 'base64url'))
    ? claims
    : err('SIGNATURE');
}

function readPart(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
