import { describe, expect, test } from 'vitest';
import { everyExample, examples } from '../example/events.ts';
import { everyProblem, everyRefusal } from '../example/refusals.ts';
import { locales } from '../locale.ts';
import type { Refusal } from '../refusal.ts';
import { historyText, words } from './words.ts';

const refusals: readonly Refusal[] = [
  ...everyRefusal,
  ...everyProblem.map(
    (code) =>
      ({ code: 'INVALID_INPUT', problems: [{ path: 'limits.2.limit.perDay', code }] }) as const,
  ),
];

/** Every text in a language that stands alone: refusals, events, labels. */
function everyText(locale: 'ja' | 'en'): readonly string[] {
  const { labels, refusal, event } = words(locale);
  return [
    ...refusals.map(refusal),
    ...everyExample.map(event),
    ...Object.values(labels).flatMap((group) => Object.values<string>(group)),
  ];
}

describe('a refusal names field, cause and remedy', () => {
  test('in Japanese: whole sentences in です・ます, of which one asks to do something', () => {
    for (const refusal of refusals) {
      const text = words('ja').refusal(refusal);
      expect(text).toMatch(/。/);
      expect(text).toMatch(/(ください|されます)。$/);
      expect(text).not.toMatch(/(である|だ|した)。$/);
    }
  });

  test('in English: what to do, politely', () => {
    for (const refusal of refusals) {
      expect(words('en').refusal(refusal)).toMatch(/[Pp]lease/);
    }
  });

  test('the field is called as the form calls it, and a line of a list by its number', () => {
    expect(words('ja').fieldLabel('contractId')).toBe('ご契約先ID');
    expect(words('ja').fieldLabel('limits.2.limit.perDay')).toBe('利用限度額（3件目）の1日あたり');
    expect(words('en').fieldLabel('permissions.0.service')).toBe('Permissions (entry 1), service');
    expect(words('ja').fieldLabel('toString.constructor')).toBe('入力項目');
  });

  test('a page may call a field its own way', () => {
    const problem = { path: 'name', code: 'REQUIRED' } as const;
    expect(words('ja').inputProblem(problem, '会社名')).toBe(
      '会社名が入力されていません。会社名を入力してください。',
    );
  });

  test('how many entries a list may have, from none or from one on', () => {
    const tooMany = (min: number) =>
      ({ path: 'accounts', code: 'WRONG_NUMBER_OF_ENTRIES', bounds: { min, max: 5 } }) as const;
    expect(words('ja').inputProblem(tooMany(1))).toContain('1件以上、5件以下に');
    expect(words('ja').inputProblem(tooMany(0))).toBe(
      '利用口座の数が範囲外です。5件以下にしてください。',
    );
    expect(words('en').inputProblem(tooMany(1))).toContain('1 to 5 entries');
    expect(words('en').inputProblem(tooMany(0))).toContain('at most 5 entries');
  });

  test('bounds are named', () => {
    const [, , , , policy, input] = refusals;
    expect(policy && words('ja').refusal(policy)).toContain(
      '新しい暗証番号: 短すぎます。8文字以上',
    );
    expect(input && words('en').refusal(input)).toContain('Contract ID: has the wrong number');
    expect(words('ja').pinProblem('TOO_SHORT', 'shinkin')).toContain('6文字以上');
    expect(words('en').pinRule('TOO_LONG', 'shinkin')).toBe('At most 12 characters');
  });
});

describe('strangers get one answer (ASVS 6.3.8)', () => {
  test('it says that entries or the certificate are wrong or the service is locked, and whom to ask', () => {
    const ja = words('ja').refusal({ code: 'LOGON_REFUSED' });
    for (const part of [
      '入力内容に誤り',
      '電子証明書',
      '利用が中止',
      '管理者',
      '担当窓口',
      'いずれの場合も',
    ]) {
      expect(ja).toContain(part);
    }
    const en = words('en').refusal({ code: 'LOGON_REFUSED' });
    for (const part of [
      'wrong',
      'certificate',
      'locked',
      'administrator',
      'desk',
      'any of these cases',
    ]) {
      expect(en).toContain(part);
    }
  });
});

describe('R19–R21: somebody logged on is told what a further error would do', () => {
  test('how many tries are left and who would be locked', () => {
    const [, mine, everybodys] = refusals;
    expect(mine && words('ja').refusal(mine)).toMatch(/あと4回.*あなたの利用が中止/);
    expect(everybodys && words('ja').refusal(everybodys)).toMatch(/あと1回.*全員の利用が中止/);
    expect(everybodys && words('en').refusal(everybodys)).toMatch(/everybody.*: 1\.$/);
  });
});

