import { fork } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepFirst } from './keep-first.ts';
import { drawKeyRing } from './key-ring-file.ts';
import { openKeyRing } from './key-ring.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'monban-keys-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const file = (): string => join(dataDir, 'keys.json');

function write(change: (ring: Record<string, Record<string, unknown>>) => void): string {
  const ring = JSON.parse(drawKeyRing()) as Record<string, Record<string, unknown>>;
  change(ring);
  writeFileSync(file(), JSON.stringify(ring), { mode: 0o600 });
  return file();
}

describe('the key ring', () => {
  test('is made once, for its owner alone, and is the same at the next start', () => {
    const first = openKeyRing({ keysFile: null, dataDir });
    const again = openKeyRing({ keysFile: null, dataDir });
    expect(again.pepper.current.id).toBe(first.pepper.current.id);
    expect(again.pepper.current.key.equals(first.pepper.current.key)).toBe(true);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['keys.json']);
  });

  test('two that start at once end with one ring: else one could not check what the other hashed', async () => {
    const script = join(dataDir, 'start.mjs');
    const module = new URL('key-ring.ts', import.meta.url).href;
    writeFileSync(
      script,
      `process.once('message', async () => {
         const { openKeyRing } = await import(${JSON.stringify(module)});
         process.send(openKeyRing({ keysFile: null, dataDir: process.argv[2] }).pepper.current.id);
         process.disconnect();
       });
       process.send('up');`,
    );
    const started = Array.from({ length: 4 }, () =>
      fork(script, [dataDir], {
        execArgv: ['--import', import.meta.resolve('@oxc-node/core/register')],
      }),
    );
    const said = (child: (typeof started)[number]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        child.once('message', resolve).once('error', reject);
      });
    await Promise.all(started.map(said));
    const ids = started.map(said);
    for (const child of started) child.send('go');
    expect(new Set(await Promise.all(ids)).size).toBe(1);
  });

  test('a ring that came first stays, and the later draft is gone', () => {
    keepFirst(file(), 'first');
    keepFirst(file(), 'second');
    expect([readFileSync(file(), 'utf8'), readdirSync(dataDir)]).toEqual(['first', ['keys.json']]);
  });

  test('a named file is never made up', () => {
    expect(() => openKeyRing({ keysFile: file(), dataDir })).toThrow(/can’t be read \(ENOENT\)/);
  });

  test('of several keys all open, and the current one makes', () => {
    const path = write((ring) => {
      ring['pepper'] = {
        current: 'p2',
        keys: {
          p1: Buffer.alloc(32, 1).toString('base64'),
          p2: Buffer.alloc(32, 2).toString('base64'),
        },
      };
    });
    const { pepper } = openKeyRing({ keysFile: path, dataDir });
    expect([pepper.current.id, pepper.byId('p1')?.id, pepper.byId('p3')]).toEqual([
      'p2',
      'p1',
      null,
    ]);
  });

  test('a bank’s own ring needs no development issuer', () => {
    const path = write((ring) => delete ring['bankDevelopment']);
    expect(openKeyRing({ keysFile: path, dataDir }).bankDevelopment).toBeNull();
  });

  const canary = 'a2FuYXJpa2FuYXJpa2FuYXJp';
  test.each<[string, (ring: Record<string, Record<string, unknown>>) => void, RegExp]>([
    ['another format', (ring) => Object.assign(ring, { format: 2 }), /"format" must be 1/],
    ['no card key', (ring) => delete ring['card'], /"card" must be/],
    [
      'no current key',
      (ring) => Object.assign(ring['seal'] ?? {}, { current: 'x' }),
      /"current" of "seal"/,
    ],
    [
      'a prepared key that is not there',
      (ring) => Object.assign(ring['seal'] ?? {}, { next: 'x' }),
      /"next" of "seal"/,
    ],
    [
      'the current key as the prepared one',
      (ring) => Object.assign(ring['card'] ?? {}, { next: ring['card']?.['current'] }),
      /"next" of "card"/,
    ],
    [
      'a short key',
      (ring) => (ring['pepper'] = { current: 'p1', keys: { p1: canary } }),
      /key "p1" of "pepper"/,
    ],
    [
      'a signing key that is none',
      (ring) => (ring['signing'] = { current: 'k1', keys: { k1: canary } }),
      /key "k1" of "signing"/,
    ],
    [
      'a key without an ID',
      (ring) => (ring['decoy'] = { current: '', keys: { '': canary } }),
      /needs an ID/,
    ],
  ])('%s: refused in words, without the key', (_, change, message) => {
    const path = write(change);
    const open = (): unknown => openKeyRing({ keysFile: path, dataDir });
    expect(open).toThrow(message);
    expect(open).not.toThrow(new RegExp(canary));
  });

  test('what is no JSON is refused without showing any of it', () => {
    writeFileSync(file(), `{ "pepper": ${canary}`, { mode: 0o600 });
    expect(() => openKeyRing({ keysFile: file(), dataDir })).toThrow(/: it is not JSON\.$/);
  });

  test('a ring that everybody may open is refused', () => {
    write(() => {});
    chmodSync(file(), 0o644);
    expect(() => openKeyRing({ keysFile: file(), dataDir })).toThrow(/chmod 600/);
  });
});
