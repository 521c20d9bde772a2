import { createHash, createSecretKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keySet, type SecretKey } from './key-set.ts';
import { createSeal } from './seal.ts';

const key = (id: string, byte: number): SecretKey => ({
  id,
  key: createSecretKey(Buffer.alloc(32, byte)),
});
const first = key('s1', 1);
const second = key('s2', 2);
const seal = createSeal(keySet(first, []));
const contractId = '01234567890';

describe('a session token', () => {
  test('carries its contract, so that the look-up under row-level security knows its scope', () => {
    const { token, hash } = seal.sealToken(contractId);
    expect(seal.openToken(token)).toEqual({ contractId, hash });
    expect(hash).toEqual(createHash('sha256').update(token).digest());
  });

  test('shows nothing of it, and no two are alike', () => {
    const tokens = Array.from({ length: 1000 }, () => seal.sealToken(contractId).token);
    expect(new Set(tokens).size).toBe(1000);
    const bytes = tokens.map((token) => Buffer.from(token, 'base64url').toString('latin1'));
    expect(bytes.some((token) => token.includes(contractId))).toBe(false);
  });

  test('whose bytes were changed, any of them, opens nothing', () => {
    const { token } = seal.sealToken(contractId);
    const bytes = Buffer.from(token, 'base64url');
    const opened = [...bytes.keys()].filter((at) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      return seal.openToken(changed.toString('base64url')) !== null;
    });
    expect(opened).toEqual([]);
  });

  test('has one spelling', () => {
    const { token } = seal.sealToken(contractId);
    const last = token.at(-1) ?? '';
    const others = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
      .split('')
      .filter((letter) => letter !== last)
      .map((letter) => token.slice(0, -1) + letter);
    const spellings = [...others, `${token}=`, ` ${token}`, `${token}A`, token.slice(1), ''];
    expect(spellings.filter((one) => seal.openToken(one) !== null)).toEqual([]);
  });

  test('made of halves of two others opens nothing', () => {
    const [one, two] = [seal.sealToken(contractId), seal.sealToken('99999999999')].map(
      ({ token }) => Buffer.from(token, 'base64url'),
    );
    const mixed = Buffer.concat(
      [one?.subarray(0, 39) ?? one, two?.subarray(39) ?? two].filter((part) => part !== undefined),
    );
    expect(mixed.length).toBe(one?.length);
    expect(seal.openToken(mixed.toString('base64url'))).toBeNull();
  });

  test('of one purpose opens for no other', () => {
    const { token } = seal.sealToken(contractId, 'AUTHORIZATION');
    expect(seal.openToken(token)).toBeNull();
    expect(seal.openToken(token, 'AUTHORIZATION')?.contractId).toBe(contractId);
  });

  test('of a key that was exchanged still opens, of a revoked one no more', () => {
    const { token } = seal.sealToken(contractId);
    expect(createSeal(keySet(second, [first])).openToken(token)?.contractId).toBe(contractId);
    expect(createSeal(keySet(second, [])).openToken(token)).toBeNull();
  });
});
