import { describe, expect, test } from 'vitest';
import {
  type AuthorizationStanding,
  type EnteredTransaction,
  parseIdempotencyKey,
  parseTransaction,
  refusalOf,
  reservedBy,
  type Transaction,
} from './authorization.ts';
import type { AccountNumber } from './id.ts';
import { maximumYen, type Yen, zeroYen } from './money.ts';

const hash = 'ab'.repeat(32);
const yen = (amount: number) => amount as Yen;
const money = (perTransaction: number, perDay: number) => ({
  perTransaction: yen(perTransaction),
  perDay: yen(perDay),
});

const entered: EnteredTransaction = {
  service: 'FUNDS_TRANSFER',
  action: null,
  amount: 1000,
  accountNumber: null,
  transactionHash: hash,
};
const transfer: Transaction = {
  ...entered,
  action: 'EXECUTE',
  amount: yen(1000),
  accountNumber: null,
};
const free: AuthorizationStanding = {
  service: {
    service: 'FUNDS_TRANSFER',
    ceiling: money(5000, 9000),
    contractLimit: money(4000, 8000),
    usedToday: zeroYen,
  },
  permissions: [{ service: 'FUNDS_TRANSFER', action: 'EXECUTE' }],
  accounts: [],
  limit: { limit: money(3000, 6000), usedToday: zeroYen },
  createdByThemselves: false,
};

describe('a transaction as a bank system enters it', () => {
  test('means EXECUTE where the service has it and no action is named', () => {
    expect(parseTransaction(entered)).toEqual({ ok: true, value: transfer });
    expect(parseTransaction({ ...entered, service: 'PAYROLL' })).toEqual({
      ok: false,
      error: [{ path: 'action', code: 'REQUIRED' }],
    });
  });

  test.each([
    [{ action: 'VIEW' }, 'action', 'NOT_A_TRANSACTION'],
    [{ action: 'SEND' }, 'action', 'SERVICE_HAS_NO_SUCH_ACTION'],
    [{ amount: 0 }, 'amount', 'OUT_OF_RANGE'],
    [{ amount: -1 }, 'amount', 'OUT_OF_RANGE'],
    [{ amount: maximumYen + 1 }, 'amount', 'OUT_OF_RANGE'],
    [{ amount: 0.5 }, 'amount', 'NOT_WHOLE_YEN'],
    [{ transactionHash: '' }, 'transactionHash', 'REQUIRED'],
    [{ transactionHash: hash.toUpperCase() }, 'transactionHash', 'NOT_A_SHA_256'],
    [{ transactionHash: `${hash}0` }, 'transactionHash', 'NOT_A_SHA_256'],
    [{ accountNumber: '' }, 'accountNumber', 'REQUIRED'],
    [{ accountNumber: 'a b' }, 'accountNumber', 'NOT_AN_ACCOUNT_NUMBER'],
  ] as const)('%j is refused at %s', (more, path, code) => {
    expect(parseTransaction({ ...entered, ...more })).toMatchObject({
      ok: false,
      error: [{ path, code }],
    });
  });

  test('is told everything that is wrong with it at once', () => {
    const all = { ...entered, action: 'VIEW', amount: 0, transactionHash: '' } as const;
    const read = parseTransaction(all);
    expect(read.ok ? [] : read.error.map(({ path }) => path)).toEqual([
      'action',
      'amount',
      'transactionHash',
    ]);
  });

  test('needs an amount only where money moves', () => {
    const file = { ...entered, service: 'FILE_EXCHANGE', action: 'SEND', amount: 0 } as const;
    expect(parseTransaction(file).ok).toBe(true);
  });

  test.each([
    ['', 'REQUIRED'],
    ['k'.repeat(129), 'TOO_LONG'],
    ['a b', 'NOT_PRINTABLE_ASCII'],
    ['キー', 'NOT_PRINTABLE_ASCII'],
    ['a\n', 'NOT_PRINTABLE_ASCII'],
  ])('its key %j is refused: %s', (key, code) => {
    expect(parseIdempotencyKey(key, 'key')).toMatchObject({ ok: false, error: { code } });
  });
  test('its key may be 128 characters long', () => {
    expect(parseIdempotencyKey('k'.repeat(128), 'key').ok).toBe(true);
  });
});

