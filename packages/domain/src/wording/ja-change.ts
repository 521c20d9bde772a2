import type { Change } from '../change.ts';
import { formatYen } from '../money.ts';
import { unreachable } from '../refusal.ts';
import { labels } from './ja-labels.ts';
import type { ChangeText } from './vocabulary.ts';

export function change(changed: Change): ChangeText {
  switch (changed.what) {
    case 'NAME':
      return { what: '名前', from: changed.from, to: changed.to };
    case 'EMAIL':
      return { what: 'Eメールアドレス', from: changed.from ?? 'なし', to: changed.to ?? 'なし' };
    case 'PERMISSIONS':
      return {
        what: labels.service[changed.service],
        ...both(
          changed,
          (actions) => actions.map((each) => labels.action[each]).join('・') || 'なし',
        ),
      };
    case 'LIMIT':
      return {
        what: `${labels.service[changed.service]}の${labels.field[changed.amount]}`,
        ...both(changed, formatYen),
      };
    case 'ACCOUNTS':
      return {
        what: labels.field.accounts,
        ...both(changed, (accounts) => accounts.join('、') || 'ご契約先のすべての口座'),
      };
    case 'ADDRESSES':
      return {
        what: labels.field.addresses,
        ...both(changed, (addresses) => addresses.join('、') || 'なし'),
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
