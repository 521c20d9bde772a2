import { createPublicKey, type KeyObject } from 'node:crypto';

const curves: readonly (string | undefined)[] = ['prime256v1', 'secp384r1', 'secp521r1'];
const rsaBits = { least: 2048, most: 8192 };
const hashes: readonly string[] = ['SHA-256', 'SHA-384', 'SHA-512'];

/** NIST SP 800-57: 112 bits of strength and more, in what browsers and TLS 1.2 take. */
export function isStrongKey(key: KeyObject): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'ec') return curves.includes(details?.namedCurve);
  const bits = details?.modulusLength ?? 0;
  return type === 'rsa' && bits >= rsaBits.least && bits <= rsaBits.most;
}

/** SHA-256 and more. */
export function isStrongHash(name: string | undefined): boolean {
  return name !== undefined && hashes.includes(name.toUpperCase());
}

/** The same of what a certificate or a signing request holds; a key of a kind that isn't known is none. */
export function hasStrongKey({
  publicKey,
}: {
  readonly publicKey: { readonly rawData: ArrayBuffer };
}): boolean {
  try {
    const key = Buffer.from(publicKey.rawData);
    return isStrongKey(createPublicKey({ key, format: 'der', type: 'spki' }));
  } catch {
    return false;
  }
}
