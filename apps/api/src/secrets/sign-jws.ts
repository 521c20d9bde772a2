import { sign } from 'node:crypto';

import type { SigningKey } from './key-set.ts';

/**
 * Signs claims as a compact JWS with ES256 (RFC 7515, RFC 7518 3.4). Synchronous on purpose: WebCrypto would wait in
 * the thread pool behind argon2.
 * @param type the header's `typ`, by which one kind of token can't be taken for another (RFC 8725 3.11)
 */
export function signJws(
  { id, privateKey }: SigningKey,
  type: string,
  claims: Readonly<Record<string, unknown>>,
): string {
  const signed = `${encode({ alg: 'ES256', typ: type, kid: id })}.${encode(claims)}`;
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' as const };
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
