import { createHash } from 'node:crypto';

import {
  parseIdempotencyKey,
  parseTransaction,
  type Transaction,
} from '@monban/domain/authorization';
import type { Action, Service } from '@monban/domain/permission';
import { err, ok } from '@monban/domain/result';

import { gather } from '../../input.ts';
import type { Pin } from '../../secrets/pin.ts';

/** What a bank system asks for; the user's PIN goes with it. */
export interface TransactionInput {
  readonly service: string;
  readonly action?: string | null;
  readonly amount: number;
  readonly accountNumber?: string | null;
  readonly transactionHash: string;
  readonly idempotencyKey: string;
  readonly confirmationPin: Pin;
}

/** Reads the input; what is wrong with it is said before the PIN is compared. */
export function readTransaction({ confirmationPin, idempotencyKey, ...input }: TransactionInput) {
  // The schema's enums and the domain's types have the same words.
  const transaction = parseTransaction({
    service: input.service as Service,
    action: (input.action ?? null) as Action | null,
    amount: input.amount,
    accountNumber: input.accountNumber ?? null,
    transactionHash: input.transactionHash,
  });
  const read = gather(
    { idempotencyKey: parseIdempotencyKey(idempotencyKey, 'idempotencyKey') },
    transaction.ok ? [] : transaction.error,
  );
  if (!read.ok) return read;
  if (!transaction.ok) return err({ code: 'INVALID_INPUT', problems: transaction.error } as const);
  return ok({
    ...read.value,
    transaction: transaction.value,
    inputHash: hashOf(transaction.value),
    confirmationPin,
  });
}

/** By which the same key with another input is told from a repeated request. */
function hashOf({ service, action, amount, accountNumber, transactionHash }: Transaction): Buffer {
  const asked = JSON.stringify([service, action, amount, accountNumber, transactionHash]);
  return createHash('sha256').update(asked).digest();
}
