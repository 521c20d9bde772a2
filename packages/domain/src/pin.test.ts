import { describe, expect, test } from 'vitest';
import { pinChecklist, type PinContext, type PinPolicy, pinProblems } from './pin.ts';

const context: PinContext = { contractId: '40718203956', userIds: ['yamada', 'abc'] };

const problems = (
  proposed: string,
  more: Partial<PinContext> = {},
  policy: PinPolicy = 'modern',
): readonly string[] => pinProblems(policy, proposed, { ...context, ...more });

describe('R22: a PIN and its confirmation PIN differ', () => {
  test('the same one twice is refused, in either order', () => {
    expect(problems('kawa-no-neko', { partner: 'kawa-no-neko' })).toEqual(['SAME_AS_PARTNER']);
    expect(problems('kawa-no-neko', { partner: 'yuki-no-yama' })).toEqual([]);
    expect(problems('yuki-no-yama', { partner: 'kawa-no-neko' })).toEqual([]);
  });

  test('under both presets', () => {
    expect(problems('neko77yuki', { partner: 'neko77yuki' }, 'shinkin')).toEqual([
      'SAME_AS_PARTNER',
    ]);
  });

  test('a pair that differs in the case of one letter differs', () => {
    expect(problems('kawa-no-neko', { partner: 'kawa-no-nekO' })).toEqual([]);
  });
});

describe('a PIN of the preset "modern"', () => {
  test('has 8 to 64 characters', () => {
    expect(problems('ka-nek7')).toEqual(['TOO_SHORT']);
    expect(problems('ka-nek71')).toEqual([]);
    expect(problems('ka7-'.repeat(16))).toEqual([]);
    expect(problems(`${'ka7-'.repeat(16)}x`)).toEqual(['TOO_LONG']);
  });

  test('may be of letters alone, of digits alone, of signs and blanks', () => {
    for (const pin of ['kawanekoyuki', '8305271946', 'kawa no neko', '!? #~"/+"']) {
      expect(problems(pin)).toEqual([]);
    }
  });

  test('is ASCII that can be printed', () => {
    for (const pin of [
      '暗証番号はねこです',
      'kawa-no-nekó',
      'kawa\tneko',
      'kawa\0neko',
      'ｋａｗａneko',
    ]) {
      expect(problems(pin)).toEqual(['NOT_ASCII']);
    }
  });

  test('is none that everybody chooses, whatever the case of its letters', () => {
    for (const pin of [
      'qwertyuiop',
      'Password',
      'P@ssw0rd',
      'iLoveYou',
      'Sakura2026',
      'tanaka123',
    ]) {
      expect(problems(pin)).toContain('COMMON');
    }
  });

  test('has no four in a row that are equal or in order; three are no run', () => {
    for (const pin of [
      'kawa1111x',
      'kawabcdex',
      'kawa9876x',
      'xx    xxx',
      'kawaDCBAx',
      'nekoaaaa',
    ]) {
      expect(problems(pin)).toContain('SEQUENCE');
    }
    for (const pin of ['kawa111x2', 'kaw1abc3x', 'kawa987x1', '12312312x', 'kawa1357x']) {
      expect(problems(pin)).toEqual([]);
    }
  });

  test('a run that turns round is no run of four', () => {
    expect(problems('kawa1232x')).toEqual([]);
    expect(problems('kawa1121x')).toEqual([]);
  });

  test('holds neither the contract ID nor a user ID of 4 characters and more', () => {
    expect(problems('x40718203956x')).toEqual(['CONTAINS_ID']);
    expect(problems('my-YaMaDa-77')).toEqual(['CONTAINS_ID']);
    expect(problems('4071820395-x')).toEqual([]);
    expect(problems('neko-abc-77')).toEqual([]);
  });

  test('is not the one that it replaces', () => {
    expect(problems('kawa-no-neko', { current: 'kawa-no-neko' })).toEqual(['SAME_AS_CURRENT']);
    expect(problems('kawa-no-neko', { current: 'kawa-no-neko2' })).toEqual([]);
  });
});

describe('a PIN of the preset "shinkin"', () => {
  test('has 6 to 12 characters', () => {
    expect(problems('neko7', {}, 'shinkin')).toEqual(['TOO_SHORT']);
    expect(problems('neko77', {}, 'shinkin')).toEqual([]);
    expect(problems('nekoyuki7733', {}, 'shinkin')).toEqual([]);
    expect(problems('nekoyuki77331', {}, 'shinkin')).toEqual(['TOO_LONG']);
  });

  test('mixes letters and digits, and has nothing else', () => {
    expect(problems('nekoyuki', {}, 'shinkin')).toEqual(['NOT_MIXED']);
    expect(problems('83052719', {}, 'shinkin')).toEqual(['NOT_MIXED']);
    expect(problems('neko-77a', {}, 'shinkin')).toEqual(['NOT_LETTERS_AND_DIGITS']);
    expect(problems('ｎｅｋｏ７７', {}, 'shinkin')).toContain('NOT_LETTERS_AND_DIGITS');
  });

  test('keeps to the other rules too', () => {
    expect(problems('abc123', {}, 'shinkin')).toEqual(['COMMON']);
    expect(problems('neko1234', {}, 'shinkin')).toEqual(['SEQUENCE']);
    expect(problems('yamada77', {}, 'shinkin')).toContain('CONTAINS_ID');
  });
});

describe('what is wrong is said all at once', () => {
  test('every broken rule, not the first', () => {
    expect(problems('1111', { current: '1111', partner: '1111' })).toEqual([
      'TOO_SHORT',
      'SEQUENCE',
      'SAME_AS_CURRENT',
      'SAME_AS_PARTNER',
    ]);
  });

  test('the live checklist of a page agrees with the judgement', () => {
    for (const policy of ['modern', 'shinkin'] as const) {
      for (const pin of ['', 'neko77', 'kawa-no-neko', 'password1', 'aaaa', '暗証番号']) {
        const unmet = pinChecklist(policy).filter((check) => !check.met(pin));
        const judged = pinProblems(policy, pin, { contractId: '40718203956', userIds: [] });
        expect(unmet.map((check) => check.code)).toEqual(judged);
      }
    }
  });
});
