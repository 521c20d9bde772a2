import { describe, expect, test } from 'vitest';
import {
  accountChanges,
  changesOf,
  limitChanges,
  limitOf,
  permissionChanges,
  personalChanges,
} from './change.ts';
import { everyExample, examples } from './example/events.ts';
import { noLimit } from './limit.ts';
import type { Yen } from './money.ts';

const limit = (perTransaction: number, perDay: number) => ({
  perTransaction: perTransaction as Yen,
  perDay: perDay as Yen,
});

describe('R13: what changes in the rights, shown before and found after', () => {
  test('service by service with all that it comes to, in the order of the table', () => {
    expect(
      permissionChanges(
        [
          { service: 'PAYROLL', action: 'SEND' },
          { service: 'PAYROLL', action: 'VIEW' },
          { service: 'DIRECT_DEBIT', action: 'VIEW' },
        ],
        [
          { service: 'DIRECT_DEBIT', action: 'VIEW' },
          { service: 'PAYROLL', action: 'VIEW' },
          { service: 'BALANCE_INQUIRY', action: 'VIEW' },
        ],
      ),
    ).toEqual([
      { what: 'PERMISSIONS', service: 'BALANCE_INQUIRY', from: [], to: ['VIEW'] },
      { what: 'PERMISSIONS', service: 'PAYROLL', from: ['VIEW', 'SEND'], to: ['VIEW'] },
    ]);
  });
});

describe('R14: what changes in the limits', () => {
  test('amount by amount: the one that stays is not named', () => {
    expect(
      limitChanges(
        [{ service: 'PAYROLL', limit: limit(10, 100) }],
        [{ service: 'PAYROLL', limit: limit(10, 50) }],
      ),
    ).toEqual([{ what: 'LIMIT', service: 'PAYROLL', amount: 'perDay', from: 100, to: 50 }]);
  });

  test('none and ¥0 are the same, so taking a limit away is setting it to ¥0', () => {
    const set = [{ service: 'PAYROLL', limit: limit(10, 100) }] as const;
    const zero = [{ service: 'PAYROLL', limit: noLimit }] as const;
    expect(limitChanges([], zero)).toEqual([]);
    expect(limitChanges(set, [])).toEqual(limitChanges(set, zero));
    expect(limitOf([], 'PAYROLL')).toEqual(noLimit);
  });
});

describe('what changes in accounts and personal data', () => {
  test('accounts: neither their order nor naming one twice is a change', () => {
    expect(accountChanges(['1', '2'], ['2', '1'])).toEqual([]);
    expect(accountChanges(['1', '2'], ['2', '1', '2'])).toEqual([]);
  });

  test('accounts: as many as before, but others', () => {
    expect(accountChanges(['1', '2'], ['1', '3'])).toEqual([
      { what: 'ACCOUNTS', from: ['1', '2'], to: ['1', '3'] },
    ]);
    expect(accountChanges(['1', '1'], ['1', '2'])).toHaveLength(1);
  });

  test('accounts: from all of the contract’s to one of them', () => {
    expect(accountChanges([], ['1'])).toEqual([{ what: 'ACCOUNTS', from: [], to: ['1'] }]);
  });

  test('name and address, each by itself, down to the letter case', () => {
    const before = { name: '山田', email: 'taro@example.jp' };
    expect(personalChanges(before, { ...before })).toEqual([]);
    expect(personalChanges(before, { ...before, name: '山田 太郎' })).toEqual([
      { what: 'NAME', from: '山田', to: '山田 太郎' },
    ]);
    expect(personalChanges(before, { ...before, email: null })).toEqual([
      { what: 'EMAIL', from: 'taro@example.jp', to: null },
    ]);
    expect(personalChanges(before, { ...before, email: 'Taro@example.jp' })).toHaveLength(1);
  });
});

describe('an event that says from what to what', () => {
  const fromTo = everyExample.flatMap((event) => ('from' in event ? [event] : []));

  test.each(fromTo.map((event) => [event.type, event] as const))(
    '%s: its history entry names each difference, and none where there is none',
    (_type, event) => {
      expect(changesOf(event)).not.toEqual([]);
      const stays = { to: event.from, ...('toDay' in event && { toDay: event.fromDay }) };
      // The types of `from` and `to` are the same within one event.
      expect(changesOf({ ...event, ...stays } as typeof event)).toEqual([]);
    },
  );

  test('R12: certificates that were not needed are never told as needed before', () => {
    const { AUTHENTICATION_METHOD_SET: off } = examples;
    const set = (to: 'ID_PIN' | 'CERTIFICATE', from: 'ID_PIN' | 'CERTIFICATE', toDay?: number) =>
      changesOf({ ...off, from, to, ...(toDay !== undefined && { toDay }) }).at(-1);
    const what = 'CERTIFICATE_FROM';
    expect(set('CERTIFICATE', 'ID_PIN')).toEqual({ what, from: 'NOT_NEEDED', to: null });
    expect(set('CERTIFICATE', 'ID_PIN', 9)).toEqual({ what, from: 'NOT_NEEDED', to: 9 });
    expect(set('CERTIFICATE', 'CERTIFICATE', 9)).toEqual({ what, from: null, to: 9 });
    expect(set('ID_PIN', 'CERTIFICATE')).toEqual({ what, from: null, to: 'NOT_NEEDED' });
    expect(set('ID_PIN', 'ID_PIN')).toBeUndefined();
  });

  test('addresses in another order are no change', () => {
    const { from, to } = examples.NOTIFICATION_ADDRESSES_SET;
    const swapped = { type: 'NOTIFICATION_ADDRESSES_SET', from: to, to: to.toReversed() } as const;
    expect(changesOf(swapped)).toEqual([]);
    expect(changesOf(examples.NOTIFICATION_ADDRESSES_SET)).toEqual([
      { what: 'ADDRESSES', from, to },
    ]);
  });

  test('the others change no data', () => {
    const others = everyExample.filter((event) => !('from' in event));
    expect(fromTo.length + others.length).toBe(everyExample.length);
    for (const event of others) expect(changesOf(event)).toEqual([]);
  });
});
