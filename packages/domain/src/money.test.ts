import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatYen,
  maximumYen,
  parseYen,
  parseYenText,
  readYen,
  smallest,
  type Yen,
} from './money.ts';

const amount = fc.integer({ min: 0, max: maximumYen });
const read = (text: string): unknown => {
  const result = parseYenText(text, 'perDay');
  return result.ok ? result.value : result.error.code;
};

describe('an amount is whole yen below 10^13', () => {
  test.each([
    [0, 'OK'],
    [1, 'OK'],
    [9_999_999_999_999, 'OK'],
    [10_000_000_000_000, 'OUT_OF_RANGE'],
    [-1, 'OUT_OF_RANGE'],
    [0.5, 'NOT_WHOLE_YEN'],
    [Number.NaN, 'NOT_WHOLE_YEN'],
    [Number.POSITIVE_INFINITY, 'NOT_WHOLE_YEN'],
    [1e21, 'OUT_OF_RANGE'],
  ])('%d: %s', (number, expected) => {
    const result = parseYen(number, 'perDay');
    expect(result.ok ? 'OK' : result.error.code).toBe(expected);
  });

  test('nothing is below nothing: -0 becomes 0', () => {
    const result = parseYen(-0, 'perDay');
    expect(result.ok && Object.is(result.value, 0)).toBe(true);
  });

  test('the smallest of several', () => {
    expect(smallest(3 as Yen, 1 as Yen, 2 as Yen)).toBe(1);
    expect(smallest(3 as Yen)).toBe(3);
  });
});

describe('an amount is echoed exactly, never rounded', () => {
  test.each([
    [0, '¥0', '0円'],
    [999, '¥999', '999円'],
    [1_000, '¥1,000', '1,000円'],
    [10_000, '¥10,000', '1万円'],
    [800_000, '¥800,000', '80万円'],
    [1_050_000_000, '¥1,050,000,000', '10億5,000万円'],
    [100_000_001, '¥100,000,001', '1億1円'],
    [9_999_999_999_999, '¥9,999,999,999,999', '9兆9,999億9,999万9,999円'],
  ])('%d', (number, figures, words) => {
    expect(formatYen(number)).toBe(figures);
    expect(readYen(number)).toBe(words);
  });

  test('what is shown, in either way, reads back as the same amount', () => {
    fc.assert(
      fc.property(amount, (number) => {
        expect(read(formatYen(number))).toBe(number);
        expect(read(readYen(number))).toBe(number);
        expect(read(String(number))).toBe(number);
      }),
    );
  });
});

describe('an amount is read as people write it', () => {
  test.each([
    ['80万', 800_000],
    ['80万円', 800_000],
    ['1,000,000', 1_000_000],
    ['１，０００', 1_000],
    ['１０億５，０００万円', 1_050_000_000],
    ['1億2345', 100_002_345],
    ['1万500', 10_500],
    ['￥1,000', 1_000],
    ['¥1,000', 1_000],
    ['\\1000', 1_000],
    [' 500　', 500],
    ['10000万', 100_000_000],
    ['007', 7],
    ['0', 0],
    ['９，９９９，９９９，９９９，９９９', 9_999_999_999_999],
    ['9兆9999億9999万9999', 9_999_999_999_999],
  ])('%j is %d', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['', 'REQUIRED'],
    ['　', 'REQUIRED'],
    ['円', 'UNREADABLE_AMOUNT'],
    ['¥', 'UNREADABLE_AMOUNT'],
    ['万', 'UNREADABLE_AMOUNT'],
    ['-1', 'UNREADABLE_AMOUNT'],
    ['-5', 'UNREADABLE_AMOUNT'],
    ['－5', 'UNREADABLE_AMOUNT'],
    ['△5', 'UNREADABLE_AMOUNT'],
    ['+5', 'UNREADABLE_AMOUNT'],
    ['¥-5', 'UNREADABLE_AMOUNT'],
    ['10^13', 'UNREADABLE_AMOUNT'],
    ['¥10^13', 'UNREADABLE_AMOUNT'],
    ['١٠٠', 'UNREADABLE_AMOUNT'],
    ['1000\n2000', 'UNREADABLE_AMOUNT'],
    ['\u202E0001', 'UNREADABLE_AMOUNT'],
    ['1000USD', 'UNREADABLE_AMOUNT'],
    ['80万万', 'UNREADABLE_AMOUNT'],
    ['1.5', 'UNREADABLE_AMOUNT'],
    ['1.5億', 'UNREADABLE_AMOUNT'],
    ['1e6', 'UNREADABLE_AMOUNT'],
    ['0x10', 'UNREADABLE_AMOUNT'],
    ['1,00', 'UNREADABLE_AMOUNT'],
    ['1,0000', 'UNREADABLE_AMOUNT'],
    [',100', 'UNREADABLE_AMOUNT'],
    ['1 000', 'UNREADABLE_AMOUNT'],
    ['5万1億', 'UNREADABLE_AMOUNT'],
    ['1億50000万', 'UNREADABLE_AMOUNT'],
    ['1万10000', 'UNREADABLE_AMOUNT'],
    ['八十万', 'UNREADABLE_AMOUNT'],
    ['$100', 'UNREADABLE_AMOUNT'],
    ['10兆', 'OUT_OF_RANGE'],
    ['10000000000000', 'OUT_OF_RANGE'],
    ['¥10,000,000,000,000', 'OUT_OF_RANGE'],
    ['￥１０，０００，０００，０００，０００', 'OUT_OF_RANGE'],
    ['9'.repeat(400), 'OUT_OF_RANGE'],
  ])('%j is refused: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
