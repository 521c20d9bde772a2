import type { Amounts } from '@monban/domain/limit';
import type { Yen } from '@monban/domain/money';
import type { Permission } from '@monban/domain/permission';
import { words } from '@monban/domain/wording/words';
import { expect, test } from 'vitest';
import { limitFields, type LimitValues } from '../../forms/limit-fields.ts';
import { insideJa as m } from '../../messages/inside/ja.ts';
import type { Company, CompanyUser } from './company.ts';
import { checkContractLimitFields, reviewContractLimits } from './contract-limits-values.ts';
import { afterCopy, afterToggle, targetsOf } from './grid-edits.ts';
import { companyChanges } from './meanwhile.ts';
import { reviewOf } from './review.ts';
import {
  accountsOf,
  checkUserRights,
  editsFor,
  rightsOf,
  targetOf,
  untouched,
} from './user-rights-values.ts';
import { checkUsersLimits, limitTargets } from './users-limits-values.ts';

const amounts = (perTransaction: number, perDay: number): Amounts => ({
  perTransaction: perTransaction as Yen,
  perDay: perDay as Yen,
});
const approve: readonly Permission[] = [
  { service: 'BULK_TRANSFER', action: 'VIEW' },
  { service: 'BULK_TRANSFER', action: 'APPROVE' },
];

function user(userId: string, permissions: readonly Permission[], limit: Amounts): CompanyUser {
  return {
    userId,
    name: userId,
    email: null,
    version: 3,
    present: true,
    permissions,
    accounts: [],
    limits: [{ service: 'BULK_TRANSFER', limit }],
    usedToday: new Map(),
  };
}

const [tanaka, sato, constructor] = [
  user('tanaka', approve, amounts(500_001, 999_999)),
  user('sato', [], amounts(0, 0)),
  // An ID like any other, although every object has something of this name.
  user('constructor', [], amounts(100, 100)),
];
const company: Company = {
  version: 7,
  services: ['BALANCE_INQUIRY', 'BULK_TRANSFER'],
  layers: [
    {
      service: 'BULK_TRANSFER',
      ceiling: amounts(1_000_000, 5_000_000),
      contractLimit: amounts(600_000, 800_000),
      usedToday: 0 as Yen,
    },
  ],
  users: [tanaka, sato, constructor],
};
const limit = (once: string, daily: string) => ({
  ...limitFields(null),
  'BULK_TRANSFER-perTransaction': once,
  'BULK_TRANSFER-perDay': daily,
});

test('R13: one act names each user once, with the version that was seen, those of the same outcome together', () => {
  const edits = afterCopy(new Map(), tanaka, [sato, constructor]);
  const { input, parts } = reviewOf(company, targetsOf(company, edits));
  expect(input).toEqual([
    {
      users: [
        { userId: 'sato', expectedVersion: 3 },
        { userId: 'constructor', expectedVersion: 3 },
      ],
      permissions: approve,
    },
  ]);
  expect(parts.map(({ users }) => users.length)).toEqual([2]);
});

test('R13: boxes go to the users whose they are; a user whom no edit touches has none', () => {
  const cells = [{ row: 'sato', column: 'BULK_TRANSFER-APPROVE' }];
  const edits = afterToggle(company, new Map(), { cells, checked: true });
  expect(targetsOf(company, edits)).toEqual([{ user: sato, permissions: approve }]);
  expect(targetsOf(company, new Map())).toEqual([]);
});

test('R13: nobody left who can approve is among what follows', () => {
  const cells = [{ row: 'tanaka', column: 'BULK_TRANSFER-APPROVE' }];
  const edits = afterToggle(company, new Map(), { cells, checked: false });
  expect(reviewOf(company, targetsOf(company, edits)).consequences).toContainEqual({
    kind: 'NOBODY_LEFT',
    service: 'BULK_TRANSFER',
    action: 'APPROVE',
  });
});

