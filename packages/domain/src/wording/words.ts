import type { HistoryEvent } from '../history-event.ts';
import type { Locale } from '../locale.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Words } from './vocabulary.ts';

const languages: Readonly<Record<Locale, Words>> = { ja, en };

/** Everything that Monban says, in one language. */
export function words(locale: Locale): Words {
  return languages[locale];
}

/** One line of the history as a person reads it. */
export function historyText(event: HistoryEvent, locale: Locale): string {
  return words(locale).event(event);
}
