import type { CertificateThumbprint } from '@monban/domain/certificate';
import { err, ok, type Result } from '@monban/domain/result';
import type { FastifyRequest } from 'fastify';
import { badUserInput, type PublicFault } from '../graphql/faults.ts';
import type { AddressRanges } from '../settings/address-ranges.ts';
import { provenCertificate } from '../tls/client-certificate.ts';
import { canonicalAddress } from './address.ts';
import { thumbprintInHeader } from './client-cert.ts';

/** Who is at the other end: of the connection, or of the one in front of a trusted proxy (A16). */
export interface Peer {
  /** In its one spelling; `''` once the connection is gone. */
  readonly address: string;
  readonly connectionCertificate: CertificateThumbprint | null;
  readonly passedOnCertificate: CertificateThumbprint | null;
}

/**
 * `Client-Cert` and `X-Forwarded-For` are a trusted proxy's word, and count from nobody else: they are as if they had
 * not come. From the proxy each comes once and is right, or the request is refused: what can be read in two ways is
 * somebody's attempt, or a proxy that doesn't take its clients' own headers away.
 */
export function peerOf(
  request: FastifyRequest,
  trustedProxy: AddressRanges,
): Result<Peer, PublicFault> {
  const address = connectionAddress(request);
  if (!trustedProxy.includes(address)) return directPeer(request, address);
  const client = clientAddress(address, forwardedFor(request), trustedProxy);
  if (client === null)
    return err(badUserInput('Expected one list of IP addresses in X-Forwarded-For.'));
  const certificate = certificateInHeader(request);
  if (certificate === undefined) return err(badCertificate());
  return ok({ address: client, connectionCertificate: certificate, passedOnCertificate: null });
}

/** Whoever proved a certificate of their own may pass another on; what came from anybody else is left alone. */
function directPeer(request: FastifyRequest, address: string): Result<Peer, PublicFault> {
  const connectionCertificate = provenCertificate(request.socket);
  const passedOnCertificate = connectionCertificate === null ? null : certificateInHeader(request);
  return passedOnCertificate === undefined
    ? err(badCertificate())
    : ok({ address, connectionCertificate, passedOnCertificate });
}

/** The machine at the other end of the connection. */
export function connectionAddress(request: FastifyRequest): string {
  return canonicalAddress(request.socket.remoteAddress ?? '') ?? '';
}

function badCertificate(): PublicFault {
  return badUserInput(
    'Expected one certificate in Client-Cert: its DER in base64 between two colons (RFC 9440).',
  );
}

/** The certificate that `Client-Cert` names; `null` without the header, `undefined` if it can't be read. */
function certificateInHeader(request: FastifyRequest): CertificateThumbprint | null | undefined {
  const [only, ...more] = request.raw.headersDistinct['client-cert'] ?? [];
  if (only === undefined) return null;
  return (more.length === 0 ? thumbprintInHeader(only) : null) ?? undefined;
}

/** The addresses of `X-Forwarded-For`, the nearest last; `null` if one of them is none. */
function forwardedFor(request: FastifyRequest): readonly string[] | null {
  const [only, ...more] = request.raw.headersDistinct['x-forwarded-for'] ?? [];
  if (only === undefined) return [];
  const addresses = only.split(',').map((one) => canonicalAddress(one.trim()));
  const read = addresses.filter((one) => one !== null);
  return more.length === 0 && read.length === addresses.length ? read : null;
}

/** From the right, the first that is no proxy of ours: what stands left of it, the client may have written. */
function clientAddress(
  proxy: string,
  forwarded: readonly string[] | null,
  trustedProxy: AddressRanges,
): string | null {
  if (forwarded === null) return null;
  const client = forwarded.findLast((one) => !trustedProxy.includes(one));
  // All of it ours: the request began where the list does.
  return client ?? forwarded[0] ?? proxy;
}
