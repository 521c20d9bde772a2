import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { cast, type CastContract } from '../src/demo/cast.ts';
import { drawKeyRing } from '../src/secrets/key-ring-file.ts';
import { makeAuthority, type TestAuthority, type TestCertificate } from './harness/certificates.ts';
import { type Client, connect } from './harness/client.ts';
import {
  clerkClaims,
  type IdentityProvider,
  newKey,
  signToken,
  startIdentityProvider,
} from './harness/identity-provider.ts';
import { startMailServer, type TestMailServer } from './harness/mail-server.ts';
import { ask, openContract } from './harness/seed.ts';
import type { ServerProcess } from './harness/server-process.ts';
import { type Ground, layGround, startHere, startProcess } from './harness/server.ts';
import { sendLines, sendOver } from './harness/tls-client.ts';
import { placeTls, type PlacedTls } from './harness/tls-files.ts';

const hosts = ['127.0.0.1'];
const company = {
  name: 'Yamada Trading',
  lockLinkage: 'LINKED',
  services: [{ service: 'BALANCE_INQUIRY' }],
  notificationAddress: 'office@yamada.example',
  reference: 'A-1',
};

const key = newKey('bank');
let authority: TestAuthority;
let certificates: readonly [TestCertificate, TestCertificate];
let provider: IdentityProvider;
let mail: TestMailServer;
let files: PlacedTls;
let ground: Ground;
/** All that production demands. */
let production: Readonly<Record<string, string>>;
let server: ServerProcess;

beforeAll(async () => {
  authority = await makeAuthority();
  certificates = [
    await authority.issue('first', { hosts }),
    await authority.issue('second', { hosts, key: 'RSA' }),
  ];
  provider = await startIdentityProvider([key], await authority.issue('bank', { hosts }));
  mail = await startMailServer(await authority.issue('mail', { hosts }));
  files = placeTls(certificates[0], authority.pem);
  ground = await layGround();
  const [ring, trusted] = ['keys.json', 'ca.pem'].map((name) => join(ground.dataDir, name)) as [
    string,
    string,
  ];
  writeFileSync(ring, drawKeyRing(), { mode: 0o600 });
  writeFileSync(trusted, authority.pem);
  production = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    MONBAN_KEYS: ring,
    MONBAN_ARGON2: '19456,2,1',
    MONBAN_LOCKS_PER_HOUR: '3',
    SMTP_URL: mail.url,
    MAIL_FROM: 'monban@bank.example',
    NODE_EXTRA_CA_CERTS: trusted,
    ...provider.env,
    ...files.env,
  };
  server = await startProcess(ground, production);
});
afterAll(async () => {
  await server.stop();
  await ground.clear();
  await Promise.all([provider.close(), mail.leave()]);
  files.clear();
});

async function clerk(sub: string): Promise<Client> {
  const token = await signToken(key, { ...clerkClaims(), sub });
  return connect(server.url, { authorization: `Bearer ${token}` }, sendOver({ ca: authority.pem }));
}

/** Status of what is asked for by GET, as a browser asks. */
async function got(path: string): Promise<number> {
  const lines = [['accept', 'text/html']] as const;
  return (await sendLines(`${server.url}${path}`, lines, { method: 'GET' }, { ca: authority.pem }))
    .status;
}

/** Which certificate a new connection is shown. */
async function shown(): Promise<string> {
  const { hostname, port } = new URL(server.url);
  const socket = connectTls({ host: hostname, port: Number(port), ca: authority.pem });
  await once(socket, 'secureConnect');
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256.replaceAll(':', '').toLowerCase();
}

test('R9: production starts with all that it demands, over HTTPS, and tells browsers to stay there', async () => {
  expect(server.url).toMatch(/^https:\/\//);
  const { status, headers } = await sendLines(
    `${server.url}/readyz`,
    [],
    { method: 'GET' },
    { ca: authority.pem },
  );
  expect([status, headers.get('strict-transport-security')]).toEqual([
    200,
    'max-age=31536000; includeSubDomains',
  ]);
});

test('A22: production has no GraphiQL, no schema text, no introspection and no mailbox', async () => {
  expect(await Promise.all(['/graphql', '/schema.graphql', '/dev/mailbox'].map(got))).toEqual([
    405, 404, 404,
  ]);
  const { status } = await (await clerk('sato')).raw('{ __schema { queryType { name } } }');
  expect(status).toBe(400);
});

test('in production a contract is opened by two persons, and unlocked or given a certificate by who says how they knew whom', async () => {
  const [sato, suzuki] = [await clerk('sato'), await clerk('suzuki')];
  const asked = await ask(sato, 'openContract', company);
  expect(asked.__typename).toBe('DeskActWaiting');
  const actId = asked.act?.actId ?? '';
  expect(await ask(sato, 'approveDeskAct', { actId })).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  const approved = await ask(suzuki, 'approveDeskAct', { actId });
  expect(approved.__typename).toBe('DeskActApproved');
  // R10: and the company is told, over verified TLS.
  await expect.poll(() => mail.taken.map(({ to }) => to)).toContain(company.notificationAddress);
  const contractId = asked.act?.contractId ?? '';
  const unknown = [
    { path: 'reference', code: 'REQUIRED' },
    { path: 'identityCheck', code: 'REQUIRED' },
  ];
  for (const act of ['unlockContract', 'grantCertificate'] as const)
    expect(await ask(sato, act, { contractId })).toMatchObject({ problems: unknown });
});

test('SIGHUP: a new certificate is shown from then on; of one that is no good the log tells, and nothing changes', async () => {
  expect(await shown()).toBe(certificates[0].thumbprint);
  files.place(certificates[1]);
  server.process.kill('SIGHUP');
  await expect.poll(shown).toBe(certificates[1].thumbprint);

  files.place({ ...certificates[0], keyPem: certificates[1].keyPem });
  server.process.kill('SIGHUP');
  await expect.poll(() => server.output()).toContain('TLS_KEY: it is not the key');
  expect(await shown()).toBe(certificates[1].thumbprint);
  expect(server.output()).not.toContain('PRIVATE KEY');
});

test('production does not start on a database that holds the demo, whose PINs stand in files and terminals', async () => {
  const demonstrated = await layGround();
  const development = await startHere(demonstrated);
  const [{ contractId, name }] = cast as [CastContract];
  await openContract(development.url, demonstrated, { contractId, name });
  await development.close();
  await expect(startProcess(demonstrated, production)).rejects.toThrow(
    /could not start: the database holds the demo;/,
  );
  await demonstrated.clear();
});
