import type { FastifyRequest } from 'fastify';
import { header } from './request-seen.ts';

/**
 * Whether a page of somebody else's sent this (A21). Browsers name the page's origin with every
 * request that could change something; what is not a browser names none.
 */
export function isForeign(request: FastifyRequest): boolean {
  const site = header(request, 'sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  // Twice the same header is read as foreign too: a browser sends one.
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  const host = header(request, 'host');
  return host === null || origin !== `${request.protocol}://${host}`;
}
