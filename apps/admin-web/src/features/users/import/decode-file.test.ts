import { readUserImport } from '@monban/domain/user-import';
import { expect, test } from 'vitest';
import { decodeFile } from './decode-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array) => {
  const decoded = decodeFile(bytes);
  return decoded.kind === 'TEXT' ? decoded.text : decoded.kind;
};

/** 佐藤①, as Excel in Japan saves it. */
const shiftJis = [0x8d, 0xb2, 0x93, 0xa1, 0x87, 0x40];

test('A file is read as UTF-8, with a byte order mark or without, or as Shift_JIS with the letters of Windows', () => {
  expect(text(utf8('佐藤①'))).toBe('佐藤①');
  expect(text(utf8('\ufeff佐藤'))).toBe('佐藤');
  expect(text(Uint8Array.from(shiftJis))).toBe('佐藤①');
  expect(text(new Uint8Array())).toBe('');
});

test('Bytes that are no text in either are named by line and column; the rest is read', () => {
  const head = [...utf8('ID,Name\nsato,')];
  const csv = text(Uint8Array.from([...head, ...shiftJis, 0xfd, ...utf8(',\nkato,Kato\n')]));
  const ground = { services: [], taken: new Map(), free: 9 };
  const { problems, users } = readUserImport(csv, ground);
  expect(problems).toMatchObject([{ line: 2, column: 2, code: 'CHARACTER_LOST' }]);
  expect(users.map(({ userId }) => userId)).toEqual(['kato']);
});

test('One broken byte makes a UTF-8 file no Shift_JIS one: nobody’s name turns into other letters', () => {
  const broken = Uint8Array.from([...utf8('ID,Name\nsato,佐藤\nono,小野'), 0xe5, ...utf8('\n')]);
  expect(text(broken)).toContain('佐藤');
  expect(text(broken)).toContain('小野\ufffd');
});

test('A workbook, or UTF-16, is no CSV file', () => {
  expect(decodeFile(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])).kind).toBe('NO_TEXT');
  expect(decodeFile(Uint8Array.from([0xff, 0xfe, 0x49, 0])).kind).toBe('NO_TEXT');
});
