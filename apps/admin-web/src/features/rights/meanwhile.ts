import {
  accountChanges,
  limitChanges,
  permissionChanges,
  personalChanges,
} from '@monban/domain/change';
import type { ChangesOf } from '../../forms/changes-preview.tsx';
import type { InsideMessages } from '../../messages/inside.ts';
import type { Company, CompanyUser } from './company.ts';

/** What became different in a company between two looks at it. */
export function companyChanges(
  m: InsideMessages,
  before: Company,
  now: Company,
): readonly ChangesOf[] {
  const t = m.rights;
  const limits = limitChanges(contractLimits(before), contractLimits(now));
  return [
    ...(limits.length === 0 ? [] : [{ whose: m.limits.contract.title, changes: limits }]),
    ...before.users.flatMap((user) => {
      const whose = m.users.who(user.userId, user.name);
      const found = now.users.find(({ userId }) => userId === user.userId);
      if (found === undefined) return [{ whose, changes: [], detail: t.removed }];
      const changes = userChanges(user, found);
      return changes.length === 0 ? [] : [{ whose, changes }];
    }),
  ];
}

function contractLimits({ layers }: Company) {
  return layers.map(({ contractLimit, service }) => ({ service, limit: contractLimit }));
}

function userChanges(before: CompanyUser, now: CompanyUser) {
  return [
    ...personalChanges(before, now),
    ...permissionChanges(before.permissions, now.permissions),
    ...limitChanges(before.limits, now.limits),
    ...accountChanges(before.accounts, now.accounts),
  ];
}
