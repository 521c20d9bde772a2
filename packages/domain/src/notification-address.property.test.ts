import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EmailAddress } from './id.ts';
import type { Instant } from './instant.ts';
import {
  addressKey,
  type AddressChange,
  changeAddresses,
  checkAddresses,
  isTold,
  sameAddress,
  type StandingAddress,
} from './notification-address.ts';

const now = 10 * 24 * 60 * 60 * 1000;
const policy = { leavingDays: 7 };

/** Few addresses, in any letters, so that they meet. */
const address = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), fc.boolean())
  .map(([name, loud]) => (loud ? `${name}@EXAMPLE.jp` : `${name}@example.jp`) as EmailAddress);
const standing = fc.uniqueArray(
  fc.oneof(
    fc.record<StandingAddress>({
      address,
      status: fc.constantFrom('PENDING', 'IN_FORCE'),
      leavesAt: fc.constant(null),
    }),
    fc.record<StandingAddress>({
      address,
      status: fc.constant('LEAVING'),
      leavesAt: fc.constantFrom(now - 1, now, now + 1, now + 1_000),
    }),
  ),
  { selector: (each) => addressKey(each.address) },
);
const wanted = fc.uniqueArray(address, { selector: addressKey, minLength: 1, maxLength: 5 });

/** What stands after a change, put together as whoever writes it would. */
function applied(before: readonly StandingAddress[], change: AddressChange) {
  const { added, backInForce, dropped, leaving, leavesAt } = change;
  const kept = before.filter((each) => !dropped.includes(each.address));
  return [
    ...kept.map((each): StandingAddress => {
      if (leaving.includes(each.address)) return { ...each, status: 'LEAVING', leavesAt };
      return backInForce.includes(each.address)
        ? { ...each, status: 'IN_FORCE', leavesAt: null }
        : each;
    }),
    ...added.map((each): StandingAddress => ({ address: each, status: 'PENDING', leavesAt: null })),
  ];
}

const changed = (before: readonly StandingAddress[], list: readonly EmailAddress[], at = now) => {
  const change = changeAddresses(before, list, policy, at);
  return change.ok ? applied(before, change.value) : null;
};
const inForce = (list: readonly StandingAddress[]) =>
  list.filter(({ status }) => status === 'IN_FORCE');
const told = (list: readonly StandingAddress[], at: Instant) =>
  list.filter((each) => isTold(each, at)).map((each) => addressKey(each.address));
const isAmong = (list: readonly string[], one: string) =>
  list.some((other) => sameAddress(other, one));

describe('R10: however addresses are replaced', () => {
  test('a contract that had one in force has one; it is refused exactly if it would not', () => {
    fc.assert(
      fc.property(standing, wanted, (before, list) => {
        const after = changed(before, list);
        const proven = before.filter(
          (each) => each.status === 'IN_FORCE' || (each.status === 'LEAVING' && isTold(each, now)),
        );
        const stays = proven.some((each) => isAmong(list, each.address));
        expect(after === null).toBe(inForce(before).length > 0 && !stays);
        if (after !== null && inForce(before).length > 0) expect(inForce(after)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('those wanted are in force or wait for their codes, and no others', () => {
    fc.assert(
      fc.property(standing, wanted, (before, list) => {
        const after = changed(before, list);
        if (after === null) return;
        const present = after.filter(({ status }) => status !== 'LEAVING');
        expect(present.map((each) => addressKey(each.address)).toSorted()).toEqual(
          list.map(addressKey).toSorted(),
        );
        const keys = after.map((each) => addressKey(each.address));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 500 },
    );
  });

  test('none comes into force that had not proved itself', () => {
    fc.assert(
      fc.property(standing, wanted, (before, list) => {
        const known = told(before, now);
        for (const each of inForce(changed(before, list) ?? [])) {
          expect(known).toContain(addressKey(each.address));
        }
      }),
    );
  });

  test('whoever was told is told of this change and for seven days of what follows', () => {
    fc.assert(
      fc.property(standing, wanted, (before, list) => {
        const after = changed(before, list);
        if (after === null) return;
        const end = now + 7 * 24 * 60 * 60 * 1000;
        expect(told(after, now).toSorted()).toEqual(told(before, now).toSorted());
        for (const each of inForce(before)) {
          expect(told(after, end - 1)).toContain(addressKey(each.address));
          expect(told(after, end).includes(addressKey(each.address))).toBe(
            isAmong(list, each.address),
          );
        }
      }),
    );
  });

  test('doing the same once more changes nothing', () => {
    fc.assert(
      fc.property(standing, wanted, (before, list) => {
        const after = changed(before, list);
        if (after !== null) expect(changed(after, list)).toEqual(after);
      }),
    );
  });

  test('change by change, with codes entered and days gone by, one stays in force', () => {
    const step = fc.oneof(
      wanted.map((list) => ({ do: 'CHANGE', list }) as const),
      address.map((each) => ({ do: 'CONFIRM', address: each }) as const),
      fc.nat(8).map((days) => ({ do: 'WAIT', days }) as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let list: readonly StandingAddress[] = [];
        let at = now;
        let was = false;
        for (const one of steps) {
          if (one.do === 'CHANGE') list = changed(list, one.list, at) ?? list;
          else if (one.do === 'WAIT') at += one.days * 24 * 60 * 60 * 1000;
          else
            list = list.map((each) =>
              each.status === 'PENDING' && sameAddress(each.address, one.address)
                ? { ...each, status: 'IN_FORCE' }
                : each,
            );
          was ||= inForce(list).length > 0;
          expect(inForce(list).length > 0).toBe(was);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a list is in order exactly if it has 1–5 addresses, each once', () => {
    fc.assert(
      fc.property(fc.array(address, { maxLength: 7 }), (list) => {
        const isOnce = new Set(list.map(addressKey)).size === list.length;
        const fine = list.length >= 1 && list.length <= 5 && isOnce;
        expect(checkAddresses(list, 'addresses').length === 0).toBe(fine);
      }),
    );
  });
});
