import { describe, expect, test } from 'vitest';
import { columnLetters, type ImportProblem, longestImport } from './import-problem.ts';
import { importColumns } from './import-columns.ts';
import { locales } from './locale.ts';
import { maximumYen, type Yen } from './money.ts';
import { type ImportGround, mostImportedUsers, readUserImport } from './user-import.ts';
import { importWords } from './wording/import-words.ts';

const ceiling = { perTransaction: 1_000_000 as Yen, perDay: 5_000_000 as Yen };
const ground: ImportGround = {
  services: [
    { service: 'BALANCE_INQUIRY', ceiling: null },
    { service: 'FUNDS_TRANSFER', ceiling },
    { service: 'DIRECT_DEBIT', ceiling: null },
  ],
  taken: new Map([
    ['tanaka', 'PRESENT'],
    ['yamada', 'REMOVED'],
  ]),
  free: 90,
};
const headings =
  '利用者ID,氏名,Eメールアドレス,残高照会,資金移動,資金移動 1回あたり,資金移動 1日あたり';
const read = (lines: string, more: Partial<ImportGround> = {}) =>
  readUserImport(`${headings}\r\n${lines}`, { ...ground, ...more });
/** Line, column and code of all that is wrong. */
const found = (problems: readonly ImportProblem[]) =>
  problems.map(
    ({ line, column, code }) => `${line}${column === null ? '' : columnLetters(column)} ${code}`,
  );
const wrong = (lines: string, more?: Partial<ImportGround>) => found(read(lines, more).problems);

describe('R13, R14: a line grants what it says, and nothing else', () => {
  test('rights with what they need, limits as people write them', () => {
    expect(read('sato01,佐藤 花子,hanako@example.jp,照会,実行,80万,"1,500,000"')).toEqual({
      problems: [],
      users: [
        {
          line: 2,
          userId: 'sato01',
          name: '佐藤 花子',
          email: 'hanako@example.jp',
          permissions: [
            { service: 'BALANCE_INQUIRY', action: 'VIEW' },
            { service: 'FUNDS_TRANSFER', action: 'VIEW' },
            { service: 'FUNDS_TRANSFER', action: 'EXECUTE' },
          ],
          limits: [
            { service: 'FUNDS_TRANSFER', limit: { perTransaction: 800_000, perDay: 1_500_000 } },
          ],
        },
      ],
    });
  });

  test('what is empty, or has no column, is not granted', () => {
    const { users, problems } = readUserImport('氏名,利用者ID\n佐藤,sato01\n', ground);
    expect(problems).toEqual([]);
    expect(users).toEqual([
      { line: 2, userId: 'sato01', name: '佐藤', email: null, permissions: [], limits: [] },
    ]);
    expect(read('sato01,佐藤').users).toMatchObject([{ permissions: [], limits: [] }]);
  });

  test('headings and actions in either language, any order, whatever their width and case', () => {
    const file =
      'direct-debit,ＮＡＭＥ,user id,資金移動（1日あたり）,FUNDS_TRANSFER perTransaction\nview/Create；承認　send,Sato,sato01,２００万,１，０００';
    expect(readUserImport(file, ground)).toMatchObject({
      problems: [],
      users: [
        {
          permissions: ['VIEW', 'CREATE', 'APPROVE', 'SEND'].map((action) => ({ action })),
          limits: [{ limit: { perTransaction: 1000, perDay: 2_000_000 } }],
        },
      ],
    });
  });

  test('blank lines are no users, and lines are counted as a spreadsheet counts them', () => {
    const { users, problems } = read('\r\n,,\r\nsato01,佐藤\r\n');
    expect(problems).toEqual([]);
    expect(users.map(({ line }) => line)).toEqual([4]);
  });
});

