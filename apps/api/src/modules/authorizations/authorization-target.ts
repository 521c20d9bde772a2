import { err, ok, type Result } from '@monban/domain/result';
import type { Refusal } from '@monban/domain/refusal';

import type { Queries } from '../../db/client.ts';
import { type Asked, bankClientOf, type Decision, refuse } from '../../operation.ts';
import { selectAuthorization } from './authorization.store.ts';

/** An authorisation by its ID, whose contract stands in it in sealed form. */
export interface AuthorizationTarget {
  readonly id: string;
  readonly contractId: string;
}

const notFound = { code: 'NOT_FOUND', what: 'AUTHORIZATION' } as const;

/** Whoever sends their user's session along means one of that session's contract. */
export function readAuthorizationId(
  id: string,
  asked: Asked,
): Result<AuthorizationTarget, Refusal> {
  const { caller, services } = asked;
  const opened = services.seal.openToken(id, 'AUTHORIZATION');
  const own = caller.kind === 'USER' ? caller.session.contractId : null;
  if (opened === null || (own !== null && own !== opened.contractId)) return err(notFound);
  return ok({ id, contractId: opened.contractId });
}

export async function loadAuthorization(
  queries: Queries,
  contractId: string,
  { id }: AuthorizationTarget,
) {
  const [found = null] = await selectAuthorization(queries, contractId, id);
  return found;
}

export type Found = NonNullable<Awaited<ReturnType<typeof loadAuthorization>>>;

/** Of another client, or asked for in another session than the one sent along: as if there were none (A14). */
export function ownAuthorization<Success>(
  found: Found | null,
  asked: Asked,
  then: (found: Found, userId: string) => Decision<Success>,
): Decision<Success> {
  const { caller } = asked;
  const session = caller.kind === 'USER' ? caller.session.publicId : null;
  const own =
    found !== null &&
    found.authorization.clientId === bankClientOf(asked) &&
    (session === null || found.authorization.sessionId === session);
  // Users alone have transactions authorised.
  const userId = own ? found.person.userId : null;
  return found === null || userId === null ? refuse(notFound) : then(found, userId);
}
