import { constants, type KeyObject, verify } from 'node:crypto';
import type { TokenAlgorithm } from './token-keys.ts';

interface Scheme {
  /** Whether the key is of the algorithm's own kind: with another it is no key. */
  fits(key: KeyObject): boolean;
  verify(signed: Buffer, key: KeyObject, signature: Buffer): boolean;
}

const schemes: Readonly<Record<TokenAlgorithm, Scheme>> = {
  ES256: {
    fits: (key) =>
      key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1',
    verify: (signed, key, signature) =>
      verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature),
  },
  EdDSA: {
    fits: (key) => key.asymmetricKeyType === 'ed25519',
    verify: (signed, key, signature) => verify(null, signed, key, signature),
  },
  PS256: {
    fits: isLongRsa,
    verify: (signed, key, signature) =>
      verify(
        'sha256',
        signed,
        { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
        signature,
      ),
  },
  RS256: {
    fits: isLongRsa,
    verify: (signed, key, signature) => verify('sha256', signed, key, signature),
  },
};

/**
 * Whether `signature` over `signed` is the key's. Synchronous on purpose: WebCrypto would wait in
 * the thread pool behind argon2.
 */
export function hasValidSignature(
  algorithm: TokenAlgorithm,
  key: KeyObject,
  signed: Buffer,
  signature: Buffer,
): boolean {
  const scheme = schemes[algorithm];
  return scheme.fits(key) && scheme.verify(signed, key, signature);
}

function isLongRsa(key: KeyObject): boolean {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return key.asymmetricKeyType === 'rsa' && bits >= 2048;
}
