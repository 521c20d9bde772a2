import { pinProblems } from '@monban/domain/pin';
import { describe, expect, it } from 'vitest';

import { drawRegistrationPin, drawTemporaryPin } from '../../src/secrets/draw-pins.ts';
import { openPin } from '../../src/secrets/open-pin.ts';
import { figure } from '../harness/figure.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

describe('PINs that the bank draws', () => {
  it('R2: a registration PIN has 60 bits in groups of four, a temporary one 50', () => {
    for (let each = 0; each < 200; each += 1) {
      expect(drawRegistrationPin().text).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/);
      expect(drawTemporaryPin().text).toMatch(/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/);
    }
  });

  it('what is shown is what is hashed', () => {
    const { text, pin } = drawTemporaryPin();
    expect(openPin(pin)).toBe(text);
  });

  it('every letter comes up about as often as every other: nobody guesses along a slope', () => {
    const drawn = Array.from({ length: 20_000 }, () =>
      drawTemporaryPin().text.replace('-', ''),
    ).join('');
    const expected = drawn.length / letters.length;
    const squares = letters
      .split('')
      .map((letter) => (drawn.split(letter).length - 1 - expected) ** 2 / expected);
    const chi = squares.reduce((sum, each) => sum + each, 0);
    figure('drawn PINs', `chi-square ${chi.toFixed(1)} over 31 degrees of freedom`);
    // 31 degrees of freedom: once in a million times above 80 by chance.
    expect(chi).toBeLessThan(80);
  });

  it('no two are alike', () => {
    const drawn = new Set(Array.from({ length: 10_000 }, () => drawTemporaryPin().text));
    expect(drawn.size).toBe(10_000);
  });

  it('a drawn PIN does as a PIN: only a run of four by chance would not', () => {
    const context = { contractId: '01234567890', userIds: [] };
    const refused = Array.from({ length: 1000 }, () =>
      pinProblems('modern', drawTemporaryPin().text, context),
    ).flat();
    expect(refused.filter((code) => code !== 'SEQUENCE')).toEqual([]);
  });
});
