import type { FastifyRequest } from 'fastify';
import type { RequestSeen } from '../context.ts';
import { canonicalAddress } from './address.ts';
import type { Peer } from './peer.ts';

/** `__Host-`: only this host over a secure connection can set it, for no other path or domain. */
export const sessionCookieName = '__Host-monban-session';

/** The parts of a request that decide who asks. */
export function requestSeen(request: FastifyRequest, peer: Peer): RequestSeen {
  return {
    cookies: { session: cookie(header(request, 'cookie'), sessionCookieName) },
    sessionHeader: header(request, 'monban-session'),
    pageHeader: header(request, 'monban-page'),
    authorization: header(request, 'authorization'),
    connectionCertificate: peer.connectionCertificate,
    passedOnCertificate: peer.passedOnCertificate,
    clientAddress: canonicalAddress(header(request, 'monban-client-address') ?? ''),
    remoteAddress: peer.address,
    acceptLanguage: header(request, 'accept-language'),
    requestId: request.id,
  };
}

/** A header that came once; several of one name are none, so that two readers can't disagree. */
export function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function cookie(cookies: string | null, name: string): string | null {
  if (cookies === null) return null;
  const named = cookies.split(';').filter((one) => one.trimStart().startsWith(`${name}=`));
  const [only] = named;
  if (only === undefined || named.length > 1) return null;
  return only.slice(only.indexOf('=') + 1).trim();
}
