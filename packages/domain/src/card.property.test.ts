import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardUses, chooseCells, freshLogonsLeft, recordUse, unusedCard } from './card.ts';

/** A source of draws that a failing run can repeat. */
const draws = fc.infiniteStream(fc.nat()).map(
  (stream) =>
    (bound: number): number =>
      (stream.next().value ?? 0) % bound,
);

function logons(number: number, pick: (bound: number) => number): readonly (readonly number[])[] {
  let uses = unusedCard();
  return Array.from({ length: number }, () => {
    const cells = chooseCells(uses, pick);
    uses = recordUse(uses, cells);
    return cells;
  });
}

describe('R7: whatever is drawn', () => {
  test('25 logons of a fresh card ask 100 different cells (A6)', () => {
    fc.assert(
      fc.property(draws, (pick) => {
        expect(new Set(logons(25, pick).flat()).size).toBe(100);
      }),
    );
  });

  test('25 more ask each of them once again', () => {
    fc.assert(
      fc.property(draws, (pick) => {
        expect(new Set(logons(50, pick).slice(25).flat()).size).toBe(100);
      }),
    );
  });

  test('a challenge names four distinct cells, none used more than one that is left out', () => {
    const used = fc.array(fc.nat(3), { minLength: 4, maxLength: 100 });
    fc.assert(
      fc.property(used, draws, (uses: CardUses, pick) => {
        const cells = chooseCells(uses, pick);
        const rest = uses.filter((_, cell) => !cells.includes(cell));
        expect(new Set(cells).size).toBe(4);
        for (const cell of cells) {
          for (const other of rest) expect(uses[cell]).toBeLessThanOrEqual(other);
        }
      }),
    );
  });

  test('every cell that is equally little used can be the first', () => {
    const uses = recordUse(unusedCard(), [0, 1, 2, 3]);
    const first = Array.from({ length: 96 }, (_, draw) => chooseCells(uses, (b) => draw % b)[0]);
    expect(new Set(first).size).toBe(96);
  });

  test('fresh logons left go down by one with each logon, to none', () => {
    fc.assert(
      fc.property(draws, (pick) => {
        let uses = unusedCard();
        for (let left = 25; left > 0; left -= 1) {
          expect(freshLogonsLeft(uses)).toBe(left);
          uses = recordUse(uses, chooseCells(uses, pick));
        }
        expect(freshLogonsLeft(uses)).toBe(0);
      }),
    );
  });
});
