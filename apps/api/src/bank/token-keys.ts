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

/** Key IDs are easily made up: so often do unknown ones have the keys fetched anew, within so long. */
const mostRenewals = 5;
const renewalSeconds = 30;

/**
 * The keys that an issuer publishes as a JWKS. Kept for ten minutes, and fetched anew when a token
 * names one that isn't there, so that a key which the issuer begins to use works at once. While they
 * can't be had, nobody gets in with a token that was not seen before.
 */
export function remoteKeys(url: URL): TokenKeys {
  // Its own renewal waits 30 seconds after each fetch, in which a new key would be refused.
  const published = createRemoteJWKSet(url, { cooldownDuration: Number.POSITIVE_INFINITY });
  let renewals: readonly number[] = [];

  function mayRenew(): boolean {
    const now = performance.now();
    renewals = renewals.filter((at) => now - at < renewalSeconds * 1000);
    if (renewals.length >= mostRenewals) return false;
    renewals = [...renewals, now];
    return true;
  }

  return {
    async find(algorithm, kid) {
      const wanted = { alg: algorithm, ...(kid !== null && { kid }) };
      try {
        const fresh = published.fresh;
        const key = await published(wanted).catch(async (error: unknown) => {
          // What was fetched for this very token is as new as it gets.
          if (!(error instanceof errors.JWKSNoMatchingKey) || !fresh || !mayRenew()) throw error;
          await published.reload();
          return published(wanted);
        });
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
