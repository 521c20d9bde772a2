import { expect, test } from 'vitest';
import { amountEcho } from './amount-entry.tsx';

test('R14: an amount is echoed exactly, however it was typed', () => {
  const readings: readonly [string, string, string][] = [
    ['800000', '¥800,000', '80万円'],
    ['８００，０００', '¥800,000', '80万円'],
    ['80万', '¥800,000', '80万円'],
    ['1億2000万', '¥120,000,000', '1億2,000万円'],
    ['1050000000', '¥1,050,000,000', '10億5,000万円'],
    ['12345678', '¥12,345,678', '1,234万5,678円'],
  ];
  for (const [typed, yen, reading] of readings) {
    expect(amountEcho(typed)).toEqual({ yen, reading });
  }
});

test('R14: what can’t be read is not guessed at', () => {
  for (const typed of ['', 'abc', '1.5', '-3', '80万5億']) expect(amountEcho(typed)).toBeNull();
});
