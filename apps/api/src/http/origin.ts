import type { FastifyRequest } from 'fastify';
import { header } from './request-seen.ts';

/**
 * Whether a page of somebody else's sent this (A21). Browsers name the page's origin with every
 * request that could change something; what is not a browser names none.
 * @param ours under which browsers reach this server (`MONBAN_ORIGIN`); `null`: as the request itself says
 */
export function isForeign(request: FastifyRequest, ours: string | null): boolean {
  const site = header(request, 'sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  // Twice the same header is read as foreign too: a browser sends one.
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  return origin !== (ours ?? ownOrigin(request));
}

function ownOrigin(request: FastifyRequest): string | null {
  const host = header(request, 'host');
  return host === null ? null : `${request.protocol}://${host}`;
}
