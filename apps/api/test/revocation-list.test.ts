import 'reflect-metadata';

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { X509Certificate, X509Crl } from '@peculiar/x509';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openBuiltInAuthority } from '../src/pki/built-in-authority.ts';
import { drawSerials, makeAuthority } from './harness/certificates.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'monban-authority-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The built-in authority of a bank that brings its own key, and the list that it signs. */
async function listOf(key: 'EC' | 'RSA', serials: readonly string[]): Promise<X509Crl> {
  const { pem, keyPem } = await makeAuthority('Bank authority', { key });
  const authorityFile = join(folder, `${key}.pem`);
  writeFileSync(authorityFile, `${keyPem}${pem}`, { mode: 0o600 });
  const authority = openBuiltInAuthority({ authorityFile, dataDir: folder }, null);
  if (authority === null) throw new Error('A file was named.');
  const now = Date.now();
  const revoked = serials.map((serial) => ({ serial, revokedAt: now }));
  const der = await authority.revocationList(revoked, now);
  const list = new X509Crl(der, { berOptions: { maxNodes: Infinity } });
  const { publicKey } = new X509Certificate(await authority.certificate());
  expect(await list.verify({ publicKey })).toBe(true);
  return list;
}

it.each(['EC', 'RSA'] as const)(
  'R12: every revoked certificate stands on the list, signed with the bank’s own key: %s',
  async (key) => {
    for (const serials of [[], drawSerials(1), drawSerials(300)]) {
      const list = await listOf(key, serials);
      expect(list.entries.map(({ serialNumber }) => serialNumber)).toEqual(serials);
    }
  },
);

it('nobody waits for a list of thousands: while it is made, everything else goes on', async () => {
  let turns = 0;
  let ended = false;
  const turn = (): void => {
    turns += 1;
    if (!ended) setImmediate(turn);
  };
  turn();
  const serials = drawSerials(5_000);
  const list = await listOf('EC', serials);
  ended = true;
  for (const serial of [serials.at(0), serials.at(-1)])
    expect(list.findRevoked(serial ?? '')?.serialNumber).toBe(serial);
  // Made on this thread, a list leaves it a handful of turns.
  expect(turns).toBeGreaterThan(1_000);
});
