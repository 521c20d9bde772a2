import { describe, expect, test } from 'vitest';
import { day } from './instant.ts';
import type { EmailAddress } from './id.ts';
import {
  addressKey,
  type AddressChange,
  changeAddresses,
  checkAddresses,
  confirmationCode,
  isCodeSpent,
  isTold,
  parseConfirmationCode,
  sameAddress,
  type StandingAddress,
} from './notification-address.ts';

const now = 1_000;
const inForce = (address: string): StandingAddress => ({
  address,
  status: 'IN_FORCE',
  leavesAt: null,
});
const pending = (address: string): StandingAddress => ({
  address,
  status: 'PENDING',
  leavesAt: null,
});
const leaving = (address: string, leavesAt: number): StandingAddress => ({
  address,
  status: 'LEAVING',
  leavesAt,
});

const a = 'a@example.jp' as EmailAddress;
const b = 'b@example.jp' as EmailAddress;
const c = 'c@example.jp' as EmailAddress;

const change = (standing: readonly StandingAddress[], ...wanted: readonly string[]) =>
  changeAddresses(standing, wanted as readonly EmailAddress[], { leavingDays: 7 }, now);

const changed = (expected: Partial<AddressChange>) => ({
  ok: true,
  value: {
    added: [],
    backInForce: [],
    leaving: [],
    leavesAt: now + 7 * day,
    dropped: [],
    ...expected,
  },
});

describe('R10: who is told', () => {
  test('an address in force; one whose code was not entered is not', () => {
    expect(isTold(inForce(a), now)).toBe(true);
    expect(isTold(pending(a), now)).toBe(false);
  });

  test('a leaving one until its last moment, not at it', () => {
    expect(isTold(leaving(a, now + 1), now)).toBe(true);
    expect(isTold(leaving(a, now), now)).toBe(false);
    expect(isTold(leaving(a, now - 1), now)).toBe(false);
  });

  test('addresses that differ in letter case alone are one', () => {
    expect(sameAddress('Keiri@Example.jp', 'keiri@example.JP')).toBe(true);
    expect(sameAddress('keiri@example.jp', 'keirl@example.jp')).toBe(false);
    expect(addressKey('Keiri@Example.jp')).toBe('keiri@example.jp');
  });
});

describe('R10: how many addresses a contract has', () => {
  const many = (number: number) => Array.from({ length: number }, (_, at) => `a${at}@example.jp`);
  const wrongNumber = {
    path: 'addresses',
    code: 'WRONG_NUMBER_OF_ENTRIES',
    bounds: { min: 1, max: 5 },
  };

  test('1 and 5 will do, none and 6 will not', () => {
    expect(checkAddresses(many(1), 'addresses')).toEqual([]);
    expect(checkAddresses(many(5), 'addresses')).toEqual([]);
    expect(checkAddresses([], 'addresses')).toEqual([wrongNumber]);
    expect(checkAddresses(many(6), 'addresses')).toEqual([wrongNumber]);
  });

  test('each once, whatever its letter case, and the later one is the one too many', () => {
    expect(checkAddresses([a, b, 'A@Example.JP', 'B@example.jp'], 'addresses')).toEqual([
      { path: 'addresses.2', code: 'NAMED_TWICE' },
      { path: 'addresses.3', code: 'NAMED_TWICE' },
    ]);
  });
});

describe('R10: replacing addresses', () => {
  test('a new one waits for its code, and nothing else changes', () => {
    expect(change([inForce(a)], a, b)).toEqual(changed({ added: [b] }));
  });

  test('one that is replaced leaves seven days later', () => {
    expect(change([inForce(a), inForce(b)], b, c)).toEqual(changed({ added: [c], leaving: [a] }));
  });

  test('the same ones in other letters are the same ones', () => {
    expect(change([inForce(a), pending(b)], 'A@Example.jp', 'B@example.JP')).toEqual(changed({}));
  });

  test('one that never came into force goes at once, one that waits goes on waiting', () => {
    expect(change([inForce(a), pending(b), pending(c)], a, b)).toEqual(changed({ dropped: [c] }));
  });

  test('a leaving one that is taken back is in force at once: it was proven before', () => {
    expect(change([inForce(a), leaving(b, now + 1)], a, b)).toEqual(changed({ backInForce: [b] }));
  });

  test('one that has left is proven anew, and its row goes', () => {
    expect(change([inForce(a), leaving(b, now)], a, b)).toEqual(
      changed({ added: [b], dropped: [b] }),
    );
  });

  test('one that is leaving and isn’t wanted keeps its day', () => {
    expect(change([inForce(a), leaving(b, now + 1)], a)).toEqual(changed({}));
  });

  test('the last one in force stays until another is: nobody can silence every notice', () => {
    const refused = { ok: false, error: 'LAST_ADDRESS_IN_FORCE' };
    expect(change([inForce(a)], b)).toEqual(refused);
    expect(change([inForce(a), pending(b)], b)).toEqual(refused);
    expect(change([inForce(a), leaving(b, now)], b)).toEqual(refused);
    expect(change([inForce(a), inForce(b)], c)).toEqual(refused);
  });

  test('one that was leaving may take the place of the last', () => {
    expect(change([inForce(a), leaving(b, now + 1)], b)).toEqual(
      changed({ backInForce: [b], leaving: [a] }),
    );
  });

  test('where none was ever in force, a mistyped one can be replaced', () => {
    expect(change([pending(a)], b)).toEqual(changed({ added: [b], dropped: [a] }));
    expect(change([], a)).toEqual(changed({ added: [a] }));
  });
});

describe('R10: the code that puts an address in force', () => {
  test('is good for 24 hours and for five wrong entries', () => {
    expect(confirmationCode).toEqual({ digits: 6, hours: 24, tries: 5 });
    expect(isCodeSpent({ until: now + 1, wrong: 4 }, now)).toBe(false);
    expect(isCodeSpent({ until: now, wrong: 0 }, now)).toBe(true);
    expect(isCodeSpent({ until: now + 1, wrong: 5 }, now)).toBe(true);
    expect(isCodeSpent({ until: now + 1, wrong: 6 }, now)).toBe(true);
  });

  test('leading zeros count', () => {
    expect(parseConfirmationCode('000017', 'code')).toEqual({ ok: true, value: '000017' });
  });

  test.each([
    ['', 'REQUIRED'],
    ['12345', 'WRONG_LENGTH'],
    ['1234567', 'WRONG_LENGTH'],
    ['１２３４５６', 'NOT_DIGITS'],
    ['12345a', 'NOT_DIGITS'],
    ['123 456', 'NOT_DIGITS'],
    ['123456\n', 'NOT_DIGITS'],
    ['-12345', 'NOT_DIGITS'],
    ['1e5000', 'NOT_DIGITS'],
    ['١٢٣٤٥٦', 'NOT_DIGITS'],
    [`123456\u200B`, 'NOT_DIGITS'],
  ])('%j is none: %s', (text, code) => {
    expect(parseConfirmationCode(text, 'code')).toMatchObject({ ok: false, error: { code } });
  });

  test('a code of another length is told how long it is', () => {
    expect(parseConfirmationCode('1', 'code')).toMatchObject({
      error: { path: 'code', bounds: { min: 6, max: 6 } },
    });
  });
});
