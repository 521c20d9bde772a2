import { describe, expect, test } from 'vitest';
import { importColumns } from '../import-columns.ts';
import type { FileProblemCode, ImportProblem } from '../import-problem.ts';
import { locales } from '../locale.ts';
import { services } from '../permission.ts';
import { importWords } from './import-words.ts';

const here = { line: 3, column: 1, of: { kind: 'USER_ID' } } as const;

/** One of each, as it is found. */
const problems: Readonly<Record<FileProblemCode, ImportProblem>> = {
  NOBODY: { line: 1, column: null, of: null, code: 'NOBODY' },
  TOO_MANY_USERS: {
    line: 9,
    column: null,
    of: null,
    code: 'TOO_MANY_USERS',
    bounds: { min: 1, max: 7 },
  },
  COLUMN_MISSING: { ...here, column: null, code: 'COLUMN_MISSING' },
  COLUMN_UNKNOWN: { ...here, of: null, code: 'COLUMN_UNKNOWN' },
  COLUMN_TWICE: { ...here, code: 'COLUMN_TWICE' },
  NO_HEADING: { ...here, of: null, code: 'NO_HEADING' },
  QUOTE_NOT_CLOSED: { ...here, code: 'QUOTE_NOT_CLOSED' },
  TEXT_AFTER_QUOTE: { ...here, code: 'TEXT_AFTER_QUOTE' },
  CHARACTER_LOST: { ...here, code: 'CHARACTER_LOST' },
  ACTION_UNKNOWN: {
    ...here,
    of: { kind: 'ACTIONS', service: 'FUNDS_TRANSFER' },
    code: 'ACTION_UNKNOWN',
  },
  USER_ID_TWICE: { ...here, code: 'USER_ID_TWICE', otherLine: 8 },
  USER_ID_TAKEN: { ...here, code: 'USER_ID_TAKEN' },
  USER_ID_REMOVED: { ...here, code: 'USER_ID_REMOVED' },
};
const ceiling: ImportProblem = {
  ...here,
  of: { kind: 'LIMIT', service: 'FUNDS_TRANSFER', amount: 'perDay' },
  code: 'ABOVE_CEILING',
  bounds: { min: 0, max: 5_000_000 },
};
const every = [...Object.values(problems), ceiling];
const text = (problem: ImportProblem, locale: 'ja' | 'en' = 'ja') =>
  importWords(locale).problem(problem);

describe('a problem in a file of users names cause and remedy', () => {
  test('in Japanese and in English', () => {
    for (const problem of every) {
      expect(text(problem)).toMatch(/。.*ください。$|。.+ください。$/);
      expect(text(problem, 'en')).toMatch(/ .*\. Please .*\.$/);
      for (const locale of locales)
        expect(text(problem, locale)).not.toMatch(/undefined|null|\[object|NaN/);
    }
  });

  test('with the other line, the bound, the words that may stand there', () => {
    expect(text(problems.USER_ID_TWICE)).toContain('8行目と同じ');
    expect(text(problems.USER_ID_TWICE, 'en')).toContain('line 8');
    expect(text(problems.TOO_MANY_USERS)).toContain('あと7人まで');
    expect(text(problems.ACTION_UNKNOWN)).toContain('「照会」「実行」');
    expect(text(problems.ACTION_UNKNOWN, 'en')).toContain('View, Execute');
    expect(text(ceiling)).toBe(
      '資金移動 1日あたりが限度額の枠を超えています。¥5,000,000以下の金額を入力してください。',
    );
  });

  test('headings differ from each other, in either language', () => {
    const headings = locales.flatMap((locale) =>
      importColumns(services).map(importWords(locale).column),
    );
    expect(new Set(headings).size).toBe(headings.length);
  });
});
