import { describe, expect, test } from 'vitest';
import {
  contractIdTail,
  parseAccountNumber,
  parseContractId,
  parseEmailAddress,
  parseName,
  parseReference,
  parseUserId,
  toHalfWidth,
  userIdKey,
} from './id.ts';
import type { InputProblem } from './problem.ts';
import type { Result } from './result.ts';

const code = (result: Result<unknown, InputProblem>): string =>
  result.ok ? 'OK' : result.error.code;

describe('R1: a contract ID is 11 ASCII digits', () => {
  test('leading zeros count, so the text stays as it was entered', () => {
    expect(parseContractId('00000000017', 'contractId')).toEqual({
      ok: true,
      value: '00000000017',
    });
  });

  test.each([
    ['', 'REQUIRED'],
    ['1234567890', 'WRONG_LENGTH'],
    ['123456789012', 'WRONG_LENGTH'],
    ['１２３４５６７８９０１', 'NOT_DIGITS'],
    ['١٢٣٤٥٦٧٨٩٠١', 'NOT_DIGITS'],
    ['१२३४५६७८९०१', 'NOT_DIGITS'],
    ['𝟏2345678901', 'NOT_DIGITS'],
    ['²2345678901', 'NOT_DIGITS'],
    ['1234567890①', 'NOT_DIGITS'],
    [' 12345678901', 'NOT_DIGITS'],
    ['12345678901 ', 'NOT_DIGITS'],
    ['12345678901\n', 'NOT_DIGITS'],
    ['12345678901\0', 'NOT_DIGITS'],
    ['123 4567890', 'NOT_DIGITS'],
    ['+1234567890', 'NOT_DIGITS'],
    ['-1234567890', 'NOT_DIGITS'],
    ['1e10', 'NOT_DIGITS'],
    ['0x123456789', 'NOT_DIGITS'],
    ['12345678.01', 'NOT_DIGITS'],
    ['1_234567890', 'NOT_DIGITS'],
    ['1234567890l', 'NOT_DIGITS'],
    ['O1234567890', 'NOT_DIGITS'],
    ['12345\u200B678901', 'NOT_DIGITS'],
    ['\u202E12345678901', 'NOT_DIGITS'],
    ['\uFEFF12345678901', 'NOT_DIGITS'],
  ])('no look-alike is taken for one (A20): %j', (text, expected) => {
    expect(code(parseContractId(text, 'contractId'))).toBe(expected);
  });

  test('a mail shows 3 digits of it and no more (R10)', () => {
    const parsed = parseContractId('12345678901', 'contractId');
    expect(parsed.ok && contractIdTail(parsed.value)).toBe('901');
  });
});

describe('R1: a user ID is 1–30 ASCII letters and digits', () => {
  test('the letters stay as entered, and are found without regard to their case', () => {
    const upper = parseUserId('Yamada01', 'userId');
    const lower = parseUserId('yAMADA01', 'userId');
    expect(upper).toEqual({ ok: true, value: 'Yamada01' });
    expect(upper.ok && lower.ok && userIdKey(upper.value) === userIdKey(lower.value)).toBe(true);
  });

  test('1 and 30 characters will do, 0 and 31 will not', () => {
    expect(code(parseUserId('a', 'userId'))).toBe('OK');
    expect(code(parseUserId('a'.repeat(30), 'userId'))).toBe('OK');
    expect(code(parseUserId('', 'userId'))).toBe('REQUIRED');
    expect(code(parseUserId('a'.repeat(31), 'userId'))).toBe('TOO_LONG');
  });

  test.each([
    'ｙａｍａｄａ',
    'yamada０１',
    '\u212Aato',
    '\u017Fato',
    'yama\u0434a',
    'y\u0430mada',
    'yamadá',
    'yamada\u0301',
    'ﬁsh',
    'ªb',
    'Ⅷ',
    'ı',
    'İ',
    'ß',
    'yamada taro',
    ' yamada',
    'yamada ',
    'yamada\u3000',
    'yamada\n',
    'yamada\r',
    'yamada\0',
    'yamada-1',
    'yamada_1',
    'yamada.1',
    'yamada@a',
    'yama\u200Dda',
    'yama\u00ADda',
    '\u202Eadamay',
    '山田',
    'やまだ',
    'ﾔﾏﾀﾞ',
  ])('no look-alike is taken for one (A20): %j', (text) => {
    expect(code(parseUserId(text, 'userId'))).toBe('NOT_LETTERS_OR_DIGITS');
  });
});

