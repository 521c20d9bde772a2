import { createHash } from 'node:crypto';

import type { CertificateThumbprint } from '@monban/domain/certificate';

/** Of a certificate's DER. */
export function thumbprintOf(der: Buffer): CertificateThumbprint {
  // A SHA-256 in lower-case hex is what a thumbprint is.
  return createHash('sha256').update(der).digest('hex') as CertificateThumbprint;
}
