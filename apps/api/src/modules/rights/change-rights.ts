import { accountChanges, limitChanges, permissionChanges } from '@monban/domain/change';
import type { HistoryEvent, ServiceLimit } from '@monban/domain/history-event';
import { userIdKey } from '@monban/domain/id';
import type { Permission } from '@monban/domain/permission';
import type { Refusal } from '@monban/domain/refusal';
import { err, ok, type Result } from '@monban/domain/result';

import type { Act } from '../../act.ts';
import type { Queries } from '../../db/client.ts';
import type { PersonRow } from '../../db/rows.ts';
import { type Decision, refuse } from '../../operation.ts';
import { selectServices } from '../contracts/contract.store.ts';
import { amounts } from '../users/read-user.ts';
import { userAtVersion } from '../users/user-target.ts';
import { selectLimits, selectPermissions } from '../users/user.store.ts';
import type { RightsChange, UserAtVersion } from './rights-input.ts';
import { rightsProblems } from './rights-input.ts';
import {
  lockUsers,
  raiseVersions,
  replaceAccounts,
  replaceLimits,
  replacePermissions,
} from './rights.store.ts';

/** All that a change of rights has to know, in four statements whatever the number of users. */
export async function loadRights(
  queries: Queries,
  contractId: string,
  changes: readonly RightsChange[],
) {
  const keys = changes.flatMap(({ users }) => users.map(({ userId }) => userIdKey(userId)));
  const [persons, services, permissions, limits] = await Promise.all([
    lockUsers(queries, contractId, keys),
    selectServices(queries, contractId),
    selectPermissions(queries, contractId, keys),
    selectLimits(queries, contractId, keys),
  ]);
  return { persons, services: services.map(({ service }) => service), permissions, limits };
}

type Loaded = Awaited<ReturnType<typeof loadRights>>;

/** One user's rights as they become. */
export interface Changed {
  readonly person: PersonRow;
  readonly events: readonly HistoryEvent[];
  readonly permissions: readonly Permission[] | null;
  readonly limits: readonly ServiceLimit[] | null;
  readonly accounts: readonly string[] | null;
}

/** Gives users other rights, all of them or none: a page that is stale for one of them changes nobody (R13, R14). */
export function changeRights(
  act: Act,
  changes: readonly RightsChange[],
  loaded: Loaded,
): Decision<readonly PersonRow[]> {
  const problems = changes.flatMap(({ rights, path }) =>
    rightsProblems(rights, loaded.services, path),
  );
  if (problems.length > 0) return refuse({ code: 'INVALID_INPUT', problems });
  const decided = decideAll(changes, loaded);
  if (!decided.ok) return refuse(decided.error);
  writeRights(act, decided.value);
  return {
    done: decided.value.map(({ person }) => person),
    events: decided.value.flatMap(({ events }) => events),
  };
}

function decideAll(
  changes: readonly RightsChange[],
  loaded: Loaded,
): Result<readonly Changed[], Refusal> {
  const decided: Changed[] = [];
  for (const { users, rights } of changes) {
    for (const user of users) {
      const decision = decideOne(user, rights, loaded);
      if (!decision.ok) return decision;
      decided.push(decision.value);
    }
  }
  return ok(decided);
}

function decideOne(
  { userId, expectedVersion }: UserAtVersion,
  rights: RightsChange['rights'],
  { persons, permissions, limits }: Loaded,
): Result<Changed, Refusal> {
  const key = userIdKey(userId);
  const found = persons.find(({ personKey }) => personKey === key) ?? null;
  const decision = userAtVersion(found, expectedVersion, (person, shownId) => {
    const had = {
      permissions: permissions.filter(({ personKey }) => personKey === key).map(permissionOf),
      limits: limits.filter(({ personKey }) => personKey === key).map(limitOfRow),
    };
    return { done: changedRights(person, shownId, had, rights), events: [] };
  });
  return 'done' in decision ? ok(decision.done) : err(decision.refused);
}

/** Only what really becomes something else is written and told. */
export function changedRights(
  person: PersonRow,
  userId: string,
  had: { readonly permissions: readonly Permission[]; readonly limits: readonly ServiceLimit[] },
  to: RightsChange['rights'],
): Changed {
  const permissions =
    to.permissions !== null && permissionChanges(had.permissions, to.permissions).length > 0
      ? to.permissions
      : null;
  const limits =
    to.limits !== null && limitChanges(had.limits, to.limits).length > 0 ? to.limits : null;
  const accounts =
    to.accounts !== null && accountChanges(person.accounts, to.accounts).length > 0
      ? to.accounts
      : null;
  const events: readonly HistoryEvent[] = [
    ...(permissions === null
      ? []
      : [
          { type: 'USER_PERMISSIONS_SET', userId, from: had.permissions, to: permissions } as const,
        ]),
    ...(limits === null
      ? []
      : [{ type: 'USER_LIMITS_SET', userId, from: had.limits, to: limits } as const]),
    ...(accounts === null
      ? []
      : [{ type: 'USER_ACCOUNTS_SET', userId, from: person.accounts, to: accounts } as const]),
  ];
  const changed = events.length > 0 ? { version: person.version + 1 } : {};
  return {
    person: { ...person, ...changed, accounts: accounts ?? person.accounts },
    events,
    permissions,
    limits,
    accounts,
  };
}

export function writeRights({ atCommit, contract, queries }: Act, users: readonly Changed[]): void {
  const { contractId } = contract;
  const permitted = users.flatMap(({ person: { personKey }, permissions }) =>
    permissions === null ? [] : [{ personKey, permissions }],
  );
  const limited = users.flatMap(({ person: { personKey }, limits }) =>
    limits === null ? [] : [{ personKey, limits }],
  );
  const held = users.flatMap(({ person: { personKey }, accounts }) =>
    accounts === null ? [] : [{ personKey, accounts }],
  );
  const changed = users
    .filter(({ events }) => events.length > 0)
    .map(({ person: { personKey } }) => personKey);
  if (permitted.length > 0)
    for (const query of replacePermissions(queries, contractId, permitted)) atCommit(query);
  if (limited.length > 0)
    for (const query of replaceLimits(queries, contractId, limited)) atCommit(query);
  if (held.length > 0) atCommit(replaceAccounts(queries, contractId, held));
  if (changed.length > 0) atCommit(raiseVersions(queries, contractId, changed));
}

export const permissionOf = ({ service, action }: Permission): Permission => ({ service, action });

export const limitOfRow = (row: Loaded['limits'][number]): ServiceLimit => ({
  service: row.service,
  limit: amounts(row.perTransaction, row.perDay),
});
