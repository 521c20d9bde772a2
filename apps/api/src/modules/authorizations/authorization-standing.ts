import type { AuthorizationStanding, Transaction } from '@monban/domain/authorization';
import { userIdKey } from '@monban/domain/id';
import { japanDay } from '@monban/domain/instant';

import type { Queries } from '../../db/client.ts';
import { type Asked, bankClientOf, sessionOf } from '../../operation.ts';
import { amounts } from '../users/read-user.ts';
import { selectStanding } from './authorization.store.ts';

/** All that decides about a transaction, read right behind the contract's lock as one row. */
export async function loadStanding(
  queries: Queries,
  contractId: string,
  transaction: Transaction,
  idempotencyKey: string,
  asked: Asked,
) {
  const { userId } = sessionOf(asked);
  const personKey = userId === null ? '' : userIdKey(userId);
  const { action, service, transactionHash } = transaction;
  const at = asked.services.now();
  const day = japanDay(at);
  const moment = new Date(at).toISOString();
  const [standing] = await selectStanding(
    queries,
    contractId,
    personKey,
    service,
    action,
    transactionHash,
    day,
    moment,
    bankClientOf(asked),
    idempotencyKey,
  ).execute();
  if (standing === undefined) throw new Error('The contract of an act is missing.');
  return { at, day, standing };
}

type Loaded = Awaited<ReturnType<typeof loadStanding>>;

/** What was read, as the domain asks for it. */
export function standingOf(
  transaction: Transaction,
  { standing }: Loaded,
  accounts: readonly string[],
  ownApproval: boolean,
): AuthorizationStanding {
  const { created, layers, limit, permitted, usedByContract, usedByUser } = standing;
  return {
    permissions: permitted ? [transaction] : [],
    accounts,
    createdByThemselves: created && !ownApproval,
    service: layers && {
      service: layers.service,
      ceiling: amounts(layers.ceilingPerTransaction, layers.ceilingPerDay),
      contractLimit: amounts(layers.limitPerTransaction, layers.limitPerDay),
      usedToday: usedByContract,
    },
    limit: limit && { limit: amounts(limit.perTransaction, limit.perDay), usedToday: usedByUser },
  };
}