describe('who may have it authorised (R13)', () => {
  const standing = (more: Partial<AuthorizationStanding>) => ({ ...free, ...more });
  const approve: Transaction = { ...transfer, service: 'PAYROLL', action: 'APPROVE' };
  const approver = standing({
    service: { ...(free.service ?? raise()), service: 'PAYROLL' },
    permissions: [{ service: 'PAYROLL', action: 'APPROVE' }],
  });
  const account = '001-1' as AccountNumber;

  test('whoever has all that it takes', () => {
    expect(refusalOf(transfer, free)).toBeNull();
    expect(refusalOf(approve, approver)).toBeNull();
    expect(refusalOf({ ...transfer, accountNumber: account }, free)).toBeNull();
    const held = standing({ accounts: [account] });
    expect(refusalOf({ ...transfer, accountNumber: account }, held)).toBeNull();
  });

  test.each([
    ['without the permission', transfer, standing({ permissions: [] }), 'NO_PERMISSION'],
    [
      'with another action’s',
      transfer,
      standing({ permissions: [{ service: 'FUNDS_TRANSFER', action: 'VIEW' }] }),
      'NO_PERMISSION',
    ],
    ['in a service that the contract lost', transfer, standing({ service: null }), 'NO_PERMISSION'],
    [
      'for an account that isn’t theirs',
      { ...transfer, accountNumber: '002-2' as AccountNumber },
      standing({ accounts: [account] }),
      'ACCOUNT_NOT_ALLOWED',
    ],
    [
      'for no account, being held to some',
      transfer,
      standing({ accounts: [account] }),
      'ACCOUNT_NOT_ALLOWED',
    ],
    [
      'approving what they created',
      approve,
      { ...approver, createdByThemselves: true },
      'CREATED_BY_THEMSELVES',
    ],
  ] as const)('nobody %s', (_, transaction, of, because) => {
    expect(refusalOf(transaction, of)).toEqual({ code: 'NOT_PERMITTED', because });
  });

  test('what one created oneself one may execute: only approving needs another', () => {
    expect(refusalOf(transfer, standing({ createdByThemselves: true }))).toBeNull();
  });
});

describe('for how much (R14)', () => {
  const of = (amount: number, more: Partial<AuthorizationStanding> = {}) =>
    refusalOf({ ...transfer, amount: yen(amount) }, { ...free, ...more });
  const company = (more: object) => ({ service: { ...(free.service ?? raise()), ...more } });
  const rich = { limit: { limit: money(maximumYen, maximumYen), usedToday: zeroYen } };
  const over = (layer: string, period: string, left: number | null) => ({
    code: 'LIMIT_EXCEEDED',
    layer,
    period,
    left,
  });

  test('the user’s limits: what is left is said, and fits', () => {
    expect(of(3000)).toBeNull();
    expect(of(3001)).toEqual(over('USER', 'TRANSACTION', 3000));
    const used = { limit: { limit: money(3000, 6000), usedToday: yen(4500) } };
    expect(of(1500, used)).toBeNull();
    expect(of(1501, used)).toEqual(over('USER', 'DAY', 1500));
  });

  test('the contract’s, the smaller of ceiling and limit: that it was the one, and no more', () => {
    expect(of(4000, rich)).toBeNull();
    expect(of(4001, rich)).toEqual(over('CONTRACT', 'TRANSACTION', null));
    expect(of(1001, { ...rich, ...company({ usedToday: yen(7000) }) })).toEqual(
      over('CONTRACT', 'DAY', null),
    );
    const lowered = company({ ceiling: money(100, 200) });
    expect(of(101, { ...rich, ...lowered })).toEqual(over('CONTRACT', 'TRANSACTION', null));
    expect(of(5000, { ...rich, ...company({ contractLimit: null }) })).toBeNull();
  });

  test('one that was lowered below what is used has nothing left, and not less', () => {
    const used = { limit: { limit: money(3000, 3000), usedToday: yen(5000) } };
    expect(of(1, used)).toEqual(over('USER', 'DAY', 0));
  });

  test('one that was never set is 0', () => {
    expect(of(1, { limit: null })).toEqual(over('USER', 'TRANSACTION', 0));
  });

  test('creating and approving are held to the transaction alone, and reserve nothing', () => {
    const bulk = { ...transfer, service: 'BULK_TRANSFER', action: 'CREATE' } as const;
    const standing = {
      ...free,
      ...company({ service: 'BULK_TRANSFER', usedToday: yen(8000) }),
      permissions: [{ service: 'BULK_TRANSFER', action: 'CREATE' }],
    } as const;
    expect(refusalOf(bulk, standing)).toBeNull();
    expect(refusalOf({ ...bulk, amount: yen(3001) }, standing)).toEqual(
      over('USER', 'TRANSACTION', 3000),
    );
    expect(reservedBy(bulk)).toBe(0);
    expect(reservedBy({ ...bulk, action: 'SEND' })).toBe(1000);
    expect(reservedBy({ ...bulk, service: 'DIRECT_DEBIT', action: 'SEND' })).toBe(0);
  });
});

function raise(): never {
  throw new Error('The contract has the service.');
}
