import type { Change } from '../change.ts';
import { formatJapan } from '../instant.ts';
import { changeText, type ChangeWords } from './change-text.ts';
import { labels } from './en-labels.ts';
import type { ChangeText } from './vocabulary.ts';

const words: ChangeWords = {
  labels,
  name: 'Name',
  none: 'none',
  everyAccount: "all of the contract's accounts",
  comma: ', ',
  actionComma: ', ',
  permissions: (service) => `${service}, permissions`,
  limit: (service, amount) => `${service}, limit ${amount.toLowerCase()}`,
  companyName: "The company's name",
  mailLanguage: 'Language of mails',
  minutes: (number) => (number === 1 ? '1 minute' : `${number} minutes`),
  ceiling: (service, amount) => `${service}, ceiling ${amount.toLowerCase()}`,
  certificateFrom: 'Certificates needed from',
  moment: (at) => formatJapan(at, 'en', 'MINUTE'),
  atOnce: 'at once',
  already: 'needed already',
  notNeeded: 'not needed',
};

export function change(changed: Change): ChangeText {
  return changeText(changed, words);
}
