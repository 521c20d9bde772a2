import { createHash } from 'node:crypto';

/** What somebody wants paid. */
export interface Transfer {
  /** Our own number of the payment: unique for ever, and the reference that it is captured with. */
  readonly id: string;
  readonly contractId: string;
  readonly userId: string;
  /** One of the contract's accounts, as the bank writes it. */
  readonly from: string;
  readonly to: string;
  /** In whole yen. */
  readonly amount: number;
}

/** What Monban is asked for, and what token and answer have to say again. */
export interface Asked {
  readonly contractId: string;
  readonly userId: string;
  readonly service: 'FUNDS_TRANSFER';
  readonly action: 'EXECUTE';
  readonly accountNumber: string;
  readonly amount: number;
  readonly transactionHash: string;
}

export function askedFor(transfer: Transfer): Asked {
  return {
    contractId: transfer.contractId,
    userId: transfer.userId,
    service: 'FUNDS_TRANSFER',
    action: 'EXECUTE',
    accountNumber: transfer.from,
    amount: transfer.amount,
    transactionHash: hashOf(transfer),
  };
}

/**
 * SHA-256 of all that makes this payment this payment, in a form that is written in one way only: a list whose order
 * never changes, with its version first. Monban never learns where the money goes; the hash binds it all the same.
 */
function hashOf({ id, from, to, amount }: Transfer): string {
  const canonical = JSON.stringify(['transfer-1', id, from, to, amount]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** What is wrong with a transfer is said by line and field before anybody is asked for a PIN. */
export function readTransfers(text: string): readonly Transfer[] {
  const transfers = text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readTransfer(line, index + 1)]));
  const ids = new Set(transfers.map(({ id }) => id));
  if (ids.size < transfers.length) throw new Error('Two transfers have the same id.');
  return transfers;
}

const texts = ['id', 'contractId', 'userId', 'from', 'to'] as const;

function readTransfer(line: string, number: number): Transfer {
  const read = JSON.parse(line) as Transfer;
  for (const field of texts) {
    if (typeof read[field] !== 'string' || read[field] === '') {
      throw new Error(`Line ${number}: ${field} must be a text.`);
    }
  }
  // It becomes the reference, and most of the idempotency key.
  if (!/^[\w-]{1,48}$/.test(read.id)) {
    throw new Error(`Line ${number}: id must be 1 to 48 letters, digits, - or _.`);
  }
  if (!Number.isSafeInteger(read.amount) || read.amount < 1) {
    throw new Error(`Line ${number}: amount must be whole yen, at least 1.`);
  }
  const { id, contractId, userId, from, to, amount } = read;
  return { id, contractId, userId, from, to, amount };
}
