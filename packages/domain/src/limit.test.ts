import { describe, expect, test } from 'vitest';
import {
  type Amounts,
  checkCeilings,
  checkContractLimits,
  checkUserLimits,
  effectiveLimit,
  isMoneyService,
  moneyServices,
  noLimit,
  partOf,
} from './limit.ts';
import type { Yen } from './money.ts';
import { type Service, services } from './permission.ts';

const amounts = (perTransaction: number, perDay: number): Amounts => ({
  perTransaction: perTransaction as Yen,
  perDay: perDay as Yen,
});
const entry = (service: Service, perTransaction: number, perDay: number) => ({
  service,
  limit: { perTransaction, perDay },
});

describe('R14: what a user may spend', () => {
  test('the smallest of ceiling, contract limit and user limit, each amount by itself', () => {
    expect(effectiveLimit(amounts(5, 50), amounts(7, 40), amounts(6, 60))).toEqual(amounts(5, 40));
  });

  test('a contract limit that was never set is at the ceiling', () => {
    expect(effectiveLimit(amounts(5, 50), null, amounts(9, 90))).toEqual(amounts(5, 50));
  });

  test('a user limit that was never set is 0: what is not granted is not allowed', () => {
    expect(effectiveLimit(amounts(5, 50), null, null)).toEqual(noLimit);
  });

  test('services that only show have none', () => {
    expect(services.filter(isMoneyService)).toEqual([...moneyServices]);
    expect(isMoneyService('DIRECT_DEBIT')).toBe(false);
  });
});

test('R14: half of a limit is whole yen, rounded down, and never more per transaction than per day', () => {
  expect(partOf(amounts(500_001, 999_999), 2)).toEqual(amounts(250_000, 499_999));
  expect(partOf(amounts(7, 7), 10)).toEqual(noLimit);
});

test('R14: half of a limit is whole yen, rounded down, and never more per transaction than per day', () => {
  expect(partOf(amounts(500_001, 999_999), 2)).toEqual(amounts(250_000, 499_999));
  expect(partOf(amounts(7, 7), 10)).toEqual(noLimit);
});

describe("R14: what cannot be a user's limit", () => {
  test.each([
    [entry('FUNDS_TRANSFER', 1.5, 10), 'limits.0.limit.perTransaction', 'NOT_WHOLE_YEN'],
    [entry('FUNDS_TRANSFER', 1, -1), 'limits.0.limit.perDay', 'OUT_OF_RANGE'],
    [entry('FUNDS_TRANSFER', 1, 1e13), 'limits.0.limit.perDay', 'OUT_OF_RANGE'],
    [entry('FUNDS_TRANSFER', 2, 1), 'limits.0.limit.perTransaction', 'PER_TRANSACTION_ABOVE_DAY'],
    [entry('BALANCE_INQUIRY', 1, 1), 'limits.0.service', 'SERVICE_MOVES_NO_MONEY'],
    [entry('PAYROLL', 1, 1), 'limits.0.service', 'SERVICE_NOT_IN_CONTRACT'],
  ] as const)('%j', (limit, path, code) => {
    const found = checkUserLimits([limit], ['FUNDS_TRANSFER', 'BALANCE_INQUIRY'], 'limits');
    expect(found).toMatchObject([{ path, code }]);
  });

  test('two for one service', () => {
    const twice = [entry('PAYROLL', 1, 1), entry('PAYROLL', 2, 2)];
    expect(checkUserLimits(twice, services, 'limits')).toEqual([
      { path: 'limits.1.service', code: 'NAMED_TWICE' },
    ]);
  });

  test('every problem of every line is named', () => {
    const list = [entry('PAYROLL', -1, 0.5), entry('FUNDS_TRANSFER', 2, 1)];
    expect(checkUserLimits(list, services, 'limits').map((each) => each.path)).toEqual([
      'limits.0.limit.perTransaction',
      'limits.0.limit.perDay',
      'limits.1.limit.perTransaction',
    ]);
  });

  test('per transaction as much as per day is in order, and so is nothing', () => {
    const list = [entry('PAYROLL', 5, 5), entry('FUNDS_TRANSFER', 0, 0)];
    expect(checkUserLimits(list, services, 'limits')).toEqual([]);
  });
});

describe('R14: what cannot be a ceiling', () => {
  test('one where no money moves, one above itself, one given twice', () => {
    const list = [
      { service: 'BALANCE_INQUIRY', ceiling: { perTransaction: 1, perDay: 1 } },
      { service: 'PAYROLL', ceiling: { perTransaction: 2, perDay: 1 } },
      { service: 'PAYROLL', ceiling: null },
    ] as const;
    expect(checkCeilings(list, 'services')).toEqual([
      { path: 'services.0.ceiling', code: 'SERVICE_MOVES_NO_MONEY' },
      { path: 'services.1.ceiling.perTransaction', code: 'PER_TRANSACTION_ABOVE_DAY' },
      { path: 'services.2.service', code: 'NAMED_TWICE' },
    ]);
  });

  test('none at all is in order: it counts as 0', () => {
    expect(checkCeilings([{ service: 'PAYROLL', ceiling: null }], 'services')).toEqual([]);
  });
});

describe("R14: the contract's own limit", () => {
  const ceilings = new Map<Service, Amounts>([['PAYROLL', amounts(10, 100)]]);

  test('is at or below its ceiling', () => {
    expect(checkContractLimits([entry('PAYROLL', 10, 100)], ceilings, 'limits')).toEqual([]);
    expect(checkContractLimits([entry('PAYROLL', 11, 101)], ceilings, 'limits')).toEqual([
      {
        path: 'limits.0.limit.perTransaction',
        code: 'ABOVE_CEILING',
        bounds: { min: 0, max: 10 },
      },
      { path: 'limits.0.limit.perDay', code: 'ABOVE_CEILING', bounds: { min: 0, max: 100 } },
    ]);
  });

  test('is only for services that the contract has', () => {
    expect(checkContractLimits([entry('FUNDS_TRANSFER', 1, 1)], ceilings, 'limits')).toEqual([
      { path: 'limits.0.service', code: 'SERVICE_NOT_IN_CONTRACT' },
    ]);
  });
});
