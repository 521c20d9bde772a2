import { describe, expect, test } from 'vitest';
import {
  type AfterFresh,
  cardAnswerable,
  cardDueAt,
  cardNews,
  cellLabel,
  chooseCells,
  columnLabels,
  expectedOneTimePassword,
  freshLogonsLeft,
  logonsLeft,
  parseOneTimePassword,
  recordUse,
  rowLabels,
  sameDigits,
  unusedCard,
} from './card.ts';

const first = (): number => 0;

function afterLogons(number: number): readonly number[] {
  let uses = unusedCard();
  for (let logon = 0; logon < number; logon += 1) {
    uses = recordUse(uses, chooseCells(uses, first));
  }
  return uses;
}

describe('R8: the table on the card', () => {
  test('has columns A–J and rows 0–9, and each cell one name', () => {
    expect(columnLabels().join('')).toBe('ABCDEFGHIJ');
    expect(rowLabels().join('')).toBe('0123456789');
    expect(cellLabel(0)).toEqual({ column: 'A', row: '0' });
    expect(cellLabel(27)).toEqual({ column: 'H', row: '2' });
    expect(cellLabel(99)).toEqual({ column: 'J', row: '9' });
  });

  test('its size can be set', () => {
    const layout = { columns: 5, rows: 4 };
    expect(unusedCard(layout)).toHaveLength(20);
    expect(cellLabel(19, layout)).toEqual({ column: 'E', row: '3' });
  });
});

describe('R7: the one-time password', () => {
  const digits = '0123456789'.repeat(10);

  test('is what stands in the cells, in the order in which they were asked', () => {
    expect(expectedOneTimePassword(digits, [27, 3, 99, 40])).toBe('7390');
  });

  test('only the whole answer is one', () => {
    expect(sameDigits('7390', '7390')).toBe(true);
    for (const entered of ['7391', '0390', '739', '73900', '', '7309', '７３９０', '739\0']) {
      expect(sameDigits('7390', entered)).toBe(false);
    }
  });

  test('no empty answer fits a card that gives no digits', () => {
    expect(sameDigits(expectedOneTimePassword(digits, []), '0000')).toBe(false);
  });

  test('a form says what is wrong with it', () => {
    expect(parseOneTimePassword('0417', 'oneTimePassword')).toEqual({ ok: true, value: '0417' });
    for (const [text, code] of [
      ['', 'REQUIRED'],
      ['041', 'WRONG_LENGTH'],
      ['04170', 'WRONG_LENGTH'],
      ['０４１７', 'NOT_DIGITS'],
      ['04 7', 'NOT_DIGITS'],
    ] as const) {
      expect(parseOneTimePassword(text, 'oneTimePassword')).toMatchObject({ error: { code } });
    }
  });
});

describe('R7: how long a card lasts', () => {
  test('25 logons ask every cell once', () => {
    expect(freshLogonsLeft(unusedCard())).toBe(25);
    expect(freshLogonsLeft(afterLogons(24))).toBe(1);
    expect(afterLogons(25)).toEqual(Array.from({ length: 100 }, () => 1));
  });

  test('the administrator can be told when 5 are left', () => {
    expect(freshLogonsLeft(afterLogons(19))).toBeGreaterThan(cardDueAt);
    expect(freshLogonsLeft(afterLogons(20))).toBe(cardDueAt);
  });

  test('exhaust: the 26th logon is refused', () => {
    expect(cardAnswerable(afterLogons(24), 'exhaust')).toBe(true);
    expect(cardAnswerable(afterLogons(25), 'exhaust')).toBe(false);
  });

  test('recycle: 25 more, and the 51st is refused', () => {
    expect(cardAnswerable(afterLogons(25), 'recycle')).toBe(true);
    expect(cardAnswerable(afterLogons(49), 'recycle')).toBe(true);
    expect(cardAnswerable(afterLogons(50), 'recycle')).toBe(false);
    expect(afterLogons(50)).toEqual(Array.from({ length: 100 }, () => 2));
  });

  test('told when five fresh logons are left, when none is, when five are left at all, and at the end; each once', () => {
    const told = (afterFresh: AfterFresh) =>
      Array.from({ length: 50 }, (_, before) => {
        const news = cardNews(afterLogons(before), afterLogons(before + 1), afterFresh);
        return news === null ? [] : [`${before + 1} ${news}`];
      }).flat();
    expect(told('exhaust')).toEqual(['20 DUE', '25 EXHAUSTED']);
    expect(told('recycle')).toEqual(['20 DUE', '25 DUE', '45 DUE', '50 EXHAUSTED']);
  });

  test('what is left at all: never below none, also where the bank has become stricter meanwhile', () => {
    expect(logonsLeft(unusedCard(), 'recycle')).toBe(50);
    expect(logonsLeft(unusedCard(), 'exhaust')).toBe(25);
    expect(logonsLeft(afterLogons(30), 'recycle')).toBe(20);
    expect(logonsLeft(afterLogons(30), 'exhaust')).toBe(0);
  });

  test('a draw outside its bound is our fault and no challenge', () => {
    expect(() => chooseCells(unusedCard(), (bound) => bound)).toThrow(RangeError);
  });
});
