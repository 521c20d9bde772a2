import { describe, expect, test } from 'vitest';
import type { AbilityReason } from '../ability.ts';
import { type CertificateNeed, type Change, changesOf } from '../change.ts';
import type { Consequence } from '../consequence.ts';
import { everyExample, examples } from '../example/events.ts';
import { moneyServices } from '../limit.ts';
import { locales } from '../locale.ts';
import { maximumYen, type Yen, zeroYen } from '../money.ts';
import { everyPermission } from '../permission.ts';
import { abilityReasons } from './ja-ability.ts';
import { historyText, words } from './words.ts';

// Taken from the table that the compiler holds complete.
const everyReason = Object.keys(abilityReasons) as readonly AbilityReason[];

const everyConsequence: readonly Consequence[] = [
  ...everyPermission.flatMap((permission): readonly Consequence[] => [
    { kind: 'CAN_NO_LONGER', ...permission, number: 3 },
    { kind: 'CAN_FROM_NOW_ON', ...permission, number: 3 },
    { kind: 'NOBODY_LEFT', ...permission },
  ]),
  ...moneyServices.map((service): Consequence => ({
    kind: 'RIGHT_WITHOUT_LIMIT',
    service,
    number: 3,
  })),
];

const emptied: readonly Change[] = [
  { what: 'EMAIL', from: 'taro@example.jp', to: null },
  { what: 'PERMISSIONS', service: 'PAYROLL', from: ['VIEW', 'APPROVE'], to: [] },
  { what: 'ACCOUNTS', from: ['001-1234567', '2'], to: [] },
  { what: 'ADDRESSES', from: [], to: ['a@example.jp', 'b@example.jp'] },
  {
    what: 'LIMIT',
    service: 'BULK_TRANSFER',
    amount: 'perTransaction',
    from: maximumYen as Yen,
    to: zeroYen,
  },
];
const everyChange = [...everyExample.flatMap(changesOf), ...emptied];

