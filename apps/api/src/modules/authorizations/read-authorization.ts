import { keyStands } from '@monban/domain/authorization';
import { parseContractId, parseUserId, userIdKey } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';

import { type Asked, bankClientOf } from '../../operation.ts';
import type { Found } from './authorization-target.ts';
import { authorizationView, type AuthorizationView } from './authorization-view.ts';
import { selectAuthorization, selectByKey } from './authorization.store.ts';

/** The client's own, by its ID; without its token. */
export async function authorization(id: string, asked: Asked): Promise<AuthorizationView | null> {
  const { database, now, seal } = asked.services;
  const opened = seal.openToken(id, 'AUTHORIZATION');
  if (opened === null) return null;
  const [found] = await selectAuthorization(
    database.reading(opened.contractId),
    opened.contractId,
    id,
  );
  return found?.authorization.clientId === bankClientOf(asked) ? shown(found, now()) : null;
}

export interface KeyArgs {
  readonly contractId: string;
  readonly userId: string;
  readonly idempotencyKey: string;
}

/** What became of a request whose answer was lost: by the client's own key for it, without a PIN and without a token. */
export async function authorizationByKey(
  { contractId, userId, idempotencyKey }: KeyArgs,
  asked: Asked,
): Promise<AuthorizationView | null> {
  const { database, now } = asked.services;
  const contract = parseContractId(contractId, 'contractId');
  const user = parseUserId(userId, 'userId');
  if (!contract.ok || !user.ok) return null;
  const [found] = await selectByKey(
    database.reading(contract.value),
    contract.value,
    bankClientOf(asked),
    userIdKey(user.value),
    idempotencyKey,
  );
  const at = now();
  return found !== undefined && keyStands(found.authorization.authorizedAt, at)
    ? shown(found, at)
    : null;
}

/** Users alone have transactions authorised. */
function shown(
  { authorization: row, person: { userId } }: Pick<Found, 'authorization' | 'person'>,
  now: Instant,
): AuthorizationView | null {
  return userId === null ? null : authorizationView(row, userId, now);
}
