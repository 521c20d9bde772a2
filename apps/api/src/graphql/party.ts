import type { BankScope } from '../bank/bank-caller.ts';
import type { Caller } from '../caller.ts';

/** Everybody that a rule can name. A bank token is each of its scopes. */
export type Party =
  | 'STRANGER'
  | 'USER'
  | 'ADMINISTRATOR'
  | 'DESK'
  | 'TRANSACTIONS'
  | 'READ'
  | 'MAIL';

/** In the order of the access matrix' columns. */
export const everybody: readonly Party[] = [
  'STRANGER',
  'USER',
  'ADMINISTRATOR',
  'DESK',
  'TRANSACTIONS',
  'READ',
  'MAIL',
];

const scopeIs: Readonly<Record<BankScope, Party>> = {
  desk: 'DESK',
  transactions: 'TRANSACTIONS',
  read: 'READ',
  mail: 'MAIL',
};

/**
 * What a caller counts as. Somebody logged on through a bank system counts as that person alone:
 * the client's scopes add nothing to a person's rights.
 */
export function partiesOf(caller: Caller): ReadonlySet<Party> {
  if (caller.kind === 'USER' || caller.kind === 'ADMINISTRATOR') return new Set([caller.kind]);
  const scopes = caller.bank === null ? [] : [...caller.bank.scopes].map((scope) => scopeIs[scope]);
  return new Set<Party>(caller.kind === 'STRANGER' ? ['STRANGER', ...scopes] : scopes);
}
