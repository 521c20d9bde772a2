import { parseContractId, parseUserId, userIdKey } from '@monban/domain/id';

import { type Asked, bankClientOf } from '../../operation.ts';
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
  return found === undefined || found.authorization.clientId !== bankClientOf(asked)
    ? null
    : authorizationView(found.authorization, found.person.userId, now());
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
  return found === undefined
    ? null
    : authorizationView(found.authorization, found.person.userId, now());
}
