import { createSecretKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createHasher } from './hasher.ts';
import { keySet, type SecretKey } from './key-set.ts';
import { Pin } from './pin.ts';

const cost = { memoryKiB: 64, time: 1, parallelism: 1 };
const dearer = { memoryKiB: 128, time: 1, parallelism: 1 };
const pepper = (id: string, byte: number): SecretKey => ({
  id,
  key: createSecretKey(Buffer.alloc(32, byte)),
});
const first = pepper('p1', 1);
const second = pepper('p2', 2);
const pin = Pin.of('Kanari-7261');

describe('R15: a stolen database tells no PIN', () => {
  const hasher = createHasher(keySet(first, []), cost);

  test('the right PIN is right, another is wrong, and each hash has a salt of its own', async () => {
    const [one, two] = await Promise.all([hasher.hash(pin), hasher.hash(pin)]);
    expect(one).toMatch(/^p1\$argon2id\$v=19\$m=64,t=1,p=1\$[^$]{22}\$[^$]{43}$/);
    expect(one).not.toBe(two);
    expect(await hasher.verify(one, pin)).toBe(true);
    expect(await hasher.verify(one, Pin.of('Kanari-7262'))).toBe(false);
  });

  test('without the pepper the right PIN is wrong: the database alone can’t be guessed against', async () => {
    const hash = await hasher.hash(pin);
    const elsewhere = createHasher(keySet(pepper('p1', 9), []), cost);
    expect(await elsewhere.verify(hash, pin)).toBe(false);
  });

  test('a pepper that was exchanged still opens, and a lost one is a fault rather than a wrong PIN', async () => {
    const old = await hasher.hash(pin);
    const now = createHasher(keySet(second, [first]), cost);
    expect(await now.verify(old, pin)).toBe(true);
    await expect(createHasher(keySet(second, []), cost).verify(old, pin)).rejects.toThrow(/pepper/);
  });

  test('whoever gets in with a hash of less cost, or of the pepper before, is hashed anew', async () => {
    const hash = await hasher.hash(pin);
    expect(hasher.needsRehash(hash)).toBe(false);
    expect(createHasher(keySet(first, []), dearer).needsRehash(hash)).toBe(true);
    expect(createHasher(keySet(second, [first]), cost).needsRehash(hash)).toBe(true);
  });

  test('A8: the decoy is of today’s cost and shape, and nothing fits it', async () => {
    const shape = (hash: string): string => hash.replace(/\$[^$]+\$[^$]+$/, '');
    expect(shape(hasher.decoyHash)).toBe(shape(await hasher.hash(pin)));
    expect(hasher.decoyHash.length).toBe((await hasher.hash(pin)).length);
    expect(await hasher.verify(hasher.decoyHash, pin)).toBe(false);
  });
});
