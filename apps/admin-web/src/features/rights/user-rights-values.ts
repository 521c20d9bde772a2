import { checkAccounts } from '@monban/domain/account';
import type { EarlierRights } from '@monban/domain/earlier-rights';
import { toHalfWidth } from '@monban/domain/id';
import { partOf } from '@monban/domain/limit';
import type { Words } from '@monban/domain/wording/vocabulary';
import { onlyProblems } from '../../forms/check-new-pin.ts';
import { type Confirmed, notConfirmed } from '../../forms/confirmation.tsx';
import {
  checkLimitFields,
  limitEdits,
  limitFields,
  limitLabel,
  limitsOf,
  type LimitValues,
} from '../../forms/limit-fields.ts';
import type { InsideMessages } from '../../messages/inside.ts';
import type { Company, CompanyUser } from './company.ts';
import { edited, editsTowards, type PermissionEdits } from './permission-edits.ts';
import type { Target } from './review.ts';

/** What somebody changed of one user's rights; null: nobody touched it. */
export type UserRightsEdits = LimitValues & {
  readonly permissions: PermissionEdits;
  readonly whichAccounts: 'ALL' | 'SOME' | null;
  readonly accounts: string | null;
};

export type UserRightsValues = Confirmed & UserRightsEdits;

export const untouched: UserRightsValues = {
  ...notConfirmed,
  ...limitFields(null),
  permissions: {},
  whichAccounts: null,
  accounts: null,
};

/** The edits that bring these rights about; what is null stays untouched. */
export function editsFor(
  user: CompanyUser,
  { accounts, limits, permissions }: EarlierRights,
): Partial<UserRightsEdits> {
  return {
    ...(permissions !== null && { permissions: editsTowards(user.permissions, permissions) }),
    ...(limits !== null && limitEdits(user.limits, limits)),
    ...(accounts !== null && accountEdits(accounts)),
  };
}

function accountEdits(wanted: readonly string[]): Partial<UserRightsEdits> {
  return wanted.length === 0
    ? { whichAccounts: 'ALL', accounts: null }
    : { whichAccounts: 'SOME', accounts: wanted.join('\n') };
}

/** So much of another user's limits as is to be copied: 2 is half of them; null: none. */
export function rightsOf(from: CompanyUser, divisor: number | null): EarlierRights {
  return {
    permissions: from.permissions,
    accounts: from.accounts,
    limits:
      divisor === null
        ? null
        : from.limits.map(({ limit, service }) => ({ service, limit: partOf(limit, divisor) })),
  };
}

export function whichAccounts(user: CompanyUser, values: UserRightsEdits): 'ALL' | 'SOME' {
  return values.whichAccounts ?? (user.accounts.length === 0 ? 'ALL' : 'SOME');
}

/** The accounts as typed, one a line or pasted side by side; empty: all of the contract's. */
export function accountsOf(user: CompanyUser, values: UserRightsEdits): readonly string[] {
  if (whichAccounts(user, values) === 'ALL') return [];
  if (values.accounts === null) return user.accounts;
  return toHalfWidth(values.accounts)
    .replace(/[‐‑–—ー−－]/g, '-')
    .split(/[\s,，、]+/)
    .filter((account) => account !== '');
}

/** What the user is to have; an amount that can't be read stays as it stands. */
export function targetOf(
  company: Company,
  user: CompanyUser,
  values: UserRightsEdits,
): Required<Target> {
  const limited = company.layers.map(({ service }) => service);
  return {
    user,
    permissions: edited(user.permissions, values.permissions),
    limits: limitsOf(values, limited, user.limits),
    accounts: accountsOf(user, values),
  };
}

/** What can be known to be wrong before anything is sent. */
export function checkUserRights(
  m: InsideMessages,
  words: Words,
  company: Company,
  user: CompanyUser,
  values: UserRightsEdits,
): Partial<Record<keyof UserRightsValues, string>> {
  const limited = company.layers.map(({ service }) => service);
  return {
    ...checkLimitFields(words, values, limited, limitLabel(m, words), { standing: user.limits }),
    ...onlyProblems({ accounts: accountProblem(m, words, user, values) }),
  };
}

function accountProblem(
  m: InsideMessages,
  words: Words,
  user: CompanyUser,
  values: UserRightsEdits,
): string | undefined {
  const accounts = accountsOf(user, values);
  const isMissing = whichAccounts(user, values) === 'SOME' && accounts.length === 0;
  if (isMissing) return m.rights.one.noneChosen;
  const found = checkAccounts(accounts, 'accounts');
  return found.length === 0 ? undefined : found.map((each) => words.inputProblem(each)).join(' ');
}
