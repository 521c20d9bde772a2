import {
  accountChanges,
  type Change,
  limitChanges,
  permissionChanges,
} from '@monban/domain/change';
import { type Consequence, consequencesOf } from '@monban/domain/consequence';
import type { ServiceLimit } from '@monban/domain/history-event';
import type { Permission } from '@monban/domain/permission';
import type { UserRightsInput } from '../../graphql/generated/graphql.ts';
import { type Company, type CompanyUser, upperLimitsOf } from './company.ts';

/** What a user is to have; what is left out stays as it is. */
export interface Target {
  readonly user: CompanyUser;
  readonly permissions?: readonly Permission[];
  readonly limits?: readonly ServiceLimit[];
  readonly accounts?: readonly string[];
}

/** Users for whom the same changes. */
export interface SameChanges {
  readonly users: readonly CompanyUser[];
  readonly changes: readonly Change[];
}

/** All that is said before the act, and all that is sent. */
export interface Review {
  readonly parts: readonly SameChanges[];
  readonly consequences: readonly Consequence[];
  readonly input: readonly UserRightsInput[];
}

export function reviewOf(company: Company, targets: readonly Target[]): Review {
  const changed = targets
    .map((target) => ({ ...target, changes: changesOf(target) }))
    .filter(({ changes }) => changes.length > 0);
  const after = company.users.map((user) => {
    const { limits, permissions } = changed.find((each) => each.user === user) ?? {};
    return {
      ...user,
      permissions: permissions ?? user.permissions,
      limits: limits ?? user.limits,
    };
  });
  return {
    parts: alike(changed, ({ changes }) => changes).map((group) => ({
      users: group.map(({ user }) => user),
      changes: group[0].changes,
    })),
    consequences: consequencesOf(company.users, after, upperLimitsOf(company.layers)),
    input: alike(changed, rightsOf).map((group) => ({
      users: group.map(({ user }) => ({ userId: user.userId, expectedVersion: user.version })),
      ...rightsOf(group[0]),
    })),
  };
}

function changesOf({ accounts, limits, permissions, user }: Target): readonly Change[] {
  return [
    ...permissionChanges(user.permissions, permissions ?? user.permissions),
    ...limitChanges(user.limits, limits ?? user.limits),
    ...accountChanges(user.accounts, accounts ?? user.accounts),
  ];
}

/** Only what really changes is sent: the rest stays as it is, whatever it is by then. */
function rightsOf({ accounts, limits, permissions, user }: Target): Omit<UserRightsInput, 'users'> {
  return {
    ...(permissions !== undefined && permissionChanges(user.permissions, permissions).length > 0
      ? { permissions: [...permissions] }
      : {}),
    ...(limits !== undefined && limitChanges(user.limits, limits).length > 0
      ? { limits: [...limits] }
      : {}),
    ...(accounts !== undefined && accountChanges(user.accounts, accounts).length > 0
      ? { accounts: [...accounts] }
      : {}),
  };
}

/** Those of which `what` is the same, together, in the order of the first of each. */
export function alike<Item>(
  items: readonly Item[],
  what: (item: Item) => unknown,
): readonly (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = JSON.stringify(what(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
