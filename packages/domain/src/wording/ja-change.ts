import type { Change } from '../change.ts';
import { formatYen } from '../money.ts';
import { unreachable } from '../refusal.ts';
import { labels } from './ja-labels.ts';
import type { ChangeText } from './vocabulary.ts';

export function change(change: Change): ChangeText {
  switch (change.what) {
    case 'NAME':
      return { what: '名前', from: change.from, to: change.to };
    case 'EMAIL':
      return { what: 'Eメールアドレス', from: change.from ?? 'なし', to: change.to ?? 'なし' };
    case 'PERMISSIONS':
      return {
        what: labels.service[change.service],
        ...both(
          change,
          (actions) => actions.map((each) => labels.action[each]).join('・') || 'なし',
        ),
      };
    case 'LIMIT':
      return {
        what: `${labels.service[change.service]}の${labels.field[change.amount]}`,
        ...both(change, formatYen),
      };
    case 'ACCOUNTS':
      return {
        what: labels.field.accounts,
        ...both(change, (accounts) => accounts.join('、') || 'ご契約先のすべての口座'),
      };
    case 'ADDRESSES':
      return {
        what: labels.field.addresses,
        ...both(change, (addresses) => addresses.join('、') || 'なし'),
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
