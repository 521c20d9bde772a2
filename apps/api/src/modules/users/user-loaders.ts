import DataLoader from 'dataloader';

import type { Database } from '../../db/client.ts';
import { selectLimits, selectPermissions } from './user.store.ts';

interface Key {
  readonly contractId: string;
  readonly personKey: string;
}

type PermissionRow = Awaited<ReturnType<typeof selectPermissions>>[number];
type LimitRow = Awaited<ReturnType<typeof selectLimits>>[number];

/** One statement a level of a request and contract, whatever the number of users. */
export interface UserLoaders {
  readonly permissions: DataLoader<Key, readonly PermissionRow[], string>;
  readonly limits: DataLoader<Key, readonly LimitRow[], string>;
}

/** For one request: what it reads twice it reads once. */
export function createUserLoaders(database: Database): UserLoaders {
  return {
    permissions: ofUsers((contractId, keys) =>
      selectPermissions(database.reading(contractId), contractId, keys),
    ),
    limits: ofUsers((contractId, keys) =>
      selectLimits(database.reading(contractId), contractId, keys),
    ),
  };
}

/** A bank's token may ask for several contracts at once, and a user ID is unique in one of them only (R1). */
function ofUsers<Row extends { readonly personKey: string }>(
  select: (contractId: string, personKeys: readonly string[]) => PromiseLike<readonly Row[]>,
) {
  return new DataLoader<Key, readonly Row[], string>(
    async (keys) => {
      const contractIds = [...new Set(keys.map(({ contractId }) => contractId))];
      const found = await Promise.all(
        contractIds.map(async (contractId) => {
          const own = keys.filter((key) => key.contractId === contractId);
          const rows = await select(
            contractId,
            own.map(({ personKey }) => personKey),
          );
          return { contractId, rows };
        }),
      );
      return keys.map(({ contractId, personKey }) => {
        const own = found.find((each) => each.contractId === contractId);
        return own?.rows.filter((row) => row.personKey === personKey) ?? [];
      });
    },
    { cacheKeyFn: ({ contractId, personKey }) => `${contractId} ${personKey}` },
  );
}
