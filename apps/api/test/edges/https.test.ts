import { once } from 'node:events';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { connect as connectTcp } from 'node:net';
import { Duplex, PassThrough } from 'node:stream';
import { connect, type TLSSocket } from 'node:tls';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import {
  makeAuthority,
  selfSigned,
  type TestAuthority,
  type TestCertificate,
} from '../harness/certificates.ts';
import { type Connection, type HeaderLines, sendLines } from '../harness/tls-client.ts';
import { placeTls, type PlacedTls } from '../harness/tls-files.ts';
import { startTinyServer, type TinyServer } from './tiny-server.ts';

const hosts = ['127.0.0.1', 'banking.example'];
const body = JSON.stringify({ query: '{ viewer { __typename } }' });
const json: HeaderLines = [['content-type', 'application/json']];

const lastRequest = 'GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

let authority: TestAuthority;
let clients: TestAuthority;
let server: TinyServer;
let files: PlacedTls;
let suzuki: TestCertificate;
let bank: TestCertificate;
beforeAll(async () => {
  authority = await makeAuthority('Authority of servers');
  clients = await makeAuthority('Authority of clients');
  suzuki = await clients.issue('Suzuki');
  bank = await selfSigned('Core banking');
  files = placeTls(await authority.issue('first', { hosts }), clients.pem);
  server = await startTinyServer({ tls: files.paths });
});
afterAll(async () => {
  await server.close();
  files.clear();
});
beforeEach(() => {
  server.lookups.length = 0;
});

function ask(connection: Connection = {}, lines = json): Promise<Response> {
  return sendLines(`${server.url}/graphql`, lines, { body }, { ca: authority.pem, ...connection });
}

/** Which certificates the request was taken to have. */
async function certificatesOf(connection: Connection, clientCert?: string) {
  server.lookups.length = 0;
  const lines: HeaderLines = clientCert === undefined ? [] : [['client-cert', clientCert]];
  const { status } = await ask(connection, [...json, ...lines]);
  const seen = server.lookups[0]?.request;
  return [status, seen?.connectionCertificate, seen?.passedOnCertificate];
}

/** A handshake, with what came of it. */
async function shakeHands(options: object): Promise<TLSSocket> {
  const { port } = new URL(server.url);
  const socket = connect({ host: '127.0.0.1', port: Number(port), ca: authority.pem, ...options });
  await once(socket, 'secureConnect');
  return socket;
}

/** What a server says before it encrypts, in TLS 1.2: its certificate, and whose certificates it asks for. */
async function serverHello(url: string): Promise<Buffer> {
  const wire = connectTcp(Number(new URL(url).port), '127.0.0.1');
  const heard: Buffer[] = [];
  wire.on('data', (chunk) => heard.push(chunk));
  const readable = wire.pipe(new PassThrough());
  const socket = connect({
    socket: Duplex.from({ readable, writable: wire }),
    host: '127.0.0.1',
    ca: authority.pem,
    maxVersion: 'TLSv1.2',
  });
  socket.end(lastRequest);
  await text(socket);
  return Buffer.concat(heard);
}

