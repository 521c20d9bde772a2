import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import { startMailServer, type TestMailServer } from '../harness/mail-server.ts';
import { drained } from '../harness/mailed.ts';
import { ask, pins, seedContract, type SeededContract } from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

const first = 'first@a.example';
const evil = 'x@evil.example';

let mail: TestMailServer;
let ground: Ground;
let server: OwnServer;
let contract: SeededContract;

beforeAll(async () => {
  mail = await startMailServer();
  ground = await layGround({ SMTP_URL: mail.url, MAIL_FROM: '門番銀行 <notice@bank.example>' });
  server = await startHere(ground);
  contract = await seedContract(server.url, ground, { notificationAddress: first });
});
afterAll(async () => {
  await server.close();
  await mail.leave();
  await ground.clear();
});

const user = { userId: 'Sato', name: 'Sato', permissions: [], limits: [] };
const confirmed = { confirmationPin: pins.contractConfirmation };

/** What a refusal says of one field. */
async function problemsOf(input: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const answered = await ask(contract.administrator, 'addUser', {
    ...user,
    ...confirmed,
    ...input,
  });
  return (answered.problems ?? []).map(({ path, code }) => `${path ?? ''} ${code}`);
}

describe('A23: names and addresses that would add to a mail’s headers', () => {
  it.each([
    ['CR and LF', `Sato\r\nBcc: ${evil}`, 'CONTROL_CHARACTER'],
    ['LF', `Sato\nBcc: ${evil}`, 'CONTROL_CHARACTER'],
    ['CR', `Sato\rBcc: ${evil}`, 'CONTROL_CHARACTER'],
    ['NUL', 'Sa\0to', 'CONTROL_CHARACTER'],
    ['a line separator', 'Sa\u2028to', 'CONTROL_CHARACTER'],
    ['NEL', 'Sa\u0085to', 'CONTROL_CHARACTER'],
    ['a right-to-left override', 'Sa\u202eto', 'INVISIBLE_CHARACTER'],
    ['a right-to-left mark', 'Sa\u200fto', 'INVISIBLE_CHARACTER'],
    ['a zero-width space', 'Sa\u200bto', 'INVISIBLE_CHARACTER'],
  ])('a name with %s is refused, by field and cause', async (_, name, code) => {
    expect(await problemsOf({ name })).toEqual([`name ${code}`]);
  });

  it.each([
    ['CR and LF', `a@a.example\r\nBcc: ${evil}`],
    ['LF at the end', 'a@a.example\n'],
    ['NUL', 'a\0@a.example'],
    ['a second address', `a@a.example, ${evil}`],
    ['a name and an address', `Sato <${evil}>`],
    ['a quoted part', `"a\\" ${evil} "@a.example`],
    ['a comment', `a(${evil})@a.example`],
    ['a literal', 'a@[192.0.2.1]'],
    ['a route', `@a.example:${evil}`],
    ['full-width letters', 'ａ@ａ.example'],
    ['a right-to-left override', 'a\u202e@a.example'],
    ['another alphabet in its host', 'a@\u0430.example'],
  ])('an address with %s is refused', async (_, email) => {
    expect(await problemsOf({ email })).toEqual(['email NOT_AN_EMAIL_ADDRESS']);
  });

  it('what is text in UTF-7, encoded words, folds and markup stays text, and no mail has a header that ours don’t have', async () => {
    const typed = [
      `+AA0ACg-Bcc: ${evil}`,
      `=?utf-8?q?=0d=0aBcc:_${evil}?=`,
      `=0D=0ABcc: ${evil}`,
      `Bcc: ${evil}`,
      '<b>Sato</b>',
      '.',
      `\\r\\nBcc: ${evil}`,
      '髙橋 﨑',
    ];
    for (const [index, name] of typed.entries())
      await ask(contract.administrator, 'addUser', {
        ...user,
        ...confirmed,
        userId: `u${index}`,
        name,
        email: `+AA0ACg-u${index}@a.example`,
      });
    const sql = asSuperuser(ground);
    // Had it got into a row past every check, it still adds no header.
    const event = JSON.stringify([
      { type: 'USER_REMOVED', userId: 'x', name: `x\r\nBcc: ${evil}\r\n\r\n` },
      { type: 'CONTRACT_LOCKED', reason: 'BY_DESK', by: `x\nBcc: ${evil}` },
    ]);
    await sql`insert into outbox (contract_id, number, address, at, locale, events)
      values (${contract.contractId}, 1000, ${first}, now(), 'ja', ${event}::text::json)`;
    await drained(sql);
    await sql.end();

    const names = new Set(mail.taken.map(({ headers }) => headers.map(([name]) => name).join()));
    figure(
      'A23',
      `${mail.taken.length} mails of ${typed.length + 1} hostile names: ${names.size} set of headers, ${mail.taken.filter(({ to }) => to === evil).length} to somebody else`,
    );
    expect(names.size).toBe(1);
    expect([...names].join().toLowerCase()).not.toMatch(/bcc|list-unsubscribe|reply-to/);
    expect(mail.taken.filter(({ to }) => to === evil)).toEqual([]);
    for (const { headers } of mail.taken)
      expect(headers).toContainEqual(['Auto-Submitted', 'auto-generated']);
    // Each newly named one was told, too.
    expect(mail.taken.filter(({ to }) => to.startsWith('+AA0ACg-'))).toHaveLength(typed.length);
  });
});
