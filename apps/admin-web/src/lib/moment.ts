import { formatJapan } from '@monban/domain/instant';
import type { Locale } from '@monban/domain/locale';

/** A moment of the API's as it is read here: 2026年11月22日 14:05, Japan's time. */
export function momentText(iso: string, locale: Locale): string {
  return formatJapan(Date.parse(iso), locale, 'MINUTE');
}
