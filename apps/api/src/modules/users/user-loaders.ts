import DataLoader from 'dataloader';

import type { Database } from '../../db/client.ts';
import { selectServices } from '../contracts/contract.store.ts';
import { selectLimits, selectPermissions } from './user.store.ts';

interface Key {
  readonly contractId: string;
  readonly personKey: string;
}

type PermissionRow = Awaited<ReturnType<typeof selectPermissions>>[number];
type LimitRow = Awaited<ReturnType<typeof selectLimits>>[number];
type ServiceRow = Awaited<ReturnType<typeof selectServices>>[number];

/** One statement a level of a request, whatever the number of users. */
export interface UserLoaders {
  readonly permissions: DataLoader<Key, readonly PermissionRow[], string>;
  readonly limits: DataLoader<Key, readonly LimitRow[], string>;
  readonly services: DataLoader<string, readonly ServiceRow[]>;
}

/** For one request: what it reads twice it reads once. */
export function createUserLoaders(database: Database): UserLoaders {
  const grouped = <Row extends { readonly personKey: string }>(
    select: (contractId: string, personKeys: readonly string[]) => PromiseLike<readonly Row[]>,
  ) =>
    new DataLoader<Key, readonly Row[], string>(
      async (keys) => {
        // A request reads one contract: its own, or the one that the bank named.
        const contractId = keys[0]?.contractId ?? '';
        const rows = await select(
          contractId,
          keys.map(({ personKey }) => personKey),
        );
        return keys.map(({ personKey }) => rows.filter((row) => row.personKey === personKey));
      },
      { cacheKeyFn: ({ personKey }) => personKey },
    );
  return {
    permissions: grouped((contractId, keys) =>
      selectPermissions(database.reading(contractId), contractId, keys),
    ),
    limits: grouped((contractId, keys) =>
      selectLimits(database.reading(contractId), contractId, keys),
    ),
    services: new DataLoader((contractIds) =>
      Promise.all(
        contractIds.map((contractId) => selectServices(database.reading(contractId), contractId)),
      ),
    ),
  };
}
