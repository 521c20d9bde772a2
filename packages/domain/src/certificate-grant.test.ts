import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  grantAnswers,
  grantStands,
  parseRetrievalCode,
  retrievalCodeText,
  retrievalLetters,
} from './certificate-grant.ts';
import type { Instant } from './instant.ts';

const now = Date.UTC(2026, 10, 22, 5);
const days = (count: number): Instant => now + count * 86_400_000;

describe('R12: a grant', () => {
  test('a retrieval code is good until its last moment, and no longer', () => {
    expect(grantStands({ until: days(80) }, days(80) - 1)).toBe(true);
    expect(grantStands({ until: days(80) }, days(80))).toBe(false);
  });

  test('a grant gives one certificate: to the first request, to the same again until the last moment, to no other', () => {
    const open = { until: days(80), requestHash: null };
    const answered = { ...open, requestHash: 'a1' };
    const last = days(80) - 1;
    expect(grantAnswers(open, 'a1', last)).toBe('FIRST');
    expect(grantAnswers(answered, 'a1', last)).toBe('AGAIN');
    expect(grantAnswers(answered, 'b2', last)).toBeNull();
    for (const grant of [open, answered]) expect(grantAnswers(grant, 'a1', days(80))).toBeNull();
  });
});

describe('A retrieval code', () => {
  const code = fc
    .array(fc.constantFrom(...retrievalLetters.split('')), { minLength: 28, maxLength: 28 })
    .map((letters) => letters.join(''));

  test('is read as it is shown, and as people type it', () => {
    fc.assert(
      fc.property(code, (text) => {
        const read = parseRetrievalCode(text, 'retrievalCode');
        if (!read.ok) throw new Error('not read');
        const shown = retrievalCodeText(read.value);
        expect(shown).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
        const typed = shown
          .toLowerCase()
          .replaceAll('-', ' ')
          .replaceAll('1', 'l')
          .replaceAll('0', 'o');
        expect(parseRetrievalCode(typed, 'retrievalCode')).toEqual(read);
      }),
    );
  });

  test('that lacks a letter, has one too many, or one that there isn’t, is refused before anything is looked up', () => {
    for (const text of ['A'.repeat(27), 'A'.repeat(29), `${'A'.repeat(27)}U`, 'Ａ'.repeat(28)]) {
      expect(parseRetrievalCode(text, 'retrievalCode')).toEqual({
        ok: false,
        error: { path: 'retrievalCode', code: 'NOT_A_RETRIEVAL_CODE' },
      });
    }
    expect(parseRetrievalCode(' - ', 'retrievalCode')).toMatchObject({
      error: { code: 'REQUIRED' },
    });
  });
});