describe('a name cannot do harm where it is shown or mailed (A23)', () => {
  test('it loses the blanks around it, full-width ones too, and keeps those inside', () => {
    expect(parseName('\u3000 山田　太郎 ', 'name')).toEqual({ ok: true, value: '山田　太郎' });
  });

  test('its ideographs stay the ones that its owner writes', () => {
    expect(parseName('神\u{E0100}﨑 \uFA19', 'name')).toEqual({
      ok: true,
      value: '神\u{E0100}﨑 \uFA19',
    });
  });

  test('60 characters will do, 61 will not, counted as people count them', () => {
    expect(code(parseName('𠮷'.repeat(60), 'name'))).toBe('OK');
    expect(code(parseName('𠮷'.repeat(61), 'name'))).toBe('TOO_LONG');
  });

  test('an emoji of one character is one; one joined of several is told why not', () => {
    expect(code(parseName('経理😀', 'name'))).toBe('OK');
    expect(code(parseName('🇯🇵', 'name'))).toBe('OK');
    expect(code(parseName('👩\u200D💼', 'name'))).toBe('INVISIBLE_CHARACTER');
  });

  test.each([
    ['あ'.repeat(200), 'TOO_LONG'],
    ['😀'.repeat(200), 'TOO_LONG'],
    ['山田\r', 'CONTROL_CHARACTER'],
    ['\n山田', 'CONTROL_CHARACTER'],
    ['\u200E山田', 'INVISIBLE_CHARACTER'],
    ['山田\u200F', 'INVISIBLE_CHARACTER'],
    ['山\u202B田', 'INVISIBLE_CHARACTER'],
    ['山\u2069田', 'INVISIBLE_CHARACTER'],
    ['\uFEFF山田', 'INVISIBLE_CHARACTER'],
    ['', 'REQUIRED'],
    ['   ', 'REQUIRED'],
    ['\u3000', 'REQUIRED'],
    ['山田\r\nBcc: a@example.com', 'CONTROL_CHARACTER'],
    ['山田\n', 'CONTROL_CHARACTER'],
    ['山\0田', 'CONTROL_CHARACTER'],
    ['山\u0085田', 'CONTROL_CHARACTER'],
    ['山\u2028田', 'CONTROL_CHARACTER'],
    ['山\t田', 'CONTROL_CHARACTER'],
    ['\u202Eoratom', 'INVISIBLE_CHARACTER'],
    ['山\u2066田', 'INVISIBLE_CHARACTER'],
    ['山\u200B田', 'INVISIBLE_CHARACTER'],
    ['\u200B', 'INVISIBLE_CHARACTER'],
    ['山\uD842', 'INVISIBLE_CHARACTER'],
  ])('%j is refused', (text, expected) => {
    expect(code(parseName(text, 'name'))).toBe(expected);
    expect(code(parseReference(text, 'reference'))).toBe(expected);
  });
});

