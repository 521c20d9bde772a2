import { describe, expect, test } from 'vitest';
import { consequencesOf, limitsInEffect, type UserRights } from './consequence.ts';
import type { Amounts } from './limit.ts';
import type { Yen } from './money.ts';
import type { Action, Service } from './permission.ts';

const amounts = (perTransaction: number, perDay: number): Amounts => ({
  perTransaction: perTransaction as Yen,
  perDay: perDay as Yen,
});
const upper = new Map<Service, Amounts>([['PAYROLL', amounts(1_000, 5_000)]]);

/** Somebody who may view payrolls and do these things to them, for up to this much. */
const user = (userId: string, actions: readonly Action[], limit = 100): UserRights => ({
  userId,
  present: true,
  permissions: (['VIEW', ...actions] as const).map((action) => ({ service: 'PAYROLL', action })),
  limits: [{ service: 'PAYROLL', limit: amounts(limit, limit) }],
});

describe('R13: what follows from a change of rights is said before it happens', () => {
  test('nothing follows from nothing', () => {
    const all = [user('sato', ['APPROVE']), user('tanaka', [], 0)];
    expect(consequencesOf(all, all, upper)).toEqual([]);
    expect(consequencesOf(all, all.toReversed(), upper)).toEqual([]);
  });

  test('how many can no longer, and how many can from now on', () => {
    const before = [user('sato', ['APPROVE']), user('tanaka', ['APPROVE']), user('ito', [])];
    const after = [user('sato', []), user('tanaka', ['APPROVE']), user('ito', ['SEND'])];
    expect(consequencesOf(before, after, upper)).toEqual([
      { kind: 'CAN_NO_LONGER', service: 'PAYROLL', action: 'APPROVE', number: 1 },
      { kind: 'CAN_FROM_NOW_ON', service: 'PAYROLL', action: 'SEND', number: 1 },
    ]);
  });

  test('when the right moves from one to another, both are said and somebody is left', () => {
    expect(
      consequencesOf(
        [user('sato', ['SEND']), user('ito', [])],
        [user('sato', []), user('ito', ['SEND'])],
        upper,
      ),
    ).toEqual([
      { kind: 'CAN_NO_LONGER', service: 'PAYROLL', action: 'SEND', number: 1 },
      { kind: 'CAN_FROM_NOW_ON', service: 'PAYROLL', action: 'SEND', number: 1 },
    ]);
  });

  test('nobody left who can approve', () => {
    expect(
      consequencesOf(
        [user('sato', ['APPROVE']), user('ito', [])],
        [user('sato', []), user('ito', [])],
        upper,
      ),
    ).toContainEqual({ kind: 'NOBODY_LEFT', service: 'PAYROLL', action: 'APPROVE' });
  });

  test('where nobody could, nobody is missed', () => {
    expect(consequencesOf([user('ito', [])], [user('ito', [])], upper)).toEqual([]);
  });

  test('the last one is removed: their rights stay written down, and count no more', () => {
    const sato = user('sato', ['APPROVE']);
    expect(consequencesOf([sato], [{ ...sato, present: false }], upper)).toEqual([
      { kind: 'CAN_NO_LONGER', service: 'PAYROLL', action: 'VIEW', number: 1 },
      { kind: 'NOBODY_LEFT', service: 'PAYROLL', action: 'VIEW' },
      { kind: 'CAN_NO_LONGER', service: 'PAYROLL', action: 'APPROVE', number: 1 },
      { kind: 'NOBODY_LEFT', service: 'PAYROLL', action: 'APPROVE' },
    ]);
  });

  test('somebody new can from now on', () => {
    expect(consequencesOf([user('sato', [])], [user('sato', []), user('ito', [])], upper)).toEqual([
      { kind: 'CAN_FROM_NOW_ON', service: 'PAYROLL', action: 'VIEW', number: 1 },
    ]);
  });
});

describe('R14: a right that no amount goes with', () => {
  const stuck = (number: number) => ({ kind: 'RIGHT_WITHOUT_LIMIT', service: 'PAYROLL', number });

  test.each(['CREATE', 'APPROVE', 'SEND'] as const)(
    '%s is held to an amount, and useless at ¥0',
    (action) => {
      const all = [user('sato', [action])];
      expect(consequencesOf(all, [user('sato', [action], 0)], upper)).toEqual([stuck(1)]);
    },
  );

  test('who may only view needs none', () => {
    expect(consequencesOf([user('sato', [])], [user('sato', [], 0)], upper)).toEqual([]);
  });

  test('an upper layer of ¥0 makes it useless as well', () => {
    const zero = new Map<Service, Amounts>([['PAYROLL', amounts(0, 0)]]);
    expect(consequencesOf([user('sato', [])], [user('sato', ['SEND'])], zero)).toContainEqual(
      stuck(1),
    );
  });

  test('only of those who come to it: who was stuck already is not counted again', () => {
    const before = [user('sato', ['SEND'], 0), user('ito', ['SEND'])];
    const after = [user('sato', ['SEND'], 0), user('ito', ['SEND'], 0)];
    expect(consequencesOf(before, after, upper)).toEqual([stuck(1)]);
  });

  test('nothing is said of services that the contract does not have', () => {
    const all = [user('sato', ['SEND'])];
    expect(consequencesOf(all, [user('sato', ['SEND'], 0)], new Map())).toEqual([]);
  });
});

describe('R14: what follows from a change of the contract’s limits', () => {
  test('rights that its new limit makes useless are counted as if the users’ own had been taken', () => {
    const all = [user('sato', ['SEND']), user('ito', [])];
    const none = new Map<Service, Amounts>([['PAYROLL', amounts(0, 0)]]);
    expect(consequencesOf(all, all, upper, none)).toEqual([
      { kind: 'RIGHT_WITHOUT_LIMIT', service: 'PAYROLL', number: 1 },
    ]);
    expect(consequencesOf(all, all, none, none)).toEqual([]);
  });

  test('what counts of somebody’s limits is at most the contract’s, in each service that moves money', () => {
    const two = new Map<Service, Amounts>([...upper, ['FUNDS_TRANSFER', amounts(7, 7)]]);
    expect(limitsInEffect([{ service: 'PAYROLL', limit: amounts(2_000, 3_000) }], two)).toEqual([
      { service: 'PAYROLL', limit: amounts(1_000, 3_000) },
      { service: 'FUNDS_TRANSFER', limit: amounts(0, 0) },
    ]);
  });
});
