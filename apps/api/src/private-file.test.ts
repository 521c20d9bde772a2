import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { faultCode } from './fault-code.ts';
import { readPrivateFile } from './private-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'monban-private-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'key');
const read = (): string => readPrivateFile(path, (what) => new RangeError(what));

it('a key is read from a file that its owner and group may open, and from no other; what is in the way is said', () => {
  expect(read).toThrow(new RangeError('it can’t be read (ENOENT)'));
  writeFileSync(path, 'the key', { mode: 0o640 });
  expect(read()).toBe('the key');
  chmodSync(path, 0o644);
  expect(read).toThrow(/^everybody .*chmod 600/);
});

it('of a fault its code is told, of a wrapped one the one within, and without a code its class; never its text', () => {
  const coded = Object.assign(new Error('kanari'), { code: 'ECONNREFUSED' });
  const faults = [coded, new Error('kanari', { cause: coded }), new TypeError('kanari'), 'kanari'];
  expect(faults.map(faultCode)).toEqual(['ECONNREFUSED', 'ECONNREFUSED', 'TypeError', 'string']);
});
