import type { Change } from '../change.ts';
import { formatJapan } from '../instant.ts';
import { changeText, type ChangeWords } from './change-text.ts';
import { labels } from './ja-labels.ts';
import type { ChangeText } from './vocabulary.ts';

const words: ChangeWords = {
  labels,
  name: '氏名',
  none: 'なし',
  everyAccount: 'ご契約先のすべての口座',
  comma: '、',
  actionComma: '・',
  permissions: (service) => `${service}の${labels.field.permissions}`,
  limit: (service, amount) => `${service}の${labels.field.limits}（${amount}）`,
  companyName: 'ご契約先の名前',
  mailLanguage: 'お知らせメールの言語',
  minutes: (number) => `${number}分`,
  ceiling: (service, amount) => `${service}の${labels.field.ceiling}（${amount}）`,
  certificateFrom: '電子証明書が必要になる日時',
  moment: (at) => formatJapan(at, 'ja', 'MINUTE'),
  atOnce: '直ちに',
  already: 'すでに必要',
  notNeeded: '不要',
};

export function change(changed: Change): ChangeText {
  return changeText(changed, words);
}
