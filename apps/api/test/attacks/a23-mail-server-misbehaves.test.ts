import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  type Conduct,
  type Reply,
  startMailServer,
  type TestMailServer,
} from '../harness/mail-server.ts';
import { act, contractTelling, distinct, drained, judge, outbox } from '../harness/mailed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

const addresses = ['first@a.example', 'second@b.example', 'third@c.example'];
const busy = { code: 451, text: '4.3.2 try again later' };

let mail: TestMailServer;
let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;

beforeAll(async () => {
  mail = await startMailServer();
  ground = await layGround({ SMTP_URL: mail.url, MAIL_FROM: 'Minato Bank <notice@bank.example>' });
  server = await startHere(ground);
  sql = asSuperuser(ground);
});
afterAll(async () => {
  await server.close();
  await sql.end();
  await mail.leave();
  await ground.clear();
});
beforeEach(() => mail.behave());

const nothingWrong = { missing: 0, strange: 0, outOfOrder: 0 };

/** Acts under way while the mail server misbehaves; then it behaves. */
async function through(trouble: () => Promise<void> | void, acts = 6): Promise<string> {
  const contractId = await contractTelling(server.url, ground, sql, addresses);
  const before = distinct(mail.taken).length;
  await trouble();
  await act(server.url, ground, contractId, acts);
  await drained(sql);
  const judged = await judge(sql, mail);
  expect(judged).toMatchObject(nothingWrong);
  expect(distinct(mail.taken).length - before).toBeGreaterThanOrEqual(acts);
  figure('A23', `${trouble.name}: ${JSON.stringify(judged)}`);
  return contractId;
}

/** The addresses of a contract to which mail ever came back: that an arrival ends it does not undo what was told. */
async function bounced(contractId: string): Promise<readonly string[]> {
  const rows = await sql<{ address: string }[]>`
    select event ->> 'address' as address from history_entries
    where contract_id = ${contractId} and event ->> 'type' = 'ADDRESS_BOUNCED'`;
  return rows.map(({ address }) => address);
}

/** Misbehaves the first so many times. */
function atFirst<T>(times: number, trouble: T, then: T): () => T {
  let left = times;
  return () => ((left -= 1) >= 0 ? trouble : then);
}

