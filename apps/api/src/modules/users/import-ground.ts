import { isMoneyService } from '@monban/domain/limit';
import type { ImportGround } from '@monban/domain/user-import';

import type { Queries } from '../../db/client.ts';
import type { Settings } from '../../settings.ts';
import { selectServices } from '../contracts/contract.store.ts';
import { selectUserIds } from '../persons/person.store.ts';
import { amounts } from './read-user.ts';

/** How the contract stands, for a file of users to be read against. */
export async function loadImportGround(
  queries: Queries,
  contractId: string,
  { maxUsers }: Pick<Settings, 'maxUsers'>,
): Promise<ImportGround> {
  const [services, users] = await Promise.all([
    selectServices(queries, contractId),
    selectUserIds(queries, contractId),
  ]);
  return {
    services: services.map(({ service, ceilingPerTransaction, ceilingPerDay }) => ({
      service,
      ceiling: isMoneyService(service) ? amounts(ceilingPerTransaction, ceilingPerDay) : null,
    })),
    taken: new Map(
      users.map(({ personKey, removedAt }) => [
        personKey,
        removedAt === null ? 'PRESENT' : 'REMOVED',
      ]),
    ),
    free: maxUsers - users.filter(({ removedAt }) => removedAt === null).length,
  };
}
