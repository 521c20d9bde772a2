import { keyStands, refusalOf, reservedBy, type Transaction } from '@monban/domain/authorization';
import { after, type Instant } from '@monban/domain/instant';

import type { Act } from '../../act.ts';
import type { PersonRow } from '../../db/rows.ts';
import { together } from '../../db/write.ts';
import { type Asked, bankClientOf, command, refuse, sessionOf } from '../../operation.ts';
import { confirmation, userFor } from '../users/user-target.ts';
import { authorizationView, authorizedTransaction } from './authorization-view.ts';
import {
  addUsage,
  type AuthorizationRow,
  forgetKey,
  insertAuthorization,
  voidExpired,
} from './authorization.store.ts';
import { loadStanding, standingOf } from './authorization-standing.ts';
import { readTransaction, type TransactionInput } from './transaction-input.ts';

/**
 * A bank system asks whether its user may do this, and reserves it against the day's limits (R6, R13, R14). All acts of
 * a contract follow one another behind its lock, so that what is read here still holds when it is written: any number
 * of requests at once never exceed a limit, and none waits for another contract's.
 */
export const authorizeTransaction = command({
  name: 'authorizeTransaction',
  may: ['USER'],
  throughBank: true,
  read: (input: TransactionInput) => readTransaction(input),
  load: (queries, contractId, { transaction, idempotencyKey }, asked) =>
    loadStanding(queries, contractId, transaction, idempotencyKey, asked),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { entered, loaded, asked }) =>
    userFor(act.prover, 'AUTHORIZE', (user, userId) => {
      const { at, standing } = loaded;
      const { known } = standing;
      const { transaction, inputHash } = entered;
      if (known !== null && keyStands(known.authorizedAt, at)) {
        return known.inputHash.equals(inputHash)
          ? { done: authorized(known, userId, at, asked), events: [] }
          : refuse({ code: 'CONFLICT', about: 'IDEMPOTENCY_KEY_TAKEN' });
      }
      const { ownApproval } = asked.services.settings;
      const refusal = refusalOf(
        transaction,
        standingOf(transaction, loaded, user.accounts, ownApproval),
      );
      if (refusal !== null) return refuse(refusal);
      // Whoever comes by frees what has expired; the sweep does it where nobody comes.
      if (standing.anyExpired) act.atCommit(voidExpired(act.queries, act.contract.contractId, at));
      if (known !== null) act.atCommit(forgetKey(act.queries, known));
      const row = reserve(act, user, entered, loaded, asked);
      const { transactionHash } = transaction;
      return {
        done: authorized(row, userId, at, asked),
        events: [
          {
            type: 'TRANSACTION_AUTHORIZED',
            ...authorizedTransaction(row, userId),
            transactionHash,
            clientId: row.clientId,
          },
        ],
      };
    }),
});

interface Reserving {
  readonly transaction: Transaction;
  readonly idempotencyKey: string;
  readonly inputHash: Buffer;
}

function reserve(
  { atCommit, contract: { contractId }, queries }: Act,
  { personKey }: PersonRow,
  { transaction, idempotencyKey, inputHash }: Reserving,
  { at, day }: { readonly at: Instant; readonly day: string },
  asked: Asked,
): AuthorizationRow {
  const { seal, settings } = asked.services;
  const reserved = reservedBy(transaction);
  const row: AuthorizationRow = {
    contractId,
    authorizationId: seal.sealToken(contractId, 'AUTHORIZATION').token,
    clientId: bankClientOf(asked),
    personKey,
    sessionId: sessionOf(asked).publicId,
    idempotencyKey,
    inputHash,
    ...transaction,
    day,
    reserved,
    status: 'AUTHORIZED',
    voidedBecause: null,
    captureReference: null,
    authorizedAt: at,
    expiresAt: after(at, settings.authorizationSeconds),
    endedAt: null,
  };
  const authorizing = insertAuthorization(queries, row);
  const using = addUsage(
    queries,
    contractId,
    day,
    personKey,
    transaction.service,
    String(reserved),
  );
  atCommit(reserved > 0 ? together([authorizing, using]) : authorizing);
  return row;
}

/**
 * With its token as long as it stands: to whoever has just proven the user's PIN, and to nobody else. It is signed
 * where it is asked for: by then all is committed, and nobody waits for the contract meanwhile.
 */
function authorized(row: AuthorizationRow, userId: string, at: Instant, { services }: Asked) {
  const view = authorizationView(row, userId, at);
  const authorization = {
    ...view,
    get token() {
      return view.status === 'VOIDED'
        ? null
        : services.authorizationTokens.sign({ ...row, userId });
    },
  };
  return { __typename: 'TransactionAuthorized', authorization } as const;
}
