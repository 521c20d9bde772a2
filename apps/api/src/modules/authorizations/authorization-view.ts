import { authorizationState } from '@monban/domain/authorization-end';
import type { Instant } from '@monban/domain/instant';

import type { AuthorizationRow } from './authorization.store.ts';

/** An authorisation as its bank system may see it. Its token is for whoever has just proven the user's PIN. */
export function authorizationView(row: AuthorizationRow, userId: string, now: Instant) {
  const { status, voidedBecause, expiresAt } = authorizationState(row, now);
  return {
    id: row.authorizationId,
    status,
    voidedBecause,
    contractId: row.contractId,
    userId,
    service: row.service,
    action: row.action,
    amount: row.amount,
    accountNumber: row.accountNumber,
    transactionHash: row.transactionHash,
    captureReference: row.captureReference,
    authorizedAt: row.authorizedAt,
    expiresAt,
    endedAt: row.endedAt ?? (status === 'VOIDED' ? expiresAt : null),
    token: null,
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
