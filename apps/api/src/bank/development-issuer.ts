import type { Instant } from '@monban/domain/instant';
import { err, ok } from '@monban/domain/result';
import type { KeySet, SigningKey } from '../secrets/key-set.ts';
import { signJws } from '../secrets/sign-jws.ts';
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
  return signJws(keys.current, 'at+jwt', {
    iss: developmentIssuer.issuer,
    aud: developmentIssuer.audience,
    iat: issuedAt,
    exp: issuedAt + validSeconds,
    sub: subject,
    client_id: clientId,
    scope: scopes.join(' '),
  });
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