describe('each bad entry is named by line and column, and its line is added by nobody', () => {
  test.each([
    ['user ID in full width', 'ｓａｔｏ０１,佐藤', '2A NOT_LETTERS_OR_DIGITS'],
    ['① in a user ID', 'sato①,佐藤', '2A NOT_LETTERS_OR_DIGITS'],
    ['no user ID', ',佐藤,,照会', '2A REQUIRED'],
    ['user ID too long', `${'a'.repeat(31)},佐藤`, '2A TOO_LONG'],
    ['taken user ID, in another case', 'TANAKA,田中', '2A USER_ID_TAKEN'],
    ['ID of somebody removed', 'Yamada,山田', '2A USER_ID_REMOVED'],
    ['no name', 'sato01,', '2B REQUIRED'],
    ['name of 200 characters', `sato01,${'佐'.repeat(200)}`, '2B TOO_LONG'],
    ['CR LF in a name', 'sato01,"佐藤\r\n花子"', '2B CONTROL_CHARACTER'],
    ['CR LF at the end of a name', 'sato01,"佐藤\r\n"', '2B CONTROL_CHARACTER'],
    ['bytes in a name that were no text', 'sato01,佐\ufffd', '2B CHARACTER_LOST'],
    ['mail address in full width', 'sato01,佐藤,ｓ@example.jp', '2C NOT_AN_EMAIL_ADDRESS'],
    ['an action that the service has not', 'sato01,佐藤,,実行', '2D ACTION_UNKNOWN'],
    ['an action that there is not', 'sato01,佐藤,,,照会・なんでも', '2E ACTION_UNKNOWN'],
    ['1e6', 'sato01,佐藤,,,実行,1e6,1000000', '2F UNREADABLE_AMOUNT'],
    ['-5', 'sato01,佐藤,,,実行,-5,1000000', '2F UNREADABLE_AMOUNT'],
    ['one amount of two', 'sato01,佐藤,,,実行,1000,', '2G REQUIRED'],
    ['¥10^13', `sato01,佐藤,,,実行,1000,${maximumYen + 1}`, '2G OUT_OF_RANGE'],
    ['above the ceiling', 'sato01,佐藤,,,実行,100万1,500万', '2F ABOVE_CEILING'],
    ['more at once than a day', 'sato01,佐藤,,,実行,80万,79万', '2F PER_TRANSACTION_ABOVE_DAY'],
    ['a value below no heading', 'sato01,佐藤,,,,,,x', '2H NO_HEADING'],
    ['a quote that is not closed', 'sato01,"佐藤', '2B QUOTE_NOT_CLOSED'],
    ['text behind a quote', 'sato01,"佐藤"花子', '2B TEXT_AFTER_QUOTE'],
  ])('%s', (_, line, problem) => {
    const { problems, users } = read(line);
    expect(found(problems)).toEqual([problem]);
    expect(users).toEqual([]);
  });

  test('names with emoji and ①, and blanks around an ID, are no mistakes', () => {
    expect(read(' sato01 ,佐藤😀①').users).toMatchObject([{ userId: 'sato01', name: '佐藤😀①' }]);
  });

  test('R1: the same ID twice, in any case, is named at both lines, each with the other', () => {
    const { problems, users } = read('sato01,佐藤\nkato,加藤\nSATO01,佐藤');
    expect(found(problems)).toEqual(['2A USER_ID_TWICE', '4A USER_ID_TWICE']);
    expect(problems.map(({ otherLine }) => otherLine)).toEqual([4, 2]);
    expect(users.map(({ userId }) => userId)).toEqual(['kato']);
  });

  test('everything is said at once, by line and column', () => {
    expect(wrong('sato①,,x,,,1e6,-5\nyamada,山田')).toEqual([
      '2A NOT_LETTERS_OR_DIGITS',
      '2B REQUIRED',
      '2C NOT_AN_EMAIL_ADDRESS',
      '2F UNREADABLE_AMOUNT',
      '2G UNREADABLE_AMOUNT',
      '3A USER_ID_REMOVED',
    ]);
  });
});

describe('headings', () => {
  const wrongHeadings = (line: string) =>
    found(readUserImport(`${line}\nsato01,佐藤,照会,照会`, ground).problems);

  test.each([
    ['of no column that there is', '利用者ID,氏名,秘密', '1C COLUMN_UNKNOWN'],
    [
      'of a service that the contract lacks',
      '利用者ID,氏名,総合振込',
      '1C SERVICE_NOT_IN_CONTRACT',
    ],
    ['twice', '利用者ID,氏名,残高照会,Balance inquiry', '1D COLUMN_TWICE'],
    ['without the ID', 'なし,氏名,残高照会,資金移動', '1 COLUMN_MISSING'],
    ['of one amount without the other', '利用者ID,氏名,資金移動 1日あたり', '1 COLUMN_MISSING'],
  ])('%s', (_, line, problem) => {
    expect(wrongHeadings(line)).toContain(problem);
  });

  test('every heading of the template is read, in either language', () => {
    for (const locale of locales) {
      const all = importColumns(ground.services.map(({ service }) => service));
      const file = `${all.map(importWords(locale).column).join(',')}\nsato01,佐藤\n`;
      expect(readUserImport(file, ground).problems).toEqual([]);
    }
  });
});

describe('how many', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `user${index},利用者`).join('\n');

  test('99 in one file; from the hundredth on each is too many', () => {
    expect(read(many(99), { free: 200 }).users).toHaveLength(99);
    expect(wrong(many(100), { free: 200 })).toEqual(['101 TOO_MANY_USERS']);
  });

  test('no more than the contract has room for', () => {
    const { problems } = read(many(5), { free: 3 });
    expect(problems).toMatchObject([{ line: 5, code: 'TOO_MANY_USERS', bounds: { max: 3 } }]);
    expect(wrong('a,b', { free: -1 })).toEqual(['2 TOO_MANY_USERS']);
  });

  test('nobody at all', () => {
    expect(found(readUserImport('', ground).problems)).toEqual(['1 NOBODY']);
    expect(found(readUserImport(`${headings}\n`, ground).problems)).toEqual(['1 NOBODY']);
    expect(mostImportedUsers).toBe(99);
  });
});

describe('a file made to keep the server busy (A19)', () => {
  // Whoever takes a step for each two of these letters does not come back within the runner's patience.
  test.each([
    ['blanks', ' '],
    ['wide blanks', '\u3000'],
    ['quotes', '""'],
    ['digits', '1'],
    ['marks between actions', '・'],
  ])('%s alone in every cell are read like any others', (_, letter) => {
    const long = `x${letter.repeat(longestImport)}x`;
    const cells = importColumns(ground.services.map(({ service }) => service)).map(
      () => `"${long}"`,
    );
    expect(read(cells.join(',')).users).toEqual([]);
  });
});

test('columns are called as a spreadsheet calls them', () => {
  expect([1, 26, 27, 52, 53, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA']);
});
