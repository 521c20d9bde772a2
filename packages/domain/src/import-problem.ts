import type { Amounts, MoneyService } from './limit.ts';
import type { Service } from './permission.ts';
import type { Bounds, ProblemCode } from './problem.ts';

/** A column of a file of users. Its heading is what `wording/` calls it, in either language. */
export type ImportColumn =
  | { readonly kind: 'USER_ID' | 'NAME' | 'EMAIL' }
  | { readonly kind: 'ACTIONS'; readonly service: Service }
  | { readonly kind: 'LIMIT'; readonly service: MoneyService; readonly amount: keyof Amounts };

/** What can be wrong with a file of users, besides what can be wrong with any entry. */
export type FileProblemCode =
  | 'NOBODY'
  | 'TOO_MANY_USERS'
  | 'COLUMN_MISSING'
  | 'COLUMN_UNKNOWN'
  | 'COLUMN_TWICE'
  | 'NO_HEADING'
  | 'QUOTE_NOT_CLOSED'
  | 'TEXT_AFTER_QUOTE'
  | 'CHARACTER_LOST'
  | 'ACTION_UNKNOWN'
  | 'USER_ID_TWICE'
  | 'USER_ID_TAKEN'
  | 'USER_ID_REMOVED';

/** One thing that is wrong in a file of users, and where. Repeats nothing that stands in the file. */
export interface ImportProblem {
  /** As a spreadsheet counts them, from 1. */
  readonly line: number;
  /** From 1; null: the whole line, or a column that is missing. */
  readonly column: number | null;
  /** What the column holds; null where that can't be known. */
  readonly of: ImportColumn | null;
  readonly code: ProblemCode | FileProblemCode;
  readonly bounds?: Bounds;
  /** The line that has the same user ID. */
  readonly otherLine?: number;
}

/** A spreadsheet's name of a column, from 1: A … Z, AA … */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest === 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + ((column - 1) % 26));
}

/** How long a file of users may be, in bytes of UTF-8: a third more than 99 users with every right and limit take. */
export const longestImport = 48_000;
