import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountChanges,
  type Change,
  limitChanges,
  limitOf,
  permissionChanges,
  personalChanges,
} from './change.ts';
import type { ServiceLimit } from './history-event.ts';
import { type Amounts, type MoneyService, moneyServices } from './limit.ts';
import { maximumYen, type Yen } from './money.ts';
import { everyPermission, grants, type Permission } from './permission.ts';

const rights = fc.array(fc.constantFrom(...everyPermission), { maxLength: 30 });
// Few amounts, so that some stay the same.
const yen = fc.constantFrom(0, 1, 100, maximumYen).map((amount) => amount as Yen);
const limits = fc.uniqueArray(
  fc.record<ServiceLimit>({
    service: fc.constantFrom(...moneyServices),
    limit: fc.record<Amounts>({ perTransaction: yen, perDay: yen }),
  }),
  { selector: ({ service }) => service },
);
const names = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'A'), { maxLength: 6 });

/** A list, and the same in another order with some entries said again. */
function again<Entry>(list: fc.Arbitrary<Entry[]>): fc.Arbitrary<readonly [Entry[], Entry[]]> {
  return list.chain((entries) =>
    fc.tuple(
      fc.constant(entries),
      fc
        .tuple(fc.shuffledSubarray(entries, { minLength: entries.length }), fc.subarray(entries))
        .map(([shuffled, repeated]) => [...shuffled, ...repeated]),
    ),
  );
}

function applyRights(list: readonly Permission[], changes: readonly Change[]) {
  return changes.reduce((all, change) => {
    if (change.what !== 'PERMISSIONS') return all;
    const { service, to } = change;
    const others = all.filter((each) => each.service !== service);
    return [...others, ...to.map((action) => ({ service, action }))];
  }, list);
}

function applyLimits(list: readonly ServiceLimit[], changes: readonly Change[]) {
  return changes.reduce((all, change) => {
    if (change.what !== 'LIMIT') return all;
    const { service, amount, to } = change;
    const limit = { ...limitOf(all, service), [amount]: to };
    return [...all.filter((each) => each.service !== service), { service, limit }];
  }, list);
}

const allLimits = (list: readonly ServiceLimit[]) =>
  moneyServices.map((service: MoneyService) => limitOf(list, service));

describe('R13, R14: whatever somebody had and is to have', () => {
  test('the rights that were, changed as shown, are the rights that come', () => {
    fc.assert(
      fc.property(rights, rights, (from, to) => {
        const changed = applyRights(from, permissionChanges(from, to));
        for (const permission of everyPermission) {
          expect(grants(changed, permission)).toBe(grants(to, permission));
        }
      }),
    );
  });

  test('the limits that were, changed as shown, are the limits that come', () => {
    fc.assert(
      fc.property(limits, limits, (from, to) => {
        expect(allLimits(applyLimits(from, limitChanges(from, to)))).toEqual(allLimits(to));
      }),
    );
  });

  test('the same in another order is no change', () => {
    fc.assert(
      fc.property(again(rights), again(names), ([one, other], [some, repeated]) => {
        expect(permissionChanges(one, other)).toEqual([]);
        expect(accountChanges(some, repeated)).toEqual([]);
      }),
    );
    const shuffled = limits.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(limitChanges(one, other)).toEqual([]);
      }),
    );
  });

  test('nothing is shown as a change that is none, and nothing twice', () => {
    fc.assert(
      fc.property(rights, rights, limits, limits, names, names, (r1, r2, l1, l2, n1, n2) => {
        const changes = [
          ...permissionChanges(r1, r2),
          ...limitChanges(l1, l2),
          ...accountChanges(n1, n2),
          ...personalChanges({ name: 'a', email: null }, { name: 'b', email: 'c@example.jp' }),
        ];
        for (const { from, to } of changes) expect(from).not.toEqual(to);
        const keys = changes.map(({ from: _from, to: _to, ...key }) => JSON.stringify(key));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('accounts change exactly if one comes or goes', () => {
    fc.assert(
      fc.property(names, names, (from, to) => {
        const same = ['a', 'b', 'c', 'A'].every(
          (each) => from.includes(each) === to.includes(each),
        );
        expect(accountChanges(from, to)).toEqual(same ? [] : [{ what: 'ACCOUNTS', from, to }]);
      }),
    );
  });

  test('undoing a change is the same change from its end', () => {
    fc.assert(
      fc.property(rights, rights, limits, limits, (r1, r2, l1, l2) => {
        const swap = ({ from, to, ...rest }: Change) => ({ ...rest, from: to, to: from });
        expect(permissionChanges(r2, r1)).toEqual(permissionChanges(r1, r2).map(swap));
        expect(limitChanges(l2, l1)).toEqual(limitChanges(l1, l2).map(swap));
      }),
    );
  });
});
