import { expect, test } from 'vitest';
import { typedDigits, typedDrawnPin, typedEmail, typedId, typedPin } from './half-width.ts';

test('R1: a contract ID means the same in full-width digits and in groups', () => {
  for (const typed of [
    '００１２３４５６７８９',
    '001-2345-6789',
    '001 2345 6789',
    '００１ー２３４５−６７８９',
  ]) {
    expect(typedDigits(typed)).toBe('00123456789');
  }
});

test('A user ID loses blanks around it, and keeps its letters as they are', () => {
  expect(typedId(' Ｓａｔｏ０１ ')).toBe('Sato01');
});

test('A PIN keeps blanks and signs: they may be part of it', () => {
  expect(typedPin('a b-ｃ１')).toBe('a b-c1');
});

test('R2: a printed PIN is taken in small letters and with any hyphen', () => {
  expect(typedDrawnPin('n2un－5p73ー ld6t')).toBe('N2UN-5P73-LD6T');
});

test('A mail address means the same as people type it with a Japanese keyboard', () => {
  expect(typedEmail(' ｋｅｉｒｉ＿ｂｕ－１＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ　')).toBe(
    'keiri_bu-1@example.co.jp',
  );
});
