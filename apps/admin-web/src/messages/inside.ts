import type { Locale } from '@monban/domain/locale';
import { insideEn } from './inside/en.ts';
import { insideJa, type InsideMessages } from './inside/ja.ts';
import { type Language, useLanguage as useOutsideLanguage } from './messages.tsx';

export type { InsideMessages } from './inside/ja.ts';

const languages: Record<Locale, InsideMessages> = { ja: insideJa, en: insideEn };

/** The words of the pages behind the logon: apart, so that whoever logs on need not wait for them. */
export function useMessages(): InsideMessages {
  return languages[useOutsideLanguage().locale];
}

export function useLanguage(): Language & { readonly m: InsideMessages } {
  const language = useOutsideLanguage();
  return { ...language, m: languages[language.locale] };
}
