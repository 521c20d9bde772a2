import { sign } from 'node:crypto';
import type { Instant } from '@monban/domain/instant';
import { err, ok } from '@monban/domain/result';
import type { KeySet, SigningKey } from '../secrets/key-set.ts';
import type { BankScope } from './bank-caller.ts';
import type { TokenKeys } from './token-keys.ts';

/** Who signs bank tokens where no identity provider is configured; never in production. */
export const developmentIssuer = {
  issuer: 'urn:monban:development-issuer',
  audience: 'urn:monban:api',
} as const;

/** What a development token is to say. */
export interface DevelopmentToken {
  readonly clientId: string;
  /** The human at the desk, or the client itself. */
  readonly subject: string;
  readonly scopes: readonly BankScope[];
  readonly validSeconds: number;
}

/** Signs an access token of the RFC 9068 profile (ES256) with the development key of the ring. */
export function signDevelopmentToken(
  keys: KeySet<SigningKey>,
  { clientId, subject, scopes, validSeconds }: DevelopmentToken,
  now: Instant,
): string {
  const issuedAt = Math.floor(now / 1000);
  const head = encode({ alg: 'ES256', typ: 'at+jwt', kid: keys.current.id });
  const body = encode({
    iss: developmentIssuer.issuer,
    aud: developmentIssuer.audience,
    iat: issuedAt,
    exp: issuedAt + validSeconds,
    sub: subject,
    client_id: clientId,
    scope: scopes.join(' '),
  });
  const key = { key: keys.current.privateKey, dsaEncoding: 'ieee-p1363' as const };
  const signature = sign('sha256', Buffer.from(`${head}.${body}`), key).toString('base64url');
  return `${head}.${body}.${signature}`;
}

/** The public half, for the server that accepts these tokens. */
export function developmentKeys(keys: KeySet<SigningKey>): TokenKeys {
  return {
    find(algorithm, kid) {
      const key = algorithm === 'ES256' && kid !== null ? keys.byId(kid) : null;
      return Promise.resolve(key === null ? err('UNKNOWN_KEY') : ok(key.publicKey));
    },
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
