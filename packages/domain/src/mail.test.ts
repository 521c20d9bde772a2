import { describe, expect, test } from 'vitest';

import { everyExample, examples } from './example/events.ts';
import { administrator, type HistoryEvent, userOf, type Who } from './history-event.ts';
import { parseContractId } from './id.ts';
import { locales } from './locale.ts';
import { mailedEvents, tellsCode } from './mail.ts';
import { mailText } from './wording/mail.ts';

const parsed = parseContractId('40718203956', 'contractId');
if (!parsed.ok) throw new Error('the example is no contract ID');
const contractId = parsed.value;
const at = Date.UTC(2026, 10, 22, 5, 5, 9);

const about = (
  events: readonly HistoryEvent[],
  address: string | null = '192.0.2.7',
  actor = 'yamada',
) => ({
  to: 'first@example.jp',
  events: mailedEvents(events, contractId),
  at,
  address,
  actor,
  bank: null,
  contractIdTail: '956',
});

/** What a mail program makes a link of, mail addresses aside. */
const link = /:\/\/|\bwww\.\w|(?<![@\w.-])[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b(?!@)/i;

describe('R10: what a mail says', () => {
  test('when what happened, to the second in Japan’s time, by whom, from where, of which contract, and what to do', () => {
    const { subject, text } = mailText(about([examples.USER_LOGGED_ON]), null, 'ja');
    expect(subject).toBe('【法人インターネットバンキング】利用者のログオンのお知らせ');
    for (const part of [
      '・利用者 yamada がログオンしました。',
      'ご契約先IDの末尾3桁: 956',
      '操作した方: 利用者 yamada',
      '操作元: 192.0.2.7',
      '緊急の利用中止',
      '担当窓口',
      'リンクはありません',
    ]) {
      expect(text).toContain(part);
    }
    // What a telephone shows of a mail.
    expect(text).toMatch(/^2026年11月22日 14:05:09（日本時間）、次のことがありました/);
    const english = mailText(about([examples.USER_LOGGED_ON]), null, 'en');
    expect(english.subject).toBe('Corporate internet banking: user logged on');
    for (const part of [
      'On 22 Nov 2026, 14:05:09 JST',
      '- User yamada logged on.',
      'last 3 digits of the contract ID: 956',
      'By: user yamada',
      'From: 192.0.2.7',
      'Emergency stop',
      'no link',
    ]) {
      expect(english.text).toContain(part);
    }
  });

  test('which bank it is, in the subject and the first lines, where the bank says its name', () => {
    const notice = { ...about([examples.USER_LOGGED_ON]), bank: '港銀行' };
    const ja = mailText(notice, null, 'ja');
    expect(ja.subject).toBe('【港銀行 法人インターネットバンキング】利用者のログオンのお知らせ');
    expect(ja.text).toMatch(/^港銀行からのお知らせです。2026年11月22日/);
    expect(ja.html).toContain('港銀行からのお知らせです。');
    expect(ja.text).toContain('ご契約: 港銀行 法人インターネットバンキング（');
    const en = mailText({ ...notice, bank: 'Minato Bank' }, null, 'en');
    expect(en.subject).toBe('Minato Bank, corporate internet banking: user logged on');
    expect(en.text).toMatch(/^A notice of Minato Bank\. On 22 Nov 2026/);
  });

  test('all that one act did stands in one mail, and its subject says how much', () => {
    const events = [examples.USER_LIMITS_SET, examples.USER_PERMISSIONS_SET, examples.WARNED];
    const { subject, text } = mailText(about(events), null, 'ja');
    expect(subject).toContain('利用限度額の変更ほか2件のお知らせ');
    expect(text.split('\n').filter((line) => line.startsWith('・利用者 yamada'))).toHaveLength(3);
    expect(mailText(about(events), null, 'en').subject).toContain('limits changed, and 2 more');
  });

  test.each([
    ['@system', null, '操作した方: システム（自動）'],
    ['core-banking/clerk1', '10.1.2.3', '操作した方: 銀行（担当窓口など）'],
  ])('of %s no address, and of the bank no clerk', (actor, address, by) => {
    const { text } = mailText(about([examples.LOCK_LINKAGE_SET], address, actor), null, 'ja');
    expect(text).toContain(by);
    expect(text).not.toMatch(/操作元|clerk1|10\.1/);
  });

  test.each([
    [
      'whoever can stop it stops it',
      [examples.USER_LOGGED_ON, examples.CARD_DUE],
      '緊急の利用中止',
    ],
    [
      'where nobody can, the desk is called',
      [examples.CONTRACT_LOCKED, examples.WARNED],
      /^お心当たりがないときは、すぐに担当窓口/m,
    ],
    ['of a reminder one asks', [examples.CARD_DUE], /^ご不明な点は/m],
    ['a stranger throws it away', [examples.NOTIFICATION_ADDRESS_ADDED], '破棄'],
  ])('one advice: %s', (_, events, advice) => {
    const { text } = mailText(about(events), null, 'ja');
    expect(text).toMatch(advice);
    expect(
      text.match(
        /緊急の利用中止」からご契約|^お心当たりがないときは、すぐに担当窓口|^ご不明な点は|破棄/gm,
      ),
    ).toHaveLength(1);
  });

  test('what comes next: how many more tries, who unlocks, when a new card is of use', () => {
    const text = (event: HistoryEvent, locale: 'ja' | 'en') =>
      mailText(about([event]), null, locale).text;
    expect(text(examples.WARNED, 'ja')).toContain('あと4回続くと');
    expect(text(examples.WARNED, 'en')).toContain('4 more in a row');
    expect(text(examples.CONTRACT_LOCKED, 'ja')).toContain('再開は、担当窓口に');
    const granted = (person: Who) => ({ ...examples.CERTIFICATE_GRANTED, person });
    expect(text(granted(administrator), 'ja')).toContain('控えを担当窓口から');
    expect(text(granted(userOf('yamada')), 'ja')).toMatch(
      /控えを貴社の管理者から.*「電子証明書の取得」/,
    );
    expect(text(examples.CERTIFICATE_REVOKED, 'ja')).toContain('新しい取得コードは');
    expect(text(examples.CERTIFICATE_REVOKED, 'en')).toContain('A new code comes from');
    const method = {
      ...examples.AUTHENTICATION_METHOD_SET,
      from: 'ID_PIN',
      to: 'CERTIFICATE',
    } as const;
    const toDay = Date.UTC(2027, 0, 3, 15);
    expect(text({ ...method, toDay }, 'ja')).toMatch(
      /2027年1月4日.*までに、管理者も利用者も、お一人ずつ/,
    );
    expect(text({ ...method, to: 'ID_PIN' }, 'ja')).not.toContain('お一人ずつ');
    expect(text(examples.USER_PINS_RESET, 'ja')).toContain('2つとも新しい暗証番号に変更');
    expect(text(examples.ADMINISTRATOR_RESET, 'ja')).toContain('開通確認をしてください');
    expect(text(examples.CARD_REPORTED_LOST, 'ja')).toContain('使用開始の手続きが済むまで');
    const expiring = examples.CERTIFICATE_EXPIRING;
    expect(text(expiring, 'ja')).toContain('「ご自身の電子証明書」で更新');
    expect(text({ ...expiring, authority: 'BANK' }, 'ja')).toContain('更新は、担当窓口に');
  });

  test('the code, until when it is good and after how many wrong ones no more, where there is one', () => {
    const code = { digits: '048213', until: at + 86_400_000 };
    for (const locale of locales) {
      const notice = about([examples.NOTIFICATION_ADDRESS_ADDED]);
      const { html, subject, text } = mailText(notice, code, locale);
      expect(html).toContain('048213');
      expect(text).toMatch(/048213[^]*(2026年11月23日 14:05:09|23 Nov 2026, 14:05:09)[^]*5/);
      expect(subject).not.toContain('048213');
      expect(mailText(notice, null, locale).text).not.toMatch(/確認コード|Code:/);
    }
  });
});

describe('R10: what no mail says, in either language, of whatever happened', () => {
  /** Everything that people can type into what a mail tells, at its worst. */
  const typed = [
    'https://evil.example/login',
    'www.evil.example',
    'evil.example',
    'みなと銀行。ｅｖｉｌ．ｅｘａｍｐｌｅ',
    '40718203956',
    '契約40718203956の件',
  ];
  const worst: readonly HistoryEvent[] = typed.flatMap((name): readonly HistoryEvent[] => [
    { ...examples.CONTRACT_OPENED, name, desk: { reference: name, identityCheck: null } },
    { ...examples.CONTRACT_LOCKED, reason: 'BY_DESK', by: name },
    { ...examples.USER_ADDED, name },
    { ...examples.USER_REMOVED, name },
    { ...examples.USER_UPDATED, to: { name, email: 'x40718203956@example.jp' } },
  ]);
  const mails = [...everyExample, ...worst].flatMap((event) =>
    locales.map((locale) => mailText(about([event]), null, locale)),
  );

  test('a link: names and references lose what a mail program would make one of', () => {
    const linking = mails.flatMap(({ html, subject, text }) =>
      [subject, ...text.split('\n'), ...html.split('\n')].filter((line) => link.test(line)),
    );
    expect(linking).toEqual([]);
    expect(typed.slice(0, 3).every((text) => link.test(text))).toBe(true);
  });

  test('the whole contract ID, whoever typed it where', () => {
    const whole = mails.filter(({ html, subject, text }) =>
      `${subject}${text}${html}`.includes(contractId),
    );
    expect(whole).toEqual([]);
    expect(mails).toHaveLength(2 * (everyExample.length + worst.length));
  });

  test('anything but one line of subject, and text without a control character', () => {
    for (const { subject, text } of mails) {
      expect(subject).toMatch(/^\P{Cc}+$/u);
      expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      expect(text).not.toMatch(/undefined|null|\[object|NaN/);
    }
  });

  test('one thing as text and another as a page; and no page that loads, links or runs anything', () => {
    for (const { html, subject, text } of mails) {
      const body = html.slice(html.indexOf('<body'));
      const shown = body.replace(/<[^>]+>/g, '').replace(/&#39;|&quot;|&lt;|&gt;|&amp;/g, '?');
      const bare = (words: string) => words.replace(/[\s\-・&<>"'?]/g, '');
      expect(bare(shown)).toBe(bare(`${subject}${text}`));
      expect(html).not.toMatch(
        /<(?:script|img|a|link|iframe|table|form|style|object)\b|\bon\w+=|url\(/i,
      );
    }
    const marked = mailText(about([{ ...examples.USER_REMOVED, name: '<b>&' }]), null, 'en');
    expect(marked.html).toContain('&lt;b&gt;&amp;');
  });

  test('nothing is lost of what needs no change', () => {
    for (const event of everyExample) expect(mailedEvents([event], contractId)).toEqual([event]);
  });
});

describe('R10: the code is in the mail to its own address alone', () => {
  const waiting = { status: 'PENDING', codeUntil: at + 86_400_000 };
  const added = { type: 'NOTIFICATION_ADDRESS_ADDED', address: 'New@example.jp' } as const;
  const mail = { to: 'new@example.jp', at, events: [added] };

  test('told by which it hears that it was added', () => {
    expect(tellsCode(mail, waiting)).toBe(true);
  });

  test.each([
    ['to another address', { ...mail, to: 'first@example.jp' }, waiting],
    ['of anything else', { ...mail, events: [examples.USER_LOGGED_ON] }, waiting],
    ['written before the code was drawn', { ...mail, at: at - 1 }, waiting],
    ['once the address is in force', mail, { status: 'IN_FORCE', codeUntil: null }],
  ])('not in a mail %s', (_, other, holder) => {
    expect(tellsCode(other, holder)).toBe(false);
  });
});

test('what changed stands below what happened, each in a line of its own; then what comes next, and the paperwork last', () => {
  const { html, text } = mailText(about([examples.ADMINISTRATOR_RESET]), null, 'ja');
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith('・'));
  const [what, change, next, note] = lines.slice(first, first + 4);
  expect(what).toMatch(/^・管理者に新しい登録用暗証番号を発行しました/);
  expect(change).toMatch(/^　.+ → .+。$/);
  expect(next).toMatch(/^　管理者は、登録用暗証番号を/);
  expect(note).toMatch(/^　受付番号: /);
  expect(html.match(/<li>/g)).toHaveLength(1);
});
