import { X509Certificate } from 'node:crypto';

import type { CertificateThumbprint } from '@monban/domain/certificate';

import { thumbprintOf } from '../pki/thumbprint.ts';

/** A chain of headers may have 16 KiB in all; certificates of people have one or two. */
const longest = 8192;

/**
 * RFC 9440: the certificate in a `Client-Cert` header, as the SHA-256 of its DER in 64 lower-case hex digits.
 * The header is one byte sequence, base64 between two colons, in the one spelling that encoders write, and nothing
 * beside it; its bytes are one certificate from the first to the last. `null` for anything else.
 */
export function thumbprintInHeader(value: string): CertificateThumbprint | null {
  if (value.length > longest || !/^:[A-Za-z0-9+/]+={0,2}:$/.test(value)) return null;
  const base64 = value.slice(1, -1);
  const der = Buffer.from(base64, 'base64');
  if (der.toString('base64') !== base64) return null;
  return isCertificate(der) ? thumbprintOf(der) : null;
}

/** Node would also take PEM, and leave alone what stands behind. */
function isCertificate(der: Buffer): boolean {
  try {
    return new X509Certificate(der).raw.equals(der);
  } catch {
    return false;
  }
}