describe('A23: every act is one mail for each recipient by Message-ID, in order for each', () => {
  it('while the mail server behaves, over one mail at a time for each recipient', async () => {
    await through(function behaving() {
      // As it is.
    });
    expect(mail.mostAtOnce).toBe(1);
  });

  it('where it is away for a while, and comes back', async () => {
    const contractId = await contractTelling(server.url, ground, sql, addresses);
    await drained(sql);
    await mail.leave();
    await act(server.url, ground, contractId, 5);
    await expect
      .poll(async () => (await outbox(sql)).filter(({ tries }) => tries > 1).length)
      .toBe(addresses.length);
    await mail.comeBack();
    await drained(sql);
    const judged = await judge(sql, mail);
    figure('A23', `away: ${JSON.stringify(judged)}`);
    expect(judged).toMatchObject(nothingWrong);
  });

  it('where it puts recipients off: at RCPT TO, and with the mail in its hands', async () => {
    await through(function puttingOff() {
      mail.recipient = atFirst(4, busy, null);
      mail.conduct = atFirst<Conduct>(4, busy, 'TAKE');
    });
  });

  it('where it is slow, and the others do not wait for the slow one', async () => {
    let release: (conduct: 'TAKE') => void = () => undefined;
    const slow = new Promise<'TAKE'>((resolve) => (release = resolve));
    let held = 0;
    const contractId = await contractTelling(server.url, ground, sql, addresses);
    await drained(sql);
    mail.conduct = ({ to }) => {
      if (to !== addresses[0]) return 'TAKE';
      held += 1;
      return slow;
    };
    await act(server.url, ground, contractId, 4);
    await expect
      .poll(async () => (await outbox(sql)).filter(({ failed, sent }) => !sent && !failed).length)
      .toBe(4);
    expect(held).toBe(1);
    release('TAKE');
    await drained(sql);
    expect(await judge(sql, mail)).toMatchObject(nothingWrong);
    expect(mail.mostAtOnce).toBe(1);
  });

  it('where it is gone in the middle of a mail', async () => {
    await through(function goneInTheMiddle() {
      mail.closesInTheMiddle = atFirst(5, true, false);
    });
  });

  it('where it is gone after it took a mail, before it said so: what comes twice is recognisable', async () => {
    await through(function goneUnsaid() {
      mail.conduct = atFirst(4, 'CLOSE_UNSAID', 'TAKE');
    });
    expect(mail.taken.length).toBeGreaterThan(distinct(mail.taken).length);
  });

  it.each([
    { code: 550, text: '5.1.1 no such user' },
    { code: 552, text: '5.2.2 mailbox full' },
    { code: 553, text: 'no mailbox here by that name' },
  ])(
    'where it says that one mailbox is not there or takes nothing ($code $text): those mails are undeliverable, the address has bounced, and the others arrive',
    async (answer) => {
      const before = (await outbox(sql)).filter((notice) => notice.failed).length;
      const contractId = await through(function refusingOne() {
        mail.recipient = (address) => (address === addresses[1] ? answer : null);
      });
      expect(await bounced(contractId)).toEqual([addresses[1]]);
      const all = (await outbox(sql)).filter((notice) => notice.failed);
      const failed = all.filter((notice) => notice.contractId === contractId);
      expect(all).toHaveLength(before + failed.length);
      expect(new Set(failed.map(({ address }) => address))).toEqual(new Set([addresses[1]]));
      expect(failed.length).toBeGreaterThan(5);
      expect(new Set(failed.map(({ reply }) => reply))).toEqual(
        new Set([`${answer.code} ${answer.text}`]),
      );
    },
  );

  it('where it never takes one mail: that alone is undeliverable, and its address has not bounced', async () => {
    const contractId = await contractTelling(server.url, ground, sql, addresses);
    await drained(sql);
    const refusal = { code: 554, text: '5.7.1 looks like spam' };
    const refused = atFirst<Conduct>(1, refusal, 'TAKE');
    mail.conduct = ({ to }) => (to === addresses[1] ? refused() : 'TAKE');
    await act(server.url, ground, contractId, 3);
    await drained(sql);
    const own = (await outbox(sql)).filter((notice) => notice.contractId === contractId);
    expect(own.filter(({ failed }) => failed)).toMatchObject([
      { address: addresses[1], reply: '554 5.7.1 looks like spam' },
    ]);
    expect(await bounced(contractId)).toEqual([]);
    expect(await judge(sql, mail)).toMatchObject(nothingWrong);
  });

  it.each<[string, 'sender' | 'recipient', Reply]>([
    ['our sender', 'sender', { code: 550, text: '5.7.1 we do not know you' }],
    ['to relay', 'recipient', { code: 554, text: '5.7.1 Relay access denied' }],
    ['to relay, with 550', 'recipient', { code: 550, text: '5.7.1 relaying denied' }],
    ['us without a password', 'recipient', { code: 530, text: '5.7.0 authentication required' }],
    ['our password', 'recipient', { code: 535, text: 'authentication failed' }],
    ['our domain', 'recipient', { code: 553, text: '5.1.8 sender has no domain' }],
    ['without a reason', 'recipient', { code: 554, text: 'transaction failed' }],
  ])(
    'where it refuses %s, nobody is undeliverable, no address has bounced, and all arrives once it relents',
    async (_what, at, answer) => {
      const contractId = await contractTelling(server.url, ground, sql, addresses);
      await drained(sql);
      mail[at] = () => answer;
      await act(server.url, ground, contractId, 1);
      await expect
        .poll(async () =>
          (await outbox(sql)).filter((each) => each.contractId === contractId && each.tries > 1),
        )
        .toHaveLength(addresses.length);
      mail.behave();
      await drained(sql);
      const own = (await outbox(sql)).filter((notice) => notice.contractId === contractId);
      expect(own.filter(({ failed, sent }) => failed || !sent)).toEqual([]);
      expect(await bounced(contractId)).toEqual([]);
      expect(await judge(sql, mail)).toMatchObject(nothingWrong);
    },
  );

  it('where it is away for longer than a notice is tried, that is given up, and the desk can see it', async () => {
    const contractId = await contractTelling(server.url, ground, sql, addresses);
    await drained(sql);
    mail.conduct = () => busy;
    await act(server.url, ground, contractId, 1);
    await sql`update outbox set at = now() - interval '73 hours' where sent_at is null`;
    await drained(sql);
    const own = (await outbox(sql)).filter((notice) => notice.contractId === contractId);
    expect(own.filter(({ failed }) => failed).map(({ reply }) => reply)).toEqual(
      addresses.map(() => '451 4.3.2 try again later'),
    );
  });
});
