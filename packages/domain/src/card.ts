import { type InputProblem, problem } from './problem.ts';
import { err, ok, type Result } from './result.ts';

/** The table on the back of the customer card (R8): one digit a cell, at most 26 × 10. */
export interface CardLayout {
  readonly columns: number;
  readonly rows: number;
}

export const defaultCardLayout: CardLayout = { columns: 10, rows: 10 };

/** Cells of one challenge, and digits of a one-time password (R7). */
export const challengeLength = 4;

/** Logons left, fresh ones and then at all, at which the administrator is told that the card is due. */
export const cardDueAt = 5;

/**
 * How often each cell was asked in completed logons, row by row: cell = row × columns + column.
 * What was asked and never answered isn't in it.
 */
export type CardUses = readonly number[];

/**
 * SENT: on its way, useless so far. IN_FORCE: the one that logons ask. The rest are ended ones; WITHDRAWN: the key that its
 * digits come from may be known.
 */
export type CardStatus = 'SENT' | 'IN_FORCE' | 'LOST' | 'REPLACED' | 'EXHAUSTED' | 'WITHDRAWN';

/** What follows once every cell was asked: 25 logons more (`recycle`), or none (`exhaust`). */
export type AfterFresh = 'recycle' | 'exhaust';

const passes: Record<AfterFresh, number> = { recycle: 2, exhaust: 1 };

export function unusedCard(layout: CardLayout = defaultCardLayout): CardUses {
  return Array.from({ length: layout.columns * layout.rows }, () => 0);
}

/** `A`–`J` from the left. */
export function columnLabels(layout: CardLayout = defaultCardLayout): readonly string[] {
  return Array.from({ length: layout.columns }, (_, column) => String.fromCharCode(65 + column));
}

/** `0`–`9` from the top. */
export function rowLabels(layout: CardLayout = defaultCardLayout): readonly string[] {
  return Array.from({ length: layout.rows }, (_, row) => String(row));
}

export interface CellLabel {
  readonly column: string;
  readonly row: string;
}

/** How a cell is called on the card: cell 27 is `{ column: 'H', row: '2' }`. */
export function cellLabel(index: number, layout: CardLayout = defaultCardLayout): CellLabel {
  return {
    column: String.fromCharCode(65 + (index % layout.columns)),
    row: String(Math.floor(index / layout.columns)),
  };
}

/**
 * The cells of the next challenge, in the order in which to type them: four distinct ones of those
 * used least so far, at random among equals (R7). `pick(bound)` draws from 0 … bound − 1.
 */
export function chooseCells(uses: CardUses, pick: (bound: number) => number): readonly number[] {
  const chosen: number[] = [];
  let left = uses.map((_, cell) => cell);
  while (chosen.length < challengeLength && left.length > 0) {
    const fewest = Math.min(...left.map((cell) => usesOf(uses, cell)));
    const candidates = left.filter((cell) => usesOf(uses, cell) === fewest);
    const cell = candidates[pick(candidates.length)];
    if (cell === undefined) throw new RangeError('pick answered outside its bound');
    chosen.push(cell);
    left = left.filter((other) => other !== cell);
  }
  return chosen;
}

/** Counts the cells of a challenge that was answered in a complete logon. */
export function recordUse(uses: CardUses, cells: readonly number[]): CardUses {
  return uses.map((count, cell) => (cells.includes(cell) ? count + 1 : count));
}

/**
 * Logons before any cell comes again: 25 on a fresh card of 100. Somebody who saw all earlier ones
 * knows nothing of the next as long as this is above 0.
 */
export function freshLogonsLeft(uses: CardUses): number {
  return Math.floor(uses.filter((count) => count === 0).length / challengeLength);
}

/** Logons that the card is good for at all: of a fresh one 50 with `recycle`, 25 with `exhaust`. */
export function logonsLeft(uses: CardUses, afterFresh: AfterFresh): number {
  const asked = uses.reduce((sum, count) => sum + count, 0);
  const good = passes[afterFresh] * Math.floor(uses.length / challengeLength);
  return Math.max(0, good - Math.floor(asked / challengeLength));
}

/** Whether the card is good for one more logon. */
export function cardAnswerable(uses: CardUses, afterFresh: AfterFresh): boolean {
  return logonsLeft(uses, afterFresh) > 0;
}

/**
 * What the administrator is told after a logon, if anything: five fresh logons are left; none is, and cells come again;
 * five logons are left at all; the card is used up.
 */
export function cardNews(
  before: CardUses,
  uses: CardUses,
  afterFresh: AfterFresh,
): 'DUE' | 'EXHAUSTED' | null {
  const falls = (left: (of: CardUses) => number, to: number) =>
    left(uses) <= to && left(before) > to;
  const logons = (of: CardUses) => logonsLeft(of, afterFresh);
  if (falls(logons, 0)) return 'EXHAUSTED';
  const due =
    falls(freshLogonsLeft, cardDueAt) || falls(freshLogonsLeft, 0) || falls(logons, cardDueAt);
  return due ? 'DUE' : null;
}

/** The one-time password that a card's digits (row by row, one character a cell) give for cells. */
export function expectedOneTimePassword(digits: string, cells: readonly number[]): string {
  return cells.map((cell) => digits.charAt(cell)).join('');
}

/** Compares without stopping at the first difference, so that time tells no digit. */
export function sameDigits(expected: string, entered: string): boolean {
  let difference = expected.length ^ entered.length;
  for (let index = 0; index < expected.length; index += 1) {
    // Past the end NaN becomes 0 here; the lengths have already differed then.
    difference |= expected.charCodeAt(index) ^ entered.charCodeAt(index);
  }
  return difference === 0;
}

/** Reads a one-time password in a form of the web application: 4 ASCII digits. */
export function parseOneTimePassword(text: string, path: string): Result<string, InputProblem> {
  if (text === '') return err(problem(path, 'REQUIRED'));
  if (!/^[0-9]+$/.test(text)) return err(problem(path, 'NOT_DIGITS'));
  if (text.length !== challengeLength) {
    return err(problem(path, 'WRONG_LENGTH', { min: challengeLength, max: challengeLength }));
  }
  return ok(text);
}

function usesOf(uses: CardUses, cell: number): number {
  return uses[cell] ?? 0;
}
