import type { AuthorizationStanding, Transaction } from '@monban/domain/authorization';
import { userIdKey } from '@monban/domain/id';
import { japanDay } from '@monban/domain/instant';

import type { Queries } from '../../db/client.ts';
import { wholeContract } from '../../db/tables/authorizations.ts';
import { type Asked, bankClientOf, sessionOf } from '../../operation.ts';
import { selectServices } from '../contracts/contract.store.ts';
import { amounts } from '../users/read-user.ts';
import { selectLimits, selectPermissions } from '../users/user.store.ts';
import {
  selectByKey,
  selectCreated,
  selectUsage,
  usedBy,
  voidExpired,
} from './authorization.store.ts';

/** All that decides about a transaction, read right behind the contract's lock in one go. */
export async function loadStanding(
  queries: Queries,
  contractId: string,
  transaction: Transaction,
  idempotencyKey: string,
  asked: Asked,
) {
  const { userId } = sessionOf(asked);
  const personKey = userId === null ? '' : userIdKey(userId);
  const at = asked.services.now();
  const day = japanDay(at);
  const started = [
    // First, so that what has expired stands in nobody's way.
    voidExpired(queries, contractId, at).execute(),
    selectUsage(queries, contractId, day, personKey, transaction.service).execute(),
    selectServices(queries, contractId).execute(),
    selectPermissions(queries, contractId, [personKey]).execute(),
    selectLimits(queries, contractId, [personKey]).execute(),
    selectCreated(queries, contractId, transaction.transactionHash, personKey).execute(),
    selectByKey(queries, contractId, bankClientOf(asked), personKey, idempotencyKey).execute(),
  ] as const;
  const [, usage, services, permissions, limits, created, [known = null]] =
    await Promise.all(started);
  return {
    at,
    day,
    personKey,
    usage,
    services,
    permissions,
    limits,
    created: created.length > 0,
    known,
  };
}

type Loaded = Awaited<ReturnType<typeof loadStanding>>;

/** What was read, as the domain asks for it. */
export function standingOf(
  { service }: Transaction,
  loaded: Loaded,
  accounts: readonly string[],
  ownApproval: boolean,
): AuthorizationStanding {
  const own = loaded.limits.find((limit) => limit.service === service);
  const layers = loaded.services.find((each) => each.service === service);
  return {
    permissions: loaded.permissions,
    accounts,
    createdByThemselves: loaded.created && !ownApproval,
    service:
      layers === undefined
        ? null
        : {
            service,
            ceiling: amounts(layers.ceilingPerTransaction, layers.ceilingPerDay),
            contractLimit: amounts(layers.limitPerTransaction, layers.limitPerDay),
            usedToday: usedBy(loaded.usage, wholeContract, service),
          },
    limit:
      own === undefined
        ? null
        : {
            limit: amounts(own.perTransaction, own.perDay),
            usedToday: usedBy(loaded.usage, loaded.personKey, service),
          },
  };
}