test('R13, R14: what Tanaka has, but half the limit: exact, rounded down, and only what changes is sent', () => {
  const values = { ...untouched, ...editsFor(sato, rightsOf(tanaka, 2)) };
  expect(reviewOf(company, [targetOf(company, sato, values)]).input).toEqual([
    {
      users: [{ userId: 'sato', expectedVersion: 3 }],
      permissions: approve,
      limits: [{ service: 'BULK_TRANSFER', limit: amounts(250_000, 499_999) }],
    },
  ]);
  const alone = { ...untouched, ...editsFor(sato, rightsOf(tanaka, null)) };
  expect(reviewOf(company, [targetOf(company, sato, alone)]).input[0]).not.toHaveProperty('limits');
});

test('R13: accounts are read however they were pasted; chosen and left empty is not all of them', () => {
  const some = { ...untouched, whichAccounts: 'SOME' as const };
  const pasted = { ...some, accounts: ' ００１－１２３４５６７\n002ー7654321、003 ' };
  expect(accountsOf(sato, pasted)).toEqual(['001-1234567', '002-7654321', '003']);
  const problems = (accounts: string) =>
    checkUserRights(m, words('ja'), company, sato, { ...some, accounts }).accounts;
  expect(problems('001-1234567')).toBeUndefined();
  expect(problems(' \n')).toBe(m.rights.one.noneChosen);
  expect(problems('001 支店 001')).toMatch(/2件目.*3件目/);
});

test('R14: for many at once an empty amount stays as each has it, and what doesn’t fit is said with whose it is', () => {
  const all = company.users;
  const check = (once: string, daily: string) =>
    checkUsersLimits(m, words('ja'), company, all, limit(once, daily));
  expect(check('100', '')).toEqual({
    'BULK_TRANSFER-perTransaction': expect.stringContaining('対象：sato（sato）'),
  });
  expect(check('abc', '')['BULK_TRANSFER-perTransaction']).not.toContain('対象');
  const raised = reviewOf(company, limitTargets(company, all, limit('', '100万')));
  expect(raised.input.map(({ limits, users }) => [users.length, limits])).toEqual([
    [1, [{ service: 'BULK_TRANSFER', limit: amounts(500_001, 1_000_000) }]],
    [1, [{ service: 'BULK_TRANSFER', limit: amounts(0, 1_000_000) }]],
    [1, [{ service: 'BULK_TRANSFER', limit: amounts(100, 1_000_000) }]],
  ]);
});

test('R14: a lower contract limit says for whom it counts; above the ceiling it isn’t sent', () => {
  const { inEffect, input } = reviewContractLimits(company, limit('40万', '80万'));
  expect(inEffect).toMatchObject([
    { users: [tanaka], changes: [{ amount: 'perTransaction', from: 500_001, to: 400_000 }] },
  ]);
  expect(input).toEqual([{ service: 'BULK_TRANSFER', limit: amounts(400_000, 800_000) }]);
  const problems = checkContractLimitFields(m, words('ja'), company, limit('100万', '501万'));
  expect(Object.keys(problems)).toEqual(['BULK_TRANSFER-perDay']);
  expect(problems['BULK_TRANSFER-perDay']).toContain('¥5,000,000');
});

test('R14: a limit that stands above a ceiling lowered since is in nobody’s way, until it is changed', () => {
  const [layers] = company.layers;
  if (layers === undefined) throw new Error('The company above has limits.');
  const lowered = { ...company, layers: [{ ...layers, ceiling: amounts(100, 100) }] };
  const check = (values: LimitValues) =>
    Object.keys(checkContractLimitFields(m, words('ja'), lowered, values));
  expect(check(limitFields(null))).toEqual([]);
  expect(check(limit('50', '101'))).toEqual(['BULK_TRANSFER-perDay']);
});

test('What was changed meanwhile is told of users, of those removed, and of the contract’s limits', () => {
  const [layers] = company.layers;
  if (layers === undefined) throw new Error('The company above has limits.');
  const now: Company = {
    ...company,
    layers: [{ ...layers, contractLimit: amounts(1, 1) }],
    users: [{ ...tanaka, permissions: [] }, constructor],
  };
  expect(companyChanges(m, company, company)).toEqual([]);
  expect(companyChanges(m, company, now).map(({ detail, whose }) => detail ?? whose)).toEqual([
    'ご契約の限度額',
    'tanaka（tanaka）',
    '登録抹消されました。',
  ]);
});