describe('the history reads as sentences', () => {
  test('every event has one in either language', () => {
    for (const locale of locales) {
      for (const event of everyExample) {
        const text = historyText(event, locale);
        expect(text).toMatch(locale === 'ja' ? /^[^。]+.*。$/ : /^[A-Z].*\.$/);
        expect(text).not.toMatch(/undefined|null|\[object|NaN/);
      }
    }
  });

  test('a change says from what to what, and under which reference', () => {
    expect(historyText(examples.LOCK_LINKAGE_SET, 'ja')).toBe(
      '暗証番号ロックの連動を変更しました。暗証番号ロックの連動: 連動する → 連動しない。受付番号: U-77。本人確認: 届出印のある書面。',
    );
  });

  test('where the changes stand beside it, the line leaves them out and says all the rest', () => {
    expect(words('ja').headline(examples.USER_LIMITS_SET)).toBe(
      '利用者 yamada の利用限度額を変更しました。',
    );
    expect(historyText(examples.USER_LIMITS_SET, 'ja')).toBe(
      '利用者 yamada の利用限度額を変更しました。給与・賞与振込の利用限度額（1回あたり）: ¥0 → ¥100,000。給与・賞与振込の利用限度額（1日あたり）: ¥0 → ¥500,000。',
    );
    expect(words('en').headline(examples.USER_REMOVED)).toBe(
      historyText(examples.USER_REMOVED, 'en'),
    );
  });

  test('a card that is due says of which logons so many are left; an entry from before all were counted is still told', () => {
    const due = (left: number, logons?: number) =>
      historyText({ type: 'CARD_DUE', left, ...(logons !== undefined && { logons }) }, 'ja');
    expect(due(5, 30)).toContain('まだ使っていないマスだけでログオンできるのはあと5回です。');
    expect(due(5)).toBe(due(5, 30));
    expect(due(0, 25)).toContain('一度使ったマスで、あと25回ログオンできます。');
  });

  test('an addition says with which rights and limits', () => {
    expect(historyText(examples.USER_ADDED, 'en')).toBe(
      'User yamada (山田 太郎) was added. Email address: taro@example.jp. Permissions: Payroll (View, Approve). Limits: Payroll (¥100,000 per transaction, ¥500,000 per day).',
    );
  });
});

describe('the words are the product’s own', () => {
  test('none that the glossary rules out', () => {
    for (const text of everyText('en')) {
      expect(text).not.toMatch(/\b(login|sign in|passcode|customer|operator|role|quota|delete)\b/i);
      expect(text.replaceAll(/one-time password/gi, '')).not.toMatch(/password/i);
    }
    for (const text of everyText('ja')) {
      expect(text.replaceAll('ワンタイムパスワード', '')).not.toContain('パスワード');
      expect(text).not.toMatch(/ログイン|サインイン|ユーザー/);
    }
  });

  test('none is empty', () => {
    for (const locale of locales) {
      for (const text of everyText(locale)) expect(text.trim()).not.toBe('');
    }
  });

  test('Japanese labels are Japanese, but for ID', () => {
    const { labels } = words('ja');
    for (const group of Object.values(labels)) {
      for (const label of Object.values<string>(group)) {
        expect(label.replaceAll('ID', '').replaceAll('Eメール', '')).not.toMatch(/[A-Za-z]/);
      }
    }
  });
});

describe('a lock says who locked', () => {
  const locked = { type: 'CONTRACT_LOCKED', by: 'clerk1' } as const;
  const byDesk = {
    ...locked,
    reason: 'BY_DESK',
    desk: { reference: 'U-13', identityCheck: 'CALL_BACK' },
  } as const;

  test('the desk, with its number, as it is asked for on the telephone; not its clerk', () => {
    for (const locale of locales) {
      const text = words(locale).event(byDesk);
      expect(text).toContain('U-13');
      expect(text).toContain(words(locale).labels.identityCheck.CALL_BACK);
      expect(text).not.toContain('clerk1');
    }
  });

  test('an entry from before the desk’s note was kept is still told', () => {
    const { desk: _, ...before } = byDesk;
    expect(words('en').event(before)).toBe(
      "The contract was locked. Reason: Locked by the bank's desk.",
    );
    expect(words('ja').event(before)).toBe(
      'ご契約先の利用を中止しました。理由: 担当窓口による中止。',
    );
  });

  test('a person, whether they erred or meant it', () => {
    const erred = { ...locked, reason: 'WRONG_PINS', by: 'Sato' } as const;
    expect(words('en').event(erred)).toContain('(user Sato).');
    expect(words('ja').event(erred)).toContain('（利用者 Sato）。');
  });
});
