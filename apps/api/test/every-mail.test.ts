import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { examples, variants } from '@monban/domain/example/events';
import type { HistoryEventType } from '@monban/domain/history-event';
import { locales } from '@monban/domain/locale';
import { noticeRules } from '@monban/domain/notice';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import { startMailServer, type Taken, type TestMailServer } from './harness/mail-server.ts';
import { drained } from './harness/mailed.ts';
import { decodedHeader, readMail } from './harness/read-mail.ts';
import { openContract } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const folder = join(import.meta.dirname, '..', 'test-results', 'mails');
/** Every event that is told, and where its text says something else in another case, that case: `CARD_ISSUED-2`. */
const told = (Object.keys(noticeRules) as HistoryEventType[])
  .filter((type) => 'to' in noticeRules[type])
  .flatMap((type) =>
    [examples[type], ...variants.filter((each) => each.type === type)].map((event, at) => ({
      name: at === 0 ? type : `${type}-${at + 1}`,
      event,
    })),
  );
const newcomer = 'new@example.jp';

let mail: TestMailServer;
let ground: Ground;
let server: OwnServer;
const contractIds: string[] = [];
/** By language and name, as `ja-CARD_DUE`. */
const mails = new Map<string, Taken>();

/** Every event that is told, in a contract of each language: as the acts would have written it. */
beforeAll(async () => {
  mail = await startMailServer();
  ground = await layGround({ SMTP_URL: mail.url, MAIL_FROM: '門番銀行 <notice@bank.example>' });
  server = await startHere(ground);
  const sql = asSuperuser(ground);
  for (const locale of locales) {
    const { contractId } = await openContract(server.url, ground);
    await sql`update contracts set locale = ${locale} where contract_id = ${contractId}`;
    contractIds.push(contractId);
    await sql`insert into notification_addresses (contract_id, address, status, added_at, code_salt, code_until)
      values (${contractId}, ${newcomer}, 'PENDING', now(), '\\x00', now() + interval '24 hours')`;
    for (const [index, { name, event }] of told.entries()) {
      const to = name === 'NOTIFICATION_ADDRESS_ADDED' ? newcomer : `${locale}-${name}@a.example`;
      await sql`insert into outbox (contract_id, number, address, at, origin, locale, events)
        values (${contractId}, ${100 + index}, ${to}, now(), '192.0.2.7', ${locale}, ${JSON.stringify([event])}::text::json)`;
    }
  }
  await drained(sql);
  const rows = await sql<{ id: string; locale: string; at: number }[]>`
    select message_id as id, locale, number::int - 100 as at from outbox where number >= 100`;
  for (const { id, locale, at } of rows) {
    const taken = mail.taken.find(({ messageId }) => messageId === `<${id}@bank.example>`);
    if (taken !== undefined) mails.set(`${locale}-${told[at]?.name}`, taken);
  }
  await sql.end();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, { raw }] of mails) {
    writeFileSync(join(folder, `${name}.eml`), raw, 'latin1');
    writeFileSync(join(folder, `${name}.txt`), readMail(raw).text);
    writeFileSync(join(folder, `${name}.html`), readMail(raw).html);
  }
}, 120_000);
afterAll(async () => {
  await server.close();
  await mail.leave();
  await ground.clear();
});

/** What a mail program makes a link of, mail addresses aside. */
const link = /:\/\/|\bwww\.\w|(?<![@\w.-])[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b(?!@)/i;

/** A code's; a card's serial has as many, behind a hyphen. */
const sixDigits = /(?<![0-9A-Za-z-])\d{6}(?![0-9A-Za-z])/;

/** All that a recipient can read of a mail. */
function readable({ headers, raw }: Taken): string {
  const { html, text } = readMail(raw);
  const subject = headers.find(([name]) => name === 'Subject')?.[1] ?? '';
  return `${decodedHeader(subject)}\n${text}\n${html}`;
}

describe('R10: the mail of every event, in both languages, as it comes over the wire', () => {
  it('each arrived, and stands as a file to be looked at', () => {
    figure('A23', `${mails.size} mails of ${told.length} events and cases of theirs, as files`);
    expect(mails.size).toBe(told.length * locales.length);
  });

  it('none shows a whole contract ID, a link, or a code but the one mail that tells it', () => {
    const whole: string[] = [];
    const links: string[] = [];
    const codes: string[] = [];
    for (const [name, taken] of mails) {
      const text = readable(taken);
      if (contractIds.some((contractId) => text.includes(contractId))) whole.push(name);
      if (text.split('\n').some((line) => link.test(line))) links.push(name);
      if (sixDigits.test(text)) codes.push(name);
    }
    figure(
      'A23',
      `${whole.length} whole contract IDs, ${links.length} links; codes in ${codes.join()}`,
    );
    expect([whole, links]).toEqual([[], []]);
    expect(codes.toSorted()).toEqual(
      locales.map((each) => `${each}-NOTIFICATION_ADDRESS_ADDED`).toSorted(),
    );
  });

  it('each says when to the second in Japan’s time, of which contract by three digits, and what to do; as text and as a page', () => {
    for (const [name, taken] of mails) {
      const { html, text } = readMail(taken.raw);
      const [tail = '', wording] = name.startsWith('ja')
        ? [
            contractIds[0]?.slice(-3),
            /\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d:\d\d（日本時間）[^]*(?:担当窓口に|貴社の管理者に)/,
          ]
        : [
            contractIds[1]?.slice(-3),
            /\d{1,2} \w{3} \d{4}, \d\d:\d\d:\d\d JST[^]*(?:bank’s desk|company’s administrator)/,
          ];
      for (const part of [text, html]) {
        expect([name, wording.test(part), part.includes(`: ${tail}`)]).toEqual([name, true, true]);
      }
    }
  });

  it('each has the headers that it needs, and no other', () => {
    const wanted =
      'Auto-Submitted, Content-Language, Content-Type, Date, From, MIME-Version, Message-ID, Subject, To';
    for (const [name, { headers }] of mails) {
      const names = headers
        .map(([header]) => header)
        .toSorted()
        .join(', ');
      expect([name, names]).toEqual([name, wanted]);
      const value = (of: string) =>
        decodedHeader(headers.find(([header]) => header === of)?.[1] ?? '');
      expect(value('From')).toBe('門番銀行 <notice@bank.example>');
      expect(value('Content-Type')).toMatch(/^multipart\/alternative;/);
      expect(value('Message-ID')).toMatch(/^<[0-9a-f-]{36}@bank\.example>$/);
      expect(Number.isNaN(Date.parse(value('Date')))).toBe(false);
    }
  });
});
