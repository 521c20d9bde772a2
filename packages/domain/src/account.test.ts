import { expect, test } from 'vitest';
import { checkAccounts } from './account.ts';

const many = (number: number) => Array.from({ length: number }, (_, index) => `001-${index}`);

test('R13: accounts are written as the bank writes them, each once, at most 100; none is all', () => {
  expect(checkAccounts([], 'accounts')).toEqual([]);
  expect(checkAccounts(many(100), 'accounts')).toEqual([]);
  expect(checkAccounts(['1', '2', '１', '1'], 'accounts')).toEqual([
    { path: 'accounts.2', code: 'NOT_AN_ACCOUNT_NUMBER' },
    { path: 'accounts.3', code: 'NAMED_TWICE' },
  ]);
  expect(checkAccounts(many(101), 'accounts')).toEqual([
    { path: 'accounts', code: 'WRONG_NUMBER_OF_ENTRIES', bounds: { min: 0, max: 100 } },
  ]);
});
