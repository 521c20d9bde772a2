import type { Locale } from '../locale.ts';
import { enProblems } from './en-problem.ts';
import { jaProblems } from './ja-problem.ts';
import type { ProblemWords } from './vocabulary.ts';

const languages: Readonly<Record<Locale, ProblemWords>> = { ja: jaProblems, en: enProblems };

/** What forms say of entries: apart from the rest, so that the logon page need not load the history's words. */
export function problemWords(locale: Locale): ProblemWords {
  return languages[locale];
}
