import type { ImportColumn, ImportProblem } from '../import-problem.ts';
import type { Locale } from '../locale.ts';
import { enImport } from './en-import.ts';
import { jaImport } from './ja-import.ts';

/** What is said of a file of users. */
export interface ImportWords {
  /** The heading of a column. */
  readonly column: (column: ImportColumn) => string;
  /** Cause and remedy; line and column are said beside it. */
  readonly problem: (problem: ImportProblem) => string;
}

const languages: Readonly<Record<Locale, ImportWords>> = { ja: jaImport, en: enImport };

/** Apart from the rest: the one page that needs them loads them. */
export function importWords(locale: Locale): ImportWords {
  return languages[locale];
}
