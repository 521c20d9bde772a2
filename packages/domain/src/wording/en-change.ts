import type { Change } from '../change.ts';
import { formatYen } from '../money.ts';
import { unreachable } from '../refusal.ts';
import { labels } from './en-labels.ts';
import type { ChangeText } from './vocabulary.ts';

export function change(changed: Change): ChangeText {
  switch (changed.what) {
    case 'NAME':
      return { what: 'Name', from: changed.from, to: changed.to };
    case 'EMAIL':
      return { what: 'Email address', from: changed.from ?? 'none', to: changed.to ?? 'none' };
    case 'PERMISSIONS':
      return {
        what: labels.service[changed.service],
        ...both(
          changed,
          (actions) => actions.map((each) => labels.action[each]).join(', ') || 'none',
        ),
      };
    case 'LIMIT':
      return {
        what: `${labels.service[changed.service]}, ${labels.field[changed.amount].toLowerCase()}`,
        ...both(changed, formatYen),
      };
    case 'ACCOUNTS':
      return {
        what: labels.field.accounts,
        ...both(changed, (accounts) => accounts.join(', ') || 'all of the contract’s accounts'),
      };
    case 'ADDRESSES':
      return {
        what: labels.field.addresses,
        ...both(changed, (addresses) => addresses.join(', ') || 'none'),
      };
    case 'LOCK_LINKAGE':
      return {
        what: labels.field.lockLinkage,
        ...both(changed, (linkage) => labels.lockLinkage[linkage]),
      };
    default:
      return unreachable(changed);
  }
}

function both<Value>(
  { from, to }: { readonly from: Value; readonly to: Value },
  text: (value: Value) => string,
): { readonly from: string; readonly to: string } {
  return { from: text(from), to: text(to) };
}
