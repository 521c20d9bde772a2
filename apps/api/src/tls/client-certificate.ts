import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

import type { CertificateThumbprint } from '@monban/domain/certificate';

import { thumbprintOf } from '../pki/thumbprint.ts';

/** A connection has one handshake (`tls-options.ts`): what it proved is looked up once. */
const known = new WeakMap<TLSSocket, CertificateThumbprint | null>();

/**
 * The certificate whose key the client proved when the connection was made: SHA-256 of its DER in hex. `null`: none, or
 * no TLS.
 */
export function provenCertificate(socket: Socket): CertificateThumbprint | null {
  if (!(socket instanceof TLSSocket)) return null;
  const found = known.get(socket);
  if (found !== undefined) return found;
  const certificate = socket.getPeerX509Certificate();
  const thumbprint = certificate === undefined ? null : thumbprintOf(certificate.raw);
  known.set(socket, thumbprint);
  return thumbprint;
}
