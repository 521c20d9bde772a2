import type { HistoryEvent } from '@monban/domain/history-event';
import type { Service } from '@monban/domain/permission';

import type { Act } from '../../act.ts';
import type { Queries } from '../../db/client.ts';
import { selectLimits, selectPermissions, selectPresentUsers } from '../users/user.store.ts';
import { changedRights, limitOfRow, permissionOf, writeRights } from './change-rights.ts';

/** The rights of all users, read behind the contract's lock: nothing else changes them meanwhile. */
export async function loadEverybodysRights(queries: Queries, contractId: string) {
  const persons = await selectPresentUsers(queries, contractId);
  const keys = persons.map(({ personKey }) => personKey);
  const [permissions, limits] = await Promise.all([
    selectPermissions(queries, contractId, keys),
    selectLimits(queries, contractId, keys),
  ]);
  return { persons, permissions, limits };
}

/** Services that the contract has no more: what users could do in them goes too, and each of them is told (R13, R14). */
export function withdrawServices(
  act: Act,
  gone: readonly Service[],
  { persons, permissions, limits }: Awaited<ReturnType<typeof loadEverybodysRights>>,
): readonly HistoryEvent[] {
  const stays = ({ service }: { readonly service: Service }) => !gone.includes(service);
  const changed = persons.map((person) => {
    const own = (row: { readonly personKey: string }) => row.personKey === person.personKey;
    const had = {
      permissions: permissions.filter(own).map(permissionOf),
      limits: limits.filter(own).map(limitOfRow),
    };
    const left = {
      permissions: had.permissions.filter(stays),
      limits: had.limits.filter(stays),
      accounts: null,
    };
    return changedRights(person, person.userId ?? '', had, left);
  });
  writeRights(act, changed);
  return changed.flatMap(({ events }) => events);
}
