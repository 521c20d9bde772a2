import { createSecretKey, randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { createCardDigits } from '../../src/secrets/card-digits.ts';
import { keySet } from '../../src/secrets/key-set.ts';
import { OneTimePassword } from '../../src/secrets/pin.ts';
import { figure } from '../harness/figure.ts';

const key = (id: string) => ({ id, key: createSecretKey(randomBytes(32)) });
const [current, retired] = [key('c2'), key('c1')];
const digits = createCardDigits(keySet(current, [retired]));

describe('R8: the digits of a customer card', () => {
  it('are the same each time the same card is asked, on every server', () => {
    const seed = digits.draw();
    const elsewhere = createCardDigits(keySet(current, []));
    expect(digits.table(seed, 100)).toBe(digits.table(seed, 100));
    expect(elsewhere.table(seed, 100)).toBe(digits.table(seed, 100));
    expect(digits.table(seed, 100)).toMatch(/^[0-9]{100}$/);
  });

  it('neither the database alone nor the key alone reveals them: another key or salt, another table', () => {
    const seed = digits.draw();
    const table = digits.table(seed, 100);
    const otherKey = createCardDigits(keySet({ ...key('c2'), id: current.id }, []));
    expect(otherKey.table(seed, 100)).not.toBe(table);
    expect(digits.table({ ...seed, salt: randomBytes(16) }, 100)).not.toBe(table);
    expect(seed.salt).toHaveLength(16);
  });

  it('cards made under a key that was exchanged keep their digits', () => {
    const seed = createCardDigits(keySet(retired, [])).draw();
    const before = createCardDigits(keySet(retired, [])).table(seed, 100);
    expect(digits.table(seed, 100)).toBe(before);
    expect(digits.draw().keyId).toBe('c2');
  });

  it('a card whose key is gone has no digits at all', () => {
    expect(() => digits.table({ keyId: 'c0', salt: randomBytes(16) }, 100)).toThrow('lacks');
  });

  it('every digit comes up as often as every other, in every cell', () => {
    const cards = 4000;
    const tables = Array.from({ length: cards }, () => digits.table(digits.draw(), 100));
    const expected = cards / 10;
    const inCell = (cell: number) => {
      const counts = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map(
        (digit) => tables.filter((table) => table.charAt(cell) === digit).length,
      );
      return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    };
    const worst = Math.max(...Array.from({ length: 100 }, (_, cell) => inCell(cell)));
    figure(
      'card digits',
      `worst chi-square of 100 cells ${worst.toFixed(1)} over 9 degrees of freedom`,
    );
    // 9 degrees of freedom, 100 cells: once in a million times above 57 by chance.
    expect(worst).toBeLessThan(57);
  });

  it('R7: only the digits of the cells that were asked, in their order, fit', () => {
    const seed = digits.draw();
    const table = digits.table(seed, 100);
    const cells = [27, 3, 99, 40];
    const right = cells.map((cell) => table.charAt(cell)).join('');
    const fits = (entered: string) => digits.fits(seed, 100, cells, OneTimePassword.of(entered));
    expect(fits(right)).toBe(true);
    const fitting = Array.from({ length: 10_000 }, (_, number) =>
      String(number).padStart(4, '0'),
    ).filter(fits);
    expect(fitting).toEqual([right]);
    for (const entered of [
      '',
      right.slice(0, 3),
      `${right}0`,
      ` ${right}`,
      right.replace(/./, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ]) {
      expect([entered, fits(entered)]).toEqual([entered, false]);
    }
  });
});
