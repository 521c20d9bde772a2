import { type Locale, locales } from '@monban/domain/locale';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { choices } from '../lib/choices.ts';
import { en } from './en.ts';
import { ja, type Messages } from './ja.ts';

const languages: Record<Locale, Messages> = { ja, en };

export interface Language {
  readonly locale: Locale;
  readonly m: Messages;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language>({ locale: 'ja', m: ja, choose: () => undefined });

/** Japanese, unless another language was chosen in this browser before. */
function startingLocale(): Locale {
  const chosen = localStorage.getItem(choices.language);
  return locales.find((locale) => locale === chosen) ?? 'ja';
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(startingLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const language = useMemo(
    () => ({
      locale,
      m: languages[locale],
      choose: (chosen: Locale) => {
        localStorage.setItem(choices.language, chosen);
        setLocale(chosen);
      },
    }),
    [locale],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The words of the language that is being read. */
export function useMessages(): Messages {
  return use(LanguageContext).m;
}

export function useLanguage(): Language {
  return use(LanguageContext);
}
