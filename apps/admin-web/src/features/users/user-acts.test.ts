import { expect, test } from 'vitest';
import { leaveFor, quickActs } from './user-acts.ts';

const lock = (reason: 'WRONG_PINS' | 'BY_ADMINISTRATOR' | 'BY_DESK') => ({
  __typename: 'Lock' as const,
  reason,
  at: '2026-11-22T05:00:00Z',
  by: '',
});

test('R20: a user who erred seven times can be let back in', () => {
  const user = { status: 'LOCKED' as const, locks: [lock('WRONG_PINS')] };
  expect(leaveFor(user, 'unlock')).toBe('ALLOWED');
  expect(quickActs(user)).toEqual(['unlock', 'reset']);
});

test('The desk’s lock is not offered to the administrator, and says why', () => {
  const user = { status: 'LOCKED' as const, locks: [lock('BY_DESK')] };
  expect(leaveFor(user, 'unlock')).toBe('ONLY_THE_DESK_UNLOCKS');
  expect(leaveFor({ ...user, locks: [lock('BY_DESK'), lock('WRONG_PINS')] }, 'unlock')).toBe(
    'ALLOWED',
  );
});

test('Nobody is locked twice for the same reason', () => {
  const user = { status: 'LOCKED' as const, locks: [lock('BY_ADMINISTRATOR')] };
  expect(leaveFor(user, 'lock')).toBe('ALREADY_LOCKED');
});