describe('R9: the server speaks TLS 1.2 and 1.3 with AEAD and forward secrecy, and nothing else', () => {
  test('its address says so', () => {
    expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  });

  test.each([
    ['TLSv1.3', {}, 'TLS_AES_256_GCM_SHA384'],
    ['TLSv1.2', { maxVersion: 'TLSv1.2' }, 'ECDHE-ECDSA-AES256-GCM-SHA384'],
    [
      'TLSv1.2',
      { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' },
      'ECDHE-ECDSA-AES128-GCM-SHA256',
    ],
  ])('%s with %j: %s', async (protocol, options, suite) => {
    const socket = await shakeHands(options);
    expect([socket.getProtocol(), socket.getCipher().name]).toEqual([protocol, suite]);
    socket.destroy();
  });

  test.each([
    ['TLS 1.1', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }],
    ['TLS 1.0', { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }],
    ['CBC', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' }],
    ['CBC with SHA-1', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' }],
    ['RSA key exchange', { maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256' }],
    ['DHE', { maxVersion: 'TLSv1.2', ciphers: 'DHE-RSA-AES128-GCM-SHA256' }],
    ['a group of 112 bits', { ecdhCurve: 'ffdhe2048' }],
    ['no encryption', { maxVersion: 'TLSv1.2', ciphers: 'eNULL:@SECLEVEL=0' }],
  ])('%s is refused', async (_, options) => {
    await expect(shakeHands(options)).rejects.toThrow(/alert|handshake|protocol/i);
  });

  test('HTTP in the clear is not answered', async () => {
    await expect(fetch(server.url.replace('https:', 'http:'))).rejects.toThrow('fetch failed');
  });

  test('what was agreed on is neither resumed nor agreed on anew: each connection proves its key itself', async () => {
    for (const maxVersion of ['TLSv1.2', 'TLSv1.3']) {
      const options = { maxVersion, cert: suzuki.pem, key: suzuki.keyPem };
      const first = await shakeHands(options);
      let session = first.getSession();
      first.on('session', (one: Buffer<ArrayBuffer>) => (session = one));
      first.write(lastRequest);
      await text(first);
      const second = await shakeHands({ ...options, session });
      expect([maxVersion, second.isSessionReused()]).toEqual([maxVersion, false]);
      if (maxVersion === 'TLSv1.2') {
        const renegotiated = await new Promise((resolve) => {
          second.once('error', () => resolve('refused'));
          second.renegotiate({}, (fault) => resolve(fault === null ? 'done' : 'refused'));
        });
        expect(renegotiated).toBe('refused');
      }
      second.destroy();
    }
  });

  test('browsers are told to come encrypted from then on, and only where they did (RFC 6797)', async () => {
    const { headers } = await ask();
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    const open = await startTinyServer();
    const inTheClear = await open.ask({ query: '{ viewer { __typename } }' });
    await open.close();
    expect(inTheClear.headers.get('strict-transport-security')).toBeNull();
  });

  test('A21: our own pages are those of https', async () => {
    const from = async (origin: string): Promise<number> =>
      (await ask({}, [...json, ['origin', origin]])).status;
    expect(await from(server.url)).toBe(200);
    expect(await from(server.url.replace('https:', 'http:'))).toBe(403);
  });
});

describe('A16: whose certificate a connection shows', () => {
  test('the one whose key was proven, and none without', async () => {
    expect(await certificatesOf({})).toEqual([200, null, null]);
    expect(await certificatesOf({ certificate: suzuki })).toEqual([200, suzuki.thumbprint, null]);
  });

  test('RFC 8705: one that vouches for itself proves its key as well', async () => {
    expect(await certificatesOf({ certificate: bank })).toEqual([200, bank.thumbprint, null]);
  });

  test('one without its key makes no connection', async () => {
    const stolen = { ...suzuki, keyPem: bank.keyPem };
    await expect(ask({ certificate: stolen })).rejects.toThrow(/key values mismatch/);
  });

  test('a header beside it is what its client passes on, and nothing without a certificate', async () => {
    expect(await certificatesOf({ certificate: bank }, suzuki.clientCert)).toEqual([
      200,
      bank.thumbprint,
      suzuki.thumbprint,
    ]);
    expect(await certificatesOf({}, suzuki.clientCert)).toEqual([200, null, null]);
    expect(await certificatesOf({ certificate: bank }, 'kanari')).toEqual([
      400,
      undefined,
      undefined,
    ]);
  });

  test('of a trusted proxy it is what the proxy says, and never the proxy’s own', async () => {
    const behind = await startTinyServer({
      tls: files.paths,
      trustedProxy: { includes: (address) => address === '127.0.0.1' },
      origin: 'https://banking.example',
    });
    const seen = async (clientCert: HeaderLines): Promise<unknown> => {
      behind.lookups.length = 0;
      const lines = [...json, ...clientCert];
      const proxy = { ca: authority.pem, certificate: bank };
      await sendLines(`${behind.url}/graphql`, lines, { body }, proxy);
      const { connectionCertificate, passedOnCertificate } = behind.lookups[0]?.request ?? {};
      return [connectionCertificate, passedOnCertificate];
    };
    const found = [await seen([['Client-Cert', suzuki.clientCert]]), await seen([])];
    await behind.close();
    expect(found).toEqual([
      [suzuki.thumbprint, null],
      [null, null],
    ]);
  });

  test('is asked for by the names of the authorities whose clients are wanted, our own among them', async () => {
    const own = await makeAuthority('Our own authority');
    const other = await startTinyServer({ tls: files.paths, clientAuthorities: [own.pem] });
    const issued = await own.issue('Tanaka');
    const { status } = await sendLines(
      `${other.url}/graphql`,
      json,
      { body },
      { ca: authority.pem, certificate: issued },
    );
    const heard = await serverHello(other.url);
    await other.close();
    expect([status, other.lookups[0]?.request.connectionCertificate]).toEqual([
      200,
      issued.thumbprint,
    ]);
    expect(
      ['Authority of clients', 'Our own authority'].map((name) => heard.includes(name)),
    ).toEqual([true, true]);
  });

  test('where no authority is named none is asked for, and none counts', async () => {
    const silent = placeTls(await authority.issue('first', { hosts }));
    const other = await startTinyServer({ tls: silent.paths });
    await sendLines(
      `${other.url}/graphql`,
      json,
      { body },
      { ca: authority.pem, certificate: suzuki },
    );
    await other.close();
    silent.clear();
    expect(other.lookups[0]?.request.connectionCertificate).toBeNull();
  });
});

describe('New TLS files', () => {
  test('are for new connections, those that stand go on; files that are no good change nothing', async () => {
    const [first, second] = (await Promise.all(
      ['one', 'two'].map((name) => authority.issue(name, { hosts })),
    )) as [TestCertificate, TestCertificate];
    const placed = placeTls(first);
    const own = await startTinyServer({ tls: placed.paths });
    const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: authority.pem });
    const shown = (by: Agent | false): Promise<string> =>
      new Promise((resolve, reject) => {
        const sent = request(`${own.url}/livez`, { agent: by, ca: authority.pem }, (answer) => {
          const { fingerprint256 } = (answer.socket as TLSSocket).getPeerCertificate();
          void text(answer).then(() => resolve(fingerprint256.replaceAll(':', '').toLowerCase()));
        });
        sent.once('error', reject).end();
      });
    expect(await shown(agent)).toBe(first.thumbprint);

    placed.place(second);
    own.renewTls();
    expect([await shown(agent), await shown(false)]).toEqual([first.thumbprint, second.thumbprint]);

    placed.place({ ...first, keyPem: second.keyPem });
    expect(() => own.renewTls()).toThrow(/^TLS_KEY: it is not the key/);
    expect([await shown(agent), await shown(false)]).toEqual([first.thumbprint, second.thumbprint]);
    agent.destroy();
    await own.close();
    placed.clear();
  });

  const yesterday = new Date(Date.now() - 86_400_000);
  const tomorrow = new Date(Date.now() + 86_400_000);
  const spoils: readonly (readonly [string, RegExp, (placed: PlacedTls) => unknown])[] = [
    [
      'no certificate file',
      /^TLS_CERT: it can’t be read \(ENOENT\)\.$/,
      ({ paths }) => rmSync(paths.cert),
    ],
    ['no key file', /^TLS_KEY: it can’t be read \(ENOENT\)\.$/, ({ paths }) => rmSync(paths.key)],
    [
      'a key that everybody may open',
      /^TLS_KEY: everybody .*chmod 600/,
      ({ paths }) => chmodSync(paths.key, 0o644),
    ],
    [
      'a certificate file without one',
      /^TLS_CERT: it holds no certificate/,
      ({ paths }) => writeFileSync(paths.cert, 'kanari'),
    ],
    [
      'a broken certificate',
      /^TLS_CERT: a certificate in it can’t be read/,
      ({ paths }) =>
        writeFileSync(
          paths.cert,
          '-----BEGIN CERTIFICATE-----\nkanari\n-----END CERTIFICATE-----\n',
        ),
    ],
    [
      'a key file without one',
      /^TLS_KEY: it holds no private key/,
      ({ paths }) => writeFileSync(paths.key, 'kanari'),
    ],
    [
      'an authority that is none',
      /^TLS_CLIENT_CA: it holds no certificate/,
      ({ paths }) => writeFileSync(paths.clientCa ?? '', 'kanari'),
    ],
    [
      'the key of another certificate',
      /^TLS_KEY: it is not the key of the first certificate/,
      async ({ paths }) => writeFileSync(paths.key, (await selfSigned('a')).keyPem),
    ],
    [
      'a certificate that expired',
      /^TLS_CERT: the certificate has expired/,
      async (placed) =>
        placed.place(await selfSigned('a', { notBefore: new Date(0), notAfter: yesterday })),
    ],
    [
      'a certificate of tomorrow',
      /^TLS_CERT: the certificate is not valid yet/,
      async (placed) => placed.place(await selfSigned('a', { notBefore: tomorrow })),
    ],
  ];

  test.each(spoils)(
    '%s: the server does not start, and says so in a line',
    async (_, says, spoil) => {
      const placed = placeTls(await authority.issue('first', { hosts }), clients.pem);
      await spoil(placed);
      const started = startTinyServer({ tls: placed.paths });
      await expect(started).rejects.toThrow(says);
      await expect(started).rejects.not.toThrow(/kanari|\n/);
      placed.clear();
    },
  );
});
