import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** A connection has one handshake (`tls-options.ts`): what it proved is looked up once. */
const known = new WeakMap<TLSSocket, string | null>();

/**
 * The certificate whose key the client proved when the connection was made: SHA-256 of its DER in hex. `null`: none, or
 * no TLS.
 */
export function provenCertificate(socket: Socket): string | null {
  if (!(socket instanceof TLSSocket)) return null;
  const found = known.get(socket);
  if (found !== undefined) return found;
  const certificate = socket.getPeerX509Certificate();
  const thumbprint = certificate === undefined ? null : thumbprintOf(certificate.raw);
  known.set(socket, thumbprint);
  return thumbprint;
}

/** @param der of a certificate */
export function thumbprintOf(der: Buffer): string {
  return createHash('sha256').update(der).digest('hex');
}
