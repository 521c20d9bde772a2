import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';

import type { TestCertificate } from './certificates.ts';

/** A key pair of the provider, by the ID that it publishes it under. */
export interface ProviderKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** The bank's identity provider, as far as Monban sees it: a JWKS that others sign for. */
export interface IdentityProvider {
  /** The settings of a server that believes it. */
  readonly env: Readonly<Record<string, string>>;
  /** How often its keys were fetched. */
  fetched(): number;
  /** What it publishes from now on. */
  publish(keys: readonly ProviderKey[]): void;
  /** From now on it answers 503, or again its keys. */
  beAway(away: boolean): void;
  close(): Promise<void>;
}

export const issuer = 'https://id.bank.example';
export const audience = 'https://monban.bank.example';

export function newKey(kid: string): ProviderKey {
  return { kid, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
}

/** @param certificate to publish over HTTPS with, as production wants it; left out: plain HTTP */
export async function startIdentityProvider(
  first: readonly ProviderKey[],
  certificate: TestCertificate | null = null,
): Promise<IdentityProvider> {
  let published = first;
  let fetched = 0;
  let isAway = false;
  const answer: RequestListener = (_request, response) => {
    fetched += 1;
    if (isAway) return void response.writeHead(503).end();
    const keys = published.map(({ kid, publicKey }) => ({
      ...publicKey.export({ format: 'jwk' }),
      kid,
      alg: 'ES256',
      use: 'sig',
    }));
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  };
  const server =
    certificate === null
      ? createServer(answer)
      : createTlsServer({ cert: certificate.pem, key: certificate.keyPem }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      BANK_ISSUER: issuer,
      BANK_AUDIENCE: audience,
      BANK_JWKS_URL: `${certificate === null ? 'http' : 'https'}://127.0.0.1:${port}/jwks.json`,
    },
    fetched: () => fetched,
    publish: (keys) => void (published = keys),
    beAway: (away) => void (isAway = away),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The claims of a token that a clerk of the desk gets; good for five minutes. */
export function clerkClaims(now = Date.now()): Readonly<Record<string, unknown>> {
  const seconds = Math.floor(now / 1000);
  return {
    iss: issuer,
    aud: audience,
    sub: 'clerk1',
    client_id: 'desk-web',
    scope: 'openid desk',
    iat: seconds,
    exp: seconds + 300,
  };
}

/** Signs as the provider does, or with what `head` says else. */
export function signToken(
  { kid, privateKey }: ProviderKey,
  claims: Readonly<Record<string, unknown>>,
  head: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...head })
    .sign(privateKey);
}