describe('a change is shown as what, from, to', () => {
  test('of every kind there is one here', () => {
    expect(new Set(everyChange.map(({ what }) => what)).size).toBe(15);
  });

  test('no part is empty, and nothing is left untranslated', () => {
    for (const locale of locales) {
      for (const text of everyChange.map((each) => words(locale).change(each))) {
        for (const part of [text.what, text.from, text.to]) {
          expect(part.trim()).not.toBe('');
          expect(part).not.toMatch(/undefined|null|\[object|NaN|[A-Z]+_[A-Z]+/);
        }
        expect(text.from).not.toBe(text.to);
      }
    }
  });

  test.each([
    ['Eメールアドレス: taro@example.jp → なし', 'Email address: taro@example.jp → none'],
    ['給与・賞与振込の業務権限: 照会・承認 → なし', 'Payroll, permissions: View, Approve → none'],
    [
      '利用口座: 001-1234567、2 → ご契約先のすべての口座',
      "Accounts: 001-1234567, 2 → all of the contract's accounts",
    ],
    [
      'Eメール通知の宛先: なし → a@example.jp、b@example.jp',
      'Addresses for notices: none → a@example.jp, b@example.jp',
    ],
    [
      '総合振込の利用限度額（1回あたり）: ¥9,999,999,999,999 → ¥0',
      'Bulk transfer, limit per transaction: ¥9,999,999,999,999 → ¥0',
    ],
  ])('%s', (...expected) => {
    const lines = locales.map((locale) =>
      emptied
        .map((each) => words(locale).change(each))
        .map(({ what, from, to }) => `${what}: ${from} → ${to}`),
    );
    expect(lines.map((list, index) => list.includes(expected[index] ?? ''))).toEqual([true, true]);
  });

  test('R12: where certificates were needed and where not, from when on they are', () => {
    const day = Date.UTC(2026, 11, 22, 3);
    const need = (from: CertificateNeed, to: CertificateNeed) =>
      locales.map((locale) => {
        const text = words(locale).change({ what: 'CERTIFICATE_FROM', from, to });
        return `${text.what}: ${text.from} → ${text.to}`;
      });
    expect(need('NOT_NEEDED', null)).toEqual([
      '電子証明書が必要になる日時: 不要 → 直ちに',
      'Certificates needed from: not needed → at once',
    ]);
    expect(need('NOT_NEEDED', day)).toEqual([
      '電子証明書が必要になる日時: 不要 → 2026年12月22日 12:00',
      'Certificates needed from: not needed → 22 Dec 2026, 12:00 JST',
    ]);
    expect(need(null, day)[0]).toContain('すでに必要 → 2026年');
    expect(need(day, 'NOT_NEEDED')[1]).toContain('JST → not needed');
  });

  test('the history says the same of it afterwards', () => {
    for (const locale of locales) {
      for (const event of everyExample) {
        // The one act of the desk has a sentence of its own.
        if (event.type === 'LOCK_LINKAGE_SET') continue;
        for (const each of changesOf(event)) {
          const { what, from, to } = words(locale).change(each);
          expect(historyText(event, locale)).toContain(`${what}: ${from} → ${to}`);
        }
      }
    }
    expect(historyText(examples.USER_LIMITS_SET, 'ja')).toBe(
      '利用者 yamada の利用限度額を変更しました。給与・賞与振込の利用限度額（1回あたり）: ¥0 → ¥100,000。給与・賞与振込の利用限度額（1日あたり）: ¥0 → ¥500,000。',
    );
    expect(historyText(examples.USER_PERMISSIONS_SET, 'en')).toBe(
      'The permissions of user yamada were changed. Payroll, permissions: View → View, Approve.',
    );
  });
});

describe('what follows from a change is a sentence', () => {
  test('in です・ます and with the number, or with nobody', () => {
    for (const each of everyConsequence) {
      const text = words('ja').consequence(each);
      expect(text).toMatch(/^.+(ます|ません)。$/);
      expect(text).toMatch('number' in each ? /^3人[がは]/ : /1人もいなくなります。$/);
      expect(text).not.toMatch(/照会を照会/);
    }
  });

  test('in English', () => {
    for (const each of everyConsequence) {
      const text = words('en').consequence(each);
      expect(text).toMatch(
        'number' in each ? /^In [a-z ]+, people .+: 3\.$/ : /^In .+, nobody .+\.$/,
      );
    }
  });

  test.each([
    [
      { kind: 'CAN_NO_LONGER', service: 'BULK_TRANSFER', action: 'APPROVE', number: 3 },
      '3人が総合振込を承認できなくなります。',
      'In bulk transfer, people who can no longer approve: 3.',
    ],
    [
      { kind: 'CAN_FROM_NOW_ON', service: 'BALANCE_INQUIRY', action: 'VIEW', number: 1 },
      '1人が残高照会を利用できるようになります。',
      'In balance inquiry, people who can view from now on: 1.',
    ],
    [
      { kind: 'NOBODY_LEFT', service: 'PAYROLL', action: 'SEND' },
      '給与・賞与振込を送信できる人が、1人もいなくなります。',
      'In payroll, nobody is left who can send.',
    ],
    [
      { kind: 'RIGHT_WITHOUT_LIMIT', service: 'FUNDS_TRANSFER', number: 2 },
      '2人は資金移動の業務権限がありますが、利用限度額が0円のため照会しかできません。',
      'In funds transfer, people with permissions but a limit of ¥0, who can only view: 2.',
    ],
  ] as const)('%j', (consequence, ja, en) => {
    expect(words('ja').consequence(consequence)).toBe(ja);
    expect(words('en').consequence(consequence)).toBe(en);
  });
});

describe('why somebody can’t do something is a line of a list', () => {
  const mendable = everyReason.filter(
    (reason) => reason !== 'CONTRACT_CLOSED' && reason !== 'USER_REMOVED',
  );

  test('in です・ます, with who can mend it or when, but for what nobody can', () => {
    for (const reason of everyReason) {
      expect(words('ja').abilityReason(reason)).toMatch(/(です|ます|ません)(（.+）)?$/);
      expect(words('en').abilityReason(reason)).toMatch(/^[A-Z][^.]+[^.]$/);
    }
    for (const reason of mendable) {
      expect(words('ja').abilityReason(reason)).toMatch(/（.*(管理者|担当窓口|ご本人|明日).*）$/);
      expect(words('en').abilityReason(reason)).toMatch(
        /\(.*(administrator|desk|user logs on|tomorrow).*\)$/,
      );
    }
  });

  test('no two are told in the same words', () => {
    for (const locale of locales) {
      const texts = everyReason.map((reason) => words(locale).abilityReason(reason));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('the words are the product’s own', () => {
  const everyText = (locale: 'ja' | 'en') => [
    ...everyReason.map(words(locale).abilityReason),
    ...everyConsequence.map(words(locale).consequence),
    ...emptied.map((each) => words(locale).change(each).what),
  ];

  test('none that the glossary rules out, and straight apostrophes', () => {
    for (const text of everyText('en')) {
      expect(text).not.toMatch(
        /\b(login|password|passcode|customer|operator|role|quota|delete|suspend|stop|block)/i,
      );
      expect(text).not.toContain('’');
    }
    for (const text of everyText('ja')) {
      expect(text).not.toMatch(/ログイン|パスワード|ユーザー|権限者|停止|削除/);
      expect(text.replaceAll('Eメール', '')).not.toMatch(/[A-Za-z]/);
    }
  });
});
