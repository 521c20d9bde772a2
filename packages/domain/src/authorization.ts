import type { ServiceStanding, UserLimitStanding } from './ability.ts';
import { type AccountNumber, parseAccountNumber } from './id.ts';
import { type Instant, afterDays } from './instant.ts';
import { type Amounts, heldTo, isMoneyService, noLimit } from './limit.ts';
import { maximumYen, parseYen, smallest, type Yen, zeroYen } from './money.ts';
import { type Action, grants, type Permission, type Service, serviceHas } from './permission.ts';
import { type InputProblem, problem } from './problem.ts';
import type { Prohibition, Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';

/** What is done with a transaction; looking at something is none. */
export type TransactionAction = Exclude<Action, 'VIEW'>;

/** What a bank system asks leave for, in its user's name. */
export interface Transaction {
  readonly service: Service;
  readonly action: TransactionAction;
  /** At least ¥1 where money moves. */
  readonly amount: Yen;
  /** Null: the transaction concerns no account in particular. */
  readonly accountNumber: AccountNumber | null;
  /** SHA-256 of what the transaction is, in the bank's own form: 64 lower-case hexadecimal digits. */
  readonly transactionHash: string;
}

/** A transaction as it came in. */
export interface EnteredTransaction {
  readonly service: Service;
  /** Null: `EXECUTE`, where the service has it. */
  readonly action: Action | null;
  readonly amount: number;
  readonly accountNumber: string | null;
  readonly transactionHash: string;
}

/** For how long a key stands for its request; then it may stand for another. */
export const idempotencyKeyDays = 7;

const idempotencyKeyBounds = { min: 1, max: 128 };

/** Reads a transaction; everything that is wrong with it is said at once. */
export function parseTransaction(
  entered: EnteredTransaction,
): Result<Transaction, readonly InputProblem[]> {
  const { service, transactionHash } = entered;
  const action = readAction(service, entered.action);
  const amount = readAmount(service, entered.amount);
  const account =
    entered.accountNumber === null
      ? ok(null)
      : parseAccountNumber(entered.accountNumber, 'accountNumber');
  const hash = /^[0-9a-f]{64}$/.test(transactionHash)
    ? ok(transactionHash)
    : err(problem('transactionHash', transactionHash === '' ? 'REQUIRED' : 'NOT_A_SHA_256'));
  const problems = [action, amount, account, hash].flatMap((read) => (read.ok ? [] : [read.error]));
  if (!action.ok || !amount.ok || !account.ok || !hash.ok) return err(problems);
  return ok({
    service,
    action: action.value,
    amount: amount.value,
    accountNumber: account.value,
    transactionHash: hash.value,
  });
}

/** Reads a client's own key for a request: 1–128 printable ASCII characters without blanks. */
export function parseIdempotencyKey(text: string, path: string): Result<string, InputProblem> {
  if (text === '') return err(problem(path, 'REQUIRED'));
  if (text.length > idempotencyKeyBounds.max) {
    return err(problem(path, 'TOO_LONG', idempotencyKeyBounds));
  }
  return /^[\x21-\x7e]+$/.test(text) ? ok(text) : err(problem(path, 'NOT_PRINTABLE_ASCII'));
}

/** Whether the key of what was authorised then stands for it still. */
export function keyStands(authorizedAt: Instant, now: Instant): boolean {
  return now < afterDays(authorizedAt, idempotencyKeyDays);
}

function readAction(
  service: Service,
  entered: Action | null,
): Result<TransactionAction, InputProblem> {
  if (entered === null) {
    return serviceHas(service, 'EXECUTE') ? ok('EXECUTE') : err(problem('action', 'REQUIRED'));
  }
  if (entered === 'VIEW') return err(problem('action', 'NOT_A_TRANSACTION'));
  return serviceHas(service, entered)
    ? ok(entered)
    : err(problem('action', 'SERVICE_HAS_NO_SUCH_ACTION'));
}

function readAmount(service: Service, entered: number): Result<Yen, InputProblem> {
  const read = parseYen(entered, 'amount');
  const bounds = { min: isMoneyService(service) ? 1 : 0, max: maximumYen };
  if (read.ok ? read.value >= bounds.min : read.error.code !== 'OUT_OF_RANGE') return read;
  return err(problem('amount', 'OUT_OF_RANGE', bounds));
}

/** All that decides whether a user may have a transaction authorised, beside that they could log on. */
export interface AuthorizationStanding {
  /** Null: the contract doesn't have the service. */
  readonly service: ServiceStanding | null;
  readonly permissions: readonly Permission[];
  /** Empty: all of the contract's. */
  readonly accounts: readonly string[];
  /** Null: never set, so 0. */
  readonly limit: UserLimitStanding | null;
  /** Whether this user created what the hash names, and nobody may approve their own. */
  readonly createdByThemselves: boolean;
}

/**
 * Why a transaction is not authorised, null if it is (R13, R14). The smallest of ceiling, contract
 * limit and user limit counts at this moment; of the contract's a user learns that it was the one,
 * not what is left of it.
 */
export function refusalOf(
  transaction: Transaction,
  standing: AuthorizationStanding,
): Extract<Refusal, { code: 'NOT_PERMITTED' | 'LIMIT_EXCEEDED' }> | null {
  const { createdByThemselves, service } = standing;
  const permitted = service !== null && grants(standing.permissions, transaction);
  const prohibition = prohibitionOf(transaction.accountNumber, permitted, standing.accounts);
  if (service === null || prohibition !== null) {
    return { code: 'NOT_PERMITTED', because: prohibition ?? 'NO_PERMISSION' };
  }
  if (transaction.action === 'APPROVE' && createdByThemselves) {
    return { code: 'NOT_PERMITTED', because: 'CREATED_BY_THEMSELVES' };
  }
  return overLimit(transaction, service, standing.limit);
}

/** Whether rights are in the way; `permitted`: the contract has the service, and the user the permission. */
export function prohibitionOf(
  accountNumber: string | null,
  permitted: boolean,
  accounts: readonly string[],
): Prohibition | null {
  if (!permitted) return 'NO_PERMISSION';
  // Held to some accounts, a user needs one of them: to name none is no way around it.
  const allowed =
    accounts.length === 0 || (accountNumber !== null && accounts.includes(accountNumber));
  return allowed ? null : 'ACCOUNT_NOT_ALLOWED';
}

/** What an authorisation takes of the day's limits of its user and of the contract, until it is void. */
export function reservedBy(transaction: Transaction): Yen {
  return heldTo(transaction).includes('perDay') ? transaction.amount : zeroYen;
}

function overLimit(
  transaction: Transaction,
  { ceiling, contractLimit, usedToday }: ServiceStanding,
  user: UserLimitStanding | null,
): Extract<Refusal, { code: 'LIMIT_EXCEEDED' }> | null {
  const company = contractLimit ?? ceiling;
  const layers = [
    { layer: 'USER', limit: user?.limit ?? noLimit, used: user?.usedToday ?? zeroYen },
    {
      layer: 'CONTRACT',
      limit: {
        perTransaction: smallest(ceiling.perTransaction, company.perTransaction),
        perDay: smallest(ceiling.perDay, company.perDay),
      },
      used: usedToday,
    },
  ] as const;
  for (const { layer, limit, used } of layers) {
    for (const amount of heldTo(transaction)) {
      const left = leftOf(limit, amount, used);
      if (transaction.amount > left) {
        const period = amount === 'perDay' ? 'DAY' : 'TRANSACTION';
        return { code: 'LIMIT_EXCEEDED', layer, period, left: layer === 'USER' ? left : null };
      }
    }
  }
  return null;
}

/** A limit that was lowered below what is used has nothing left, and not less. */
function leftOf(limit: Amounts, amount: keyof Amounts, used: Yen): Yen {
  return amount === 'perTransaction'
    ? limit.perTransaction
    : (Math.max(0, limit.perDay - used) as Yen);
}
