import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority, type TestCertificate } from '@monban/api/test/harness/certificates';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { type Company, openCompany } from './house/company.ts';
import { button, heading, logOnAsAdministrator } from './house/person.ts';
import { type Server, startServer } from './house/server.ts';
import { test } from './house/test.ts';
import { openTlsFront, type TlsFront } from './house/tls-front.ts';

let folder: string;
let certificate: TestCertificate;
let company: Company;
/** One that serves HTTPS itself, and one behind a proxy that does. */
let secure: Server;
let front: TlsFront;
let behind: Server;
beforeAll(async () => {
  const authority = await makeAuthority();
  certificate = await authority.issue('banking', { hosts: ['127.0.0.1'] });
  folder = mkdtempSync(join(tmpdir(), 'monban-e2e-tls-'));
  const [cert, key, ca] = ['cert.pem', 'key.pem', 'ca.pem'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(cert, certificate.pem);
  writeFileSync(key, certificate.keyPem, { mode: 0o600 });
  writeFileSync(ca, authority.pem);
  const tls = { TLS_CERT: cert, TLS_KEY: key, TLS_CLIENT_CA: ca };
  company = await openCompany(inject('house'));
  secure = await startServer({ ...inject('ground'), ...tls });
  front = await openTlsFront(certificate);
  const proxy = { TRUSTED_PROXY: '127.0.0.1', MONBAN_ORIGIN: front.origin };
  behind = await startServer({ ...inject('ground'), ...proxy });
  front.lead(behind.url);
});
afterAll(async () => {
  await Promise.all([secure.stop(), behind.stop(), front.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Logs on, loads the page anew, acts and logs off: what the session cookie and the origin are needed for. */
async function workADay(page: Page): Promise<void> {
  const loaded = await page.goto('/');
  expect(loaded?.headers()['strict-transport-security']).toMatch(/^max-age=31536000/);
  await logOnAsAdministrator(page, company);
  const [cookie, ...others] = await page.context().cookies();
  expect([cookie?.name, cookie?.secure, cookie?.httpOnly, cookie?.sameSite, others]).toEqual([
    '__Host-monban-session',
    true,
    true,
    'Strict',
    [],
  ]);
  await page.reload();
  await heading(page, 'ホーム').waitFor();
  await button(page, 'ログオフ').click();
  await page.getByText('ログオフしました').waitFor();
}

test('R9: the web application works over HTTPS, which asks for a certificate and goes on without one', async ({
  open,
}) => {
  await workADay(await open({ baseURL: secure.url, ignoreHTTPSErrors: true }));
});

test('R9, A21: it works behind a proxy that ends TLS and calls the server otherwise', async ({
  open,
}) => {
  await workADay(await open({ baseURL: front.origin, ignoreHTTPSErrors: true }));
});
