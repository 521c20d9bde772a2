import type { Toggle } from '@monban/ui/check-grid/check-grid';
import { everyPermission, grants, type Permission } from '@monban/domain/permission';
import type { Company, CompanyUser } from './company.ts';
import {
  edited,
  editsTowards,
  type PermissionEdits,
  permissionKey,
  withToggled,
} from './permission-edits.ts';
import type { Target } from './review.ts';

/** What somebody changed in the grid of everybody, by user ID. */
export type GridEdits = ReadonlyMap<string, PermissionEdits>;

export function editsOf(edits: GridEdits, { userId }: CompanyUser): PermissionEdits {
  return edits.get(userId) ?? {};
}

export function afterToggle(company: Company, edits: GridEdits, toggle: Toggle): GridEdits {
  return new Map([
    ...edits,
    ...company.users.flatMap((user) => {
      const columns = new Set(
        toggle.cells.filter(({ row }) => row === user.userId).map(({ column }) => column),
      );
      if (columns.size === 0) return [];
      const pressed = everyPermission.filter((each) => columns.has(permissionKey(each)));
      const after = withToggled(user.permissions, editsOf(edits, user), pressed, toggle.checked);
      return [[user.userId, after] as const];
    }),
  ]);
}

/** Everybody of `to` is to have what `from` has on the screen. */
export function afterCopy(
  edits: GridEdits,
  from: CompanyUser,
  to: readonly CompanyUser[],
): GridEdits {
  const wanted = edited(from.permissions, editsOf(edits, from));
  return new Map([
    ...edits,
    ...to.map((user) => [user.userId, editsTowards(user.permissions, wanted)] as const),
  ]);
}

export function withoutUsers(edits: GridEdits, users: readonly CompanyUser[]): GridEdits {
  const gone = new Set(users.map(({ userId }) => userId));
  return new Map([...edits].filter(([userId]) => !gone.has(userId)));
}

/** What is to become of those whom the edits change, as far as they are still there. */
export function targetsOf(company: Company, edits: GridEdits): readonly Target[] {
  return company.users
    .map((user) => ({ user, permissions: edited(user.permissions, editsOf(edits, user)) }))
    .filter(({ permissions, user }) => boxesBetween(user.permissions, permissions) > 0);
}

/** How many boxes of a user come to something else. */
export function boxesBetween(
  standing: readonly Permission[],
  become: readonly Permission[],
): number {
  return everyPermission.filter((each) => grants(standing, each) !== grants(become, each)).length;
}
