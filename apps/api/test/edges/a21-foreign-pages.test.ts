import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ran } from './tiny-schema.ts';
import { startTinyServer, type TinyServer } from './tiny-server.ts';

const webRoot = mkdtempSync(join(tmpdir(), 'monban-web-'));
let server: TinyServer;
beforeAll(async () => {
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Monban</title>');
  writeFileSync(join(webRoot, 'graphiql.html'), '<!doctype html><title>GraphiQL</title>');
  writeFileSync(join(webRoot, 'assets', 'app-1a2b.js'), 'console.log(1);'.repeat(100));
  server = await startTinyServer({
    webRoot,
    contextOf: (_caller, _request, reply) => {
      reply.clearSession();
      return {};
    },
  });
});
afterAll(async () => {
  await server.close();
  rmSync(webRoot, { recursive: true });
});
beforeEach(() => {
  ran.length = 0;
});

const body = JSON.stringify({ query: 'mutation { logOff { name } }' });
const page = { accept: 'text/html' };

async function send(init: RequestInit, path = '/graphql'): Promise<Response> {
  return fetch(`${server.url}${path}`, { method: 'POST', body, ...init });
}

describe('A21: a page of somebody else’s acts in the name of whoever looks at it', () => {
  test.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['', 415],
    ['application/graphql', 415],
  ])('a body of type "%s": not executed', async (type, status) => {
    const response = await send({
      headers: { 'content-type': type },
      body: new TextEncoder().encode(body),
    });
    expect([response.status, ran]).toEqual([status, []]);
  });

  test.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['our host by another scheme', { origin: 'https://HOST' }],
    ['our host at another port', { origin: 'http://127.0.0.1:1' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
  ])('%s: 403, not executed', async (_, headers) => {
    const said = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value.replace('HOST', new URL(server.url).host),
      ]),
    );
    const response = await send({ headers: { 'content-type': 'application/json', ...said } });
    expect([response.status, ran]).toEqual([403, []]);
  });

  test('our own pages, and clients that are no browser, are let through', async () => {
    const own = { origin: server.url, 'sec-fetch-site': 'same-origin' };
    for (const headers of [own, {}]) {
      const response = await send({ headers: { 'content-type': 'application/json', ...headers } });
      expect(response.status).toBe(200);
    }
    expect(ran).toEqual(['logOff', 'logOff']);
  });

  test('behind a proxy our own pages are those of MONBAN_ORIGIN, whatever the proxy calls us', async () => {
    const ours = 'https://banking.example';
    const behind = await startTinyServer({ origin: ours });
    const from = async (origin: string): Promise<number> => {
      const headers = { origin, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
      return (await behind.ask({ query: 'mutation { logOff { name } }' }, headers)).status;
    };
    const statuses = [
      await from(ours),
      await from(behind.url),
      await from('http://banking.example'),
      await from('https://evil.example'),
      await from('https://banking.example.evil.example'),
      await from(`${ours}:8443`),
    ];
    await behind.close();
    expect([statuses, ran]).toEqual([[200, 403, 403, 403, 403, 403], ['logOff']]);
  });

  test('by GET nothing is executed, query or mutation', async () => {
    for (const query of ['mutation{logOff{name}}', '{viewer{__typename}}']) {
      const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect(ran).toEqual([]);
  });

  test('a cookie beside a bank token is refused before anybody is looked up', async () => {
    server.lookups.length = 0;
    const headers = { cookie: '__Host-monban-session=a', authorization: 'Bearer b' };
    const { status, errors } = await server.ask({ query: '{ viewer { __typename } }' }, headers);
    expect([status, errors[0]?.extensions['code'], server.lookups, ran]).toEqual([
      401,
      'UNAUTHENTICATED',
      [],
      [],
    ]);
  });

  test.each([
    ['/', page],
    ['/users/suzuki01', page],
    ['/graphql', page],
    ['/schema.graphql', {}],
    ['/livez', {}],
    ['/nothing.txt', {}],
  ])('%s can’t be framed, guessed at or kept, and runs no inline script', async (path, headers) => {
    const response = await fetch(`${server.url}${path}`, { headers });
    const policy = response.headers.get('content-security-policy') ?? '';
    const script = /script-src ([^;]*)/.exec(policy)?.[1] ?? "default 'none'";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(script).not.toMatch(/unsafe|data:|\*|https?:/);
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('styles may be inline in GraphiQL alone', async () => {
    const policies = await Promise.all(
      ['/', '/graphql'].map(async (path) => {
        const response = await fetch(`${server.url}${path}`, { headers: page });
        return response.headers.get('content-security-policy')?.includes('unsafe-inline');
      }),
    );
    expect(policies).toEqual([false, true]);
  });

  test('answers of the API are not kept; files named by their hash are, and come packed', async () => {
    const { headers } = await server.ask({ query: '{ viewer { __typename } }' });
    const file = await fetch(`${server.url}/assets/app-1a2b.js`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-encoding')).toBe('gzip');
    expect(await file.text()).toBe('console.log(1);'.repeat(100));
  });

  test('files outside of the web application can’t be reached', async () => {
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '/assets/..%2f..%2fetc/passwd',
      '/graphiql.html/../../x.json',
    ]) {
      const response = await fetch(`${server.url}${path}`);
      expect(response.status).toBe(404);
    }
  });

  test('at log off the cookie goes and the browser forgets what it kept', async () => {
    const { headers } = await server.ask({ query: 'mutation { logOff { name } }' });
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(headers.get('set-cookie')).toBe(
      '__Host-monban-session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict',
    );
  });
});
