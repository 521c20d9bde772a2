import { problemWords } from '@monban/domain/wording/problem-words';
import { expect, test } from 'vitest';
import { ja } from '../messages/ja.ts';
import { againProblem, newPinProblem } from './check-new-pin.ts';

const japanese = problemWords('ja');

test('A new PIN that breaks rules is told each of them before it is sent', () => {
  expect(newPinProblem(ja, japanese, '暗証番号', 'kawasemi-7')).toBeUndefined();
  expect(newPinProblem(ja, japanese, '暗証番号', '')).toContain('入力してください');
  const broken = newPinProblem(ja, japanese, '暗証番号', 'aaaa');
  expect(broken).toContain(japanese.pinProblem('TOO_SHORT', 'modern'));
  expect(broken).toContain(japanese.pinProblem('SEQUENCE', 'modern'));
});

test('Two different entries of a new PIN are not sent', () => {
  expect(againProblem(ja, '暗証番号', 'kawasemi-7', 'kawasemi-7')).toBeUndefined();
  expect(againProblem(ja, '暗証番号', 'kawasemi-7', 'kawasemi-8')).toBeDefined();
});
