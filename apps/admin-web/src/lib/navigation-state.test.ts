import { expect, test } from 'vitest';
import { readNavigationState } from './navigation-state.ts';

test('Nobody is led out of the application by what was put into the browser’s history', () => {
  expect(readNavigationState({ from: '//elsewhere.example/' })).toEqual({});
  expect(readNavigationState({ from: 'https://elsewhere.example/' })).toEqual({});
  expect(readNavigationState({ from: '/users?search=a', done: 1 })).toEqual({
    from: '/users?search=a',
  });
  expect(readNavigationState(null)).toEqual({});
});

test('A form begins with the rights it was handed; what are none are left out, whatever stands there', () => {
  const limit = { perTransaction: 0, perDay: 500_000 };
  const rights = {
    permissions: [{ service: 'PAYROLL', action: 'VIEW' }],
    limits: [{ service: 'PAYROLL', limit }],
    accounts: ['001-1234567'],
  };
  expect(readNavigationState({ rights })).toEqual({ rights });
  const nonsense = {
    permissions: [{ service: 'PAYROLL', action: 'EXECUTE' }, null, 'PAYROLL'],
    limits: [
      { service: 'BALANCE_INQUIRY', limit },
      { service: 'PAYROLL', limit: { perTransaction: -1, perDay: 10 ** 13 } },
      { service: 'PAYROLL', limit: { perDay: 1 } },
    ],
    accounts: [1, ['x']],
  };
  const none = { permissions: [], limits: [], accounts: [] };
  expect(readNavigationState({ rights: nonsense })).toEqual({ rights: none });
  const untouched = { permissions: null, limits: null, accounts: null };
  expect(readNavigationState({ rights: { limits: 'all' } })).toEqual({ rights: untouched });
  expect(readNavigationState({ rights: 'all' })).toEqual({});
});
