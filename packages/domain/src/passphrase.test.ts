import { describe, expect, test } from 'vitest';
import { passphraseProblem, shortestPassphrase } from './passphrase.ts';

describe('R12: what guards the file of a key', () => {
  test('is at least eight characters long: whoever has the file can try as many as they like', () => {
    expect(shortestPassphrase).toBe(8);
    expect(passphraseProblem('')).toBe('TOO_SHORT');
    expect(passphraseProblem('a'.repeat(7))).toBe('TOO_SHORT');
    expect(passphraseProblem('a'.repeat(8))).toBeNull();
  });

  test('opens on every system: of plain letters, digits, signs and blanks alone', () => {
    expect(passphraseProblem(' correct~Horse 9')).toBeNull();
    for (const other of ['合言葉をここに入れる', 'passw\u00f6rter', 'tab\there!', 'line\nhere'])
      expect(passphraseProblem(other)).toBe('NOT_ASCII');
  });

  test('says of a short one with other letters that they can’t be used, before that it is short', () => {
    expect(passphraseProblem('合言葉')).toBe('NOT_ASCII');
  });
});
