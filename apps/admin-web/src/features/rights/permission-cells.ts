import {
  actionsOf,
  grants,
  neededBy,
  type Permission,
  type Service,
} from '@monban/domain/permission';
import type { Words } from '@monban/domain/wording/vocabulary';
import type { GridCell, GridColumn, GridRow } from '@monban/ui/check-grid/check-grid';
import type { InsideMessages } from '../../messages/inside.ts';
import type { CompanyUser } from './company.ts';
import { edited, type PermissionEdits, permissionKey } from './permission-edits.ts';

/** The actions of these services (R13), as a grid's columns. */
export function permissionsOf(services: readonly Service[]): readonly Permission[] {
  return services.flatMap((service) => actionsOf[service].map((action) => ({ service, action })));
}

export function columnsOf(
  { labels }: Words,
  permissions: readonly Permission[],
): readonly GridColumn[] {
  return permissions.map((permission) => ({
    key: permissionKey(permission),
    title: labels.action[permission.action],
    group: labels.service[permission.service],
  }));
}

/** A user's row, a box for each permission. */
export function rowOf(
  m: InsideMessages,
  words: Words,
  user: CompanyUser,
  edits: PermissionEdits,
  permissions: readonly Permission[],
): GridRow {
  const become = edited(user.permissions, edits);
  return {
    key: user.userId,
    title: user.name,
    note: user.userId,
    cells: permissions.map((each) => cellOf(m, words, user.permissions, become, each)),
  };
}

/** What a box says of what stands and of what is to be. */
export function cellOf(
  m: InsideMessages,
  { labels }: Words,
  standing: readonly Permission[],
  become: readonly Permission[],
  permission: Permission,
): GridCell {
  const granted = grants(become, permission);
  const changed = granted !== grants(standing, permission);
  const because = granted ? neededBy(become, permission) : [];
  if (because.length === 0) return { state: granted ? 'on' : 'off', changed };
  const actions = m.common.list(because.map((each) => labels.action[each]));
  return { state: 'brought', reason: m.rights.neededBy(actions), changed };
}
