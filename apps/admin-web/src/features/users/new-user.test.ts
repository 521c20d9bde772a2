import { words } from '@monban/domain/wording/words';
import { expect, test } from 'vitest';
import {
  checkNewUser,
  emptyNewUser,
  fieldOfPath,
  inputOf,
  type NewUserValues,
} from './new-user.ts';

const good: NewUserValues = {
  ...emptyNewUser,
  userId: 'sato01',
  name: ' 佐藤 花子 ',
  permissions: [
    { service: 'FUNDS_TRANSFER', action: 'VIEW' },
    { service: 'FUNDS_TRANSFER', action: 'EXECUTE' },
    { service: 'BULK_TRANSFER', action: 'VIEW' },
  ],
  'FUNDS_TRANSFER-perTransaction': '80万',
  'FUNDS_TRANSFER-perDay': '１，５００，０００',
  // Left over from a right that was taken away again.
  'PAYROLL-perDay': '1億',
  confirmationPin: 'secret',
};

const check = (values: NewUserValues) =>
  checkNewUser(words('ja'), values, (service, amount) => `${service} ${amount}`);

test('R14: limits are sent in whole yen, and only where money can be moved', () => {
  expect(check(good)).toEqual({});
  expect(inputOf(good)).toMatchObject({
    name: '佐藤 花子',
    email: null,
    limits: [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 800_000, perDay: 1_500_000 } }],
  });
});

test('R14: an amount that can’t be read stops the form; it never becomes ¥0', () => {
  const problems = check({ ...good, 'FUNDS_TRANSFER-perDay': '八十万' });
  expect(Object.keys(problems)).toEqual(['FUNDS_TRANSFER-perDay']);
});

test('R14: more per transaction than per day is taken for a slip', () => {
  const problems = check({ ...good, 'FUNDS_TRANSFER-perDay': '79万' });
  expect(Object.keys(problems)).toEqual(['FUNDS_TRANSFER-perTransaction']);
});

test('R1: a user ID with other characters than letters and digits is not sent', () => {
  expect(Object.keys(check({ ...good, userId: 'sato-01' }))).toEqual(['userId']);
});

test('A problem that the API finds in a limit is said at that service’s amount', () => {
  const input = inputOf(good);
  expect(fieldOfPath(input, 'limits.0.limit.perDay')).toBe('FUNDS_TRANSFER-perDay');
  expect(fieldOfPath(input, 'limits.7.limit.perDay')).toBeUndefined();
  expect(fieldOfPath(input, 'permissions.2.action')).toBe('permissions');
});
