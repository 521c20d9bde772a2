import type { Change } from '../change.ts';
import { formatYen } from '../money.ts';
import { unreachable } from '../refusal.ts';
import { labels } from './en-labels.ts';
import type { ChangeText } from './vocabulary.ts';

export function change(change: Change): ChangeText {
  switch (change.what) {
    case 'NAME':
      return { what: 'Name', from: change.from, to: change.to };
    case 'EMAIL':
      return { what: 'Email address', from: change.from ?? 'none', to: change.to ?? 'none' };
    case 'PERMISSIONS':
      return {
        what: labels.service[change.service],
        ...both(
          change,
          (actions) => actions.map((each) => labels.action[each]).join(', ') || 'none',
        ),
      };
    case 'LIMIT':
      return {
        what: `${labels.service[change.service]}, ${labels.field[change.amount].toLowerCase()}`,
        ...both(change, formatYen),
      };
    case 'ACCOUNTS':
      return {
        what: labels.field.accounts,
        ...both(change, (accounts) => accounts.join(', ') || 'all of the contract’s accounts'),
      };
    case 'ADDRESSES':
      return {
        what: labels.field.addresses,
        ...both(change, (addresses) => addresses.join(', ') || 'none'),
      };
    case 'LOCK_LINKAGE':
      return {
        what: labels.field.lockLinkage,
        ...both(change, (linkage) => labels.lockLinkage[linkage]),
      };
    default:
      return unreachable(change);
  }
}

function both<Value>(
  { from, to }: { readonly from: Value; readonly to: Value },
  text: (value: Value) => string,
): { readonly from: string; readonly to: string } {
  return { from: text(from), to: text(to) };
}