describe('a mail address cannot break a header (A23)', () => {
  test.each([
    'keiri@example.co.jp',
    'Taro.Yamada+bank@sub.example.jp',
    "o'neil_x-1@xn--wgv71a119e.jp",
    `${'a'.repeat(64)}@example.jp`,
  ])('%s is one', (text) => {
    expect(parseEmailAddress(text, 'email')).toEqual({ ok: true, value: text });
  });

  test.each([
    ['', 'REQUIRED'],
    ['keiri', 'NOT_AN_EMAIL_ADDRESS'],
    ['@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@b', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@localhost', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@[127.0.0.1]', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@127.0.0.1', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@-example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@example-.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@example..jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@example.jp.', 'NOT_AN_EMAIL_ADDRESS'],
    ['.a@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a..b@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['"a b"@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a b@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@example.jp\nBcc: b@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@example.jp\r\n', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@example.jp\n', 'NOT_AN_EMAIL_ADDRESS'],
    ['a\0@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@example.jp,b@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@b.jp@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['Taro <a@example.jp>', 'NOT_AN_EMAIL_ADDRESS'],
    ['経理@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['a@例え.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['ａ@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    [`${'a'.repeat(65)}@example.jp`, 'NOT_AN_EMAIL_ADDRESS'],
    [`a@${'b'.repeat(64)}.jp`, 'NOT_AN_EMAIL_ADDRESS'],
    [`a@${'b.'.repeat(130)}jp`, 'TOO_LONG'],
  ])('%j is refused', (text, expected) => {
    expect(code(parseEmailAddress(text, 'email'))).toBe(expected);
  });

  test('a long hostile one is refused at once', () => {
    expect(code(parseEmailAddress(`${'a.'.repeat(120)}@`, 'email'))).toBe('NOT_AN_EMAIL_ADDRESS');
  });
});

describe('an account’s number is written as the bank writes it', () => {
  test.each(['1', '001-1234567', 'JP-12-ab', 'DE89370400440532013000', 'a'.repeat(34)])(
    '%s is one, and stays as it was entered',
    (text) => {
      expect(parseAccountNumber(text, 'accounts.0')).toEqual({ ok: true, value: text });
    },
  );

  test.each([
    ['', 'REQUIRED'],
    ['1'.repeat(35), 'TOO_LONG'],
    ['１２３４５６７', 'NOT_AN_ACCOUNT_NUMBER'],
    ['001－1234567', 'NOT_AN_ACCOUNT_NUMBER'],
    ['001ー1234567', 'NOT_AN_ACCOUNT_NUMBER'],
    ['001–1234567', 'NOT_AN_ACCOUNT_NUMBER'],
    ['ＡＢ1234', 'NOT_AN_ACCOUNT_NUMBER'],
    ['١٢٣٤', 'NOT_AN_ACCOUNT_NUMBER'],
    ['①②③', 'NOT_AN_ACCOUNT_NUMBER'],
    ['-1234567', 'NOT_AN_ACCOUNT_NUMBER'],
    ['1234567-', 'NOT_AN_ACCOUNT_NUMBER'],
    ['001--1234567', 'NOT_AN_ACCOUNT_NUMBER'],
    ['-', 'NOT_AN_ACCOUNT_NUMBER'],
    ['001 1234567', 'NOT_AN_ACCOUNT_NUMBER'],
    [' 1234567', 'NOT_AN_ACCOUNT_NUMBER'],
    ['1234567\n', 'NOT_AN_ACCOUNT_NUMBER'],
    ['1234567\r\n', 'NOT_AN_ACCOUNT_NUMBER'],
    ['1234567\0', 'NOT_AN_ACCOUNT_NUMBER'],
    ['普通1234567', 'NOT_AN_ACCOUNT_NUMBER'],
    ['123\u200B4567', 'NOT_AN_ACCOUNT_NUMBER'],
    ['\u202E7654321', 'NOT_AN_ACCOUNT_NUMBER'],
    ['=1+1', 'NOT_AN_ACCOUNT_NUMBER'],
  ])('%j is refused: %s', (text, expected) => {
    const read = parseAccountNumber(text, 'accounts.0');
    expect(code(read)).toBe(expected);
    expect(read).toMatchObject({ error: { path: 'accounts.0' } });
  });

  test('a long hostile one is refused at once', () => {
    expect(code(parseAccountNumber(`${'1-'.repeat(50_000)}!`, 'accounts.0'))).toBe('TOO_LONG');
  });
});

describe('what is typed full-width in a field becomes half-width', () => {
  test('letters and digits alone', () => {
    expect(toHalfWidth('０１２９ＡＺａｚ')).toBe('0129AZaz');
    expect(toHalfWidth('山田－ｶﾅ！　①')).toBe('山田－ｶﾅ！　①');
  });
});
