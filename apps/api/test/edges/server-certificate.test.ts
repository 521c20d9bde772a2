import { once } from 'node:events';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createLog } from '../../src/log.ts';
import { watchCertificate } from '../../src/tls/certificate-end.ts';
import { makeAuthority, type TestAuthority } from '../harness/certificates.ts';
import { sendLines } from '../harness/tls-client.ts';
import { placeTls, type PlacedTls } from '../harness/tls-files.ts';
import { startTinyServer } from './tiny-server.ts';

const day = 86_400_000;
const hosts = ['127.0.0.1'];
const inDays = (days: number) => ({ hosts, notAfter: new Date(Date.now() + days * day + 60_000) });

let authority: TestAuthority;
let placed: PlacedTls;
beforeAll(async () => {
  authority = await makeAuthority();
  placed = placeTls(await authority.issue('soon', inDays(29)));
});
afterAll(() => placed.clear());

/** What a log says of the server's own certificate. */
function told(
  logged: readonly string[],
): readonly (readonly [number, string, number | undefined])[] {
  return logged
    .map((line) => JSON.parse(line) as { level: number; event: string; count?: number })
    .filter(({ event }) => event.includes('TLS_CERT'))
    .map(({ count, event, level }) => [level, event, count]);
}

/** As pino writes levels. */
const [warn, error] = [40, 50];
const soon = 'the certificate of TLS_CERT ends soon';
const ended = 'the certificate of TLS_CERT has ended';

describe('The end of the server’s own certificate', () => {
  test('is told at the start and with each new one, if it is within 30 days', async () => {
    const server = await startTinyServer({ tls: placed.paths });
    expect(told(server.logged)).toEqual([[warn, soon, 29]]);
    placed.place(await authority.issue('late', inDays(31)));
    server.renewTls();
    expect(told(server.logged)).toHaveLength(1);
    placed.place(await authority.issue('sooner', inDays(1)));
    server.renewTls();
    expect(told(server.logged)).toEqual([
      [warn, soon, 29],
      [warn, soon, 1],
    ]);
    await server.close();
  });

  test('is told again and again while it is near, and otherwise once it is over', async () => {
    const logged: string[] = [];
    let now = 0;
    const end = watchCertificate(
      createLog('info', (line) => void logged.push(line)),
      () => now,
      1,
    );
    end.watch(31 * day);
    expect(logged).toEqual([]);
    now = day;
    await expect
      .poll(() => told(logged).filter(([, , count]) => count === 30).length)
      .toBeGreaterThan(1);
    now = 31 * day;
    await expect.poll(() => told(logged).at(-1)).toEqual([error, ended, undefined]);
    end.stop();
  });
});

describe('A19: handshakes that are never finished', () => {
  test('are cut, however many there are, and keep nobody else out', async () => {
    const server = await startTinyServer({ tls: placed.paths, handshakeTimeout: 1000 });
    const port = Number(new URL(server.url).port);
    // The head of a ClientHello of 512 bytes, of which no more comes.
    const begun = Buffer.from('160301020001', 'hex');
    const silent = Array.from({ length: 200 }, (_, index) => {
      const socket = connect(
        port,
        '127.0.0.1',
        () => void (index % 2 === 0 && socket.write(begun)),
      );
      socket.on('error', () => undefined).resume();
      return socket;
    });
    await Promise.all(silent.map((socket) => once(socket, 'connect')));
    const cut = Promise.all(silent.map((socket) => once(socket, 'close')));
    const options = { ca: authority.pem };
    const answer = await sendLines(
      `${server.url}/graphql`,
      [['content-type', 'application/json']],
      { body: '{"query":"{ viewer { __typename } }"}' },
      options,
    );
    expect(answer.status).toBe(200);
    expect((await cut).length).toBe(silent.length);
    await server.close();
  });
});
