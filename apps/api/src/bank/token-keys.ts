import { KeyObject } from 'node:crypto';
import { err, ok, type Result } from '@monban/domain/result';
import { createRemoteJWKSet, errors } from 'jose';

/** Signature algorithms that are accepted. None of them is symmetric, and `none` is none of them. */
export type TokenAlgorithm = 'ES256' | 'EdDSA' | 'PS256' | 'RS256';

const algorithms: readonly TokenAlgorithm[] = ['ES256', 'EdDSA', 'PS256', 'RS256'];

export function isTokenAlgorithm(value: unknown): value is TokenAlgorithm {
  return algorithms.some((one) => one === value);
}

/** Where the issuer's public keys come from. */
export interface TokenKeys {
  /** @param kid the key's ID as the token names it, `null` if it names none */
  find(
    algorithm: TokenAlgorithm,
    kid: string | null,
  ): Promise<Result<KeyObject, 'UNKNOWN_KEY' | 'KEYS_UNAVAILABLE'>>;
}

/**
 * The keys that an issuer publishes as a JWKS. Kept for ten minutes, fetched anew when a token names
 * one that isn't there (at most every 30 seconds). While they can't be had, nobody gets in.
 */
export function remoteKeys(url: URL): TokenKeys {
  const published = createRemoteJWKSet(url);
  return {
    async find(algorithm, kid) {
      try {
        const key = await published({ alg: algorithm, ...(kid !== null && { kid }) });
        return ok(KeyObject.from(key));
      } catch (error) {
        const unknown =
          error instanceof errors.JWKSNoMatchingKey ||
          error instanceof errors.JWKSMultipleMatchingKeys;
        return err(unknown ? 'UNKNOWN_KEY' : 'KEYS_UNAVAILABLE');
      }
    },
  };
}
