import { authorizationState } from '@monban/domain/authorization-end';
import type { Instant } from '@monban/domain/instant';

import type { AuthorizationRow } from './authorization.store.ts';

/** An authorisation as its bank system may see it. The token is signed for whoever has just proven the user's PIN. */
export function authorizationView(
  row: AuthorizationRow,
  userId: string | null,
  now: Instant,
  token: string | null = null,
) {
  const { status, voidedBecause, expiresAt } = authorizationState(row, now);
  return {
    id: row.authorizationId,
    status,
    voidedBecause,
    contractId: row.contractId,
    userId: userId ?? row.personKey,
    service: row.service,
    action: row.action,
    amount: row.amount,
    accountNumber: row.accountNumber,
    transactionHash: row.transactionHash,
    captureReference: row.captureReference,
    authorizedAt: row.authorizedAt,
    expiresAt,
    endedAt: row.endedAt ?? (status === 'VOIDED' ? expiresAt : null),
    token,
  };
}

export type AuthorizationView = ReturnType<typeof authorizationView>;

/** What the history says of it. */
export function authorizedTransaction(
  { service, action, amount, accountNumber }: AuthorizationRow,
  userId: string,
) {
  return { userId, service, action, amount, accountNumber };
}
