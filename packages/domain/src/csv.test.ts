import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';

const texts = (csv: string) => readCsv(csv).rows.map((row) => row.map(({ text }) => text));

describe('a CSV file is read as RFC 4180 and spreadsheets write it', () => {
  test.each([
    ['', []],
    ['a', [['a']]],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\rb', [['a'], ['b']]],
    ['\ufeffa,b', [['a', 'b']]],
    ['"\ufeffa"', [['\ufeffa']]],
    ['"a,b","c""d"', [['a,b', 'c"d']]],
    ['"a\r\nb",c', [['a\r\nb', 'c']]],
    [
      'a,,\r\n,',
      [
        ['a', '', ''],
        ['', ''],
      ],
    ],
    ['a\r\n\r\nb', [['a'], [''], ['b']]],
    ['5" pipe,b', [['5" pipe', 'b']]],
    ['""', [['']]],
  ] as const)('%j', (csv, rows) => {
    expect(texts(csv)).toEqual(rows);
    expect(readCsv(csv).faults).toEqual([]);
  });

  test('each field knows its line and column as a spreadsheet shows them: a line break in quotes begins no line', () => {
    const { rows } = readCsv('a,"b\r\nb"\r\n\r\nc,d');
    expect(rows.flat().map(({ text, line, column }) => [text, line, column])).toEqual([
      ['a', 1, 1],
      ['b\r\nb', 1, 2],
      ['', 2, 1],
      ['c', 3, 1],
      ['d', 3, 2],
    ]);
  });

  test('quotes that are no pair are named by line and column', () => {
    expect(readCsv('a,b\r\nc,"d\r\ne').faults).toEqual([
      { code: 'QUOTE_NOT_CLOSED', line: 2, column: 2 },
    ]);
    expect(readCsv('a\r\n"b"c,d')).toMatchObject({
      rows: [[{ text: 'a' }], [{ text: 'bc' }, { text: 'd' }]],
      faults: [{ code: 'TEXT_AFTER_QUOTE', line: 2, column: 1 }],
    });
  });
});

describe('a CSV file that is written', () => {
  test('comes back as it was, whatever stands in it', () => {
    // A letter first: what begins like a formula gets an apostrophe.
    const letter = fc.constantFrom('a', '佐', '"', ',', '\r', '\n', ' ', "'", '=', '\ufeff', '😀');
    const text = fc.string({ unit: letter, maxLength: 6 }).map((rest) => `x${rest}`);
    const cell = fc.oneof(text, fc.constant(''));
    const row = fc.array(cell, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        expect(texts(writeCsv(rows))).toEqual(rows);
      }),
    );
  });

  test('runs no formula on the computer of whoever opens it', () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＠x'];
    expect(texts(writeCsv([dangerous]))).toEqual([dangerous.map((text) => `'${text}`)]);
    expect(writeCsv([['a=b', '1-2']])).toBe('a=b,1-2\r\n');
  });
});
