import type { Transaction } from '@monban/domain/authorization';
import type { Instant } from '@monban/domain/instant';

import type { KeySet, SigningKey } from './key-set.ts';
import { signJws } from './sign-jws.ts';

/** What an authorisation token says: what was authorised, to whom, in whose name. */
export interface AuthorizedClaims extends Transaction {
  readonly authorizationId: string;
  /** The bank system that asked; nobody else is to accept the token. */
  readonly clientId: string;
  readonly contractId: string;
  readonly userId: string;
  readonly authorizedAt: Instant;
  readonly expiresAt: Instant;
}

/** Signed proofs of what was authorised, and the public keys to check them with offline. They are no leave to pay. */
export interface AuthorizationTokens {
  sign(authorized: AuthorizedClaims): string;
  /** The public keys as a JWK Set (RFC 7517): the current one and those that older tokens were signed with. */
  published(): { readonly keys: readonly object[] };
}

/** @param issuer `iss` of the tokens: what this server is called */
export function createAuthorizationTokens(
  keys: KeySet<SigningKey>,
  issuer: string,
): AuthorizationTokens {
  return {
    sign: ({ authorizationId, clientId, contractId, userId, authorizedAt, expiresAt, ...of }) =>
      signJws(keys.current, 'monban-authorization+jwt', {
        iss: issuer,
        aud: clientId,
        jti: authorizationId,
        iat: Math.floor(authorizedAt / 1000),
        exp: Math.floor(expiresAt / 1000),
        contract: contractId,
        user: userId,
        service: of.service,
        action: of.action,
        account: of.accountNumber,
        amount: of.amount,
        hash: of.transactionHash,
      }),
    published: () => ({
      keys: keys.all.map(({ id, publicKey }) => ({
        ...publicKey.export({ format: 'jwk' }),
        kid: id,
        alg: 'ES256',
        use: 'sig',
      })),
    }),
  };
}
