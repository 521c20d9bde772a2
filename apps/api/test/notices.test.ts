import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Client } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { startMailServer, type TestMailServer } from './harness/mail-server.ts';
import { drained } from './harness/mailed.ts';
import { readMail } from './harness/read-mail.ts';
import {
  ask,
  bank,
  challenge,
  documents,
  logOnUser,
  pins,
  readCard,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const office = 'office@a.example';
const taro = 'taro@a.example';
const confirmed = { confirmationPin: pins.contractConfirmation };

let mail: TestMailServer;
let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let desk: Client;

beforeAll(async () => {
  mail = await startMailServer();
  ground = await layGround({
    SMTP_URL: mail.url,
    MAIL_FROM: 'notice@bank.example',
    MONBAN_BANK_NAME: 'Minato Bank',
  });
  server = await startHere(ground);
  sql = asSuperuser(ground);
  desk = bank(server.url, ground, ['desk']);
});
afterAll(async () => {
  await server.close();
  await sql.end();
  await mail.leave();
  await ground.clear();
});
beforeEach(() => mail.behave());

interface Notice {
  readonly id: string;
  readonly contractId: string;
  readonly address: string;
  readonly state: string;
  readonly failedAt?: string;
  readonly subject: string;
  readonly text: string;
  readonly reply: string | null;
}

interface Notices {
  readonly totalCount: number;
  readonly nodes: readonly Notice[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const parts =
  'totalCount nodes { id contractId address state subject text } pageInfo { hasNextPage endCursor }';

async function noticesOf(client: Client, first = 100, after?: string | null): Promise<Notices> {
  const { contract } = await client.send<{ contract: { notices: Notices } }>(
    `query ($first: Int!, $after: String) { contract { notices(first: $first, after: $after) { ${parts} } } }`,
    { first, after: after ?? null },
  );
  return contract.notices;
}

async function ownNotices(client: Client): Promise<Notices> {
  const { viewer } = await client.send<{ viewer: { notices: Notices } }>(
    `{ viewer { ... on User { notices(first: 100) { ${parts} } } } }`,
  );
  return viewer.notices;
}

async function undelivered(client: Client, contractId: string | null): Promise<Notices> {
  const { undeliveredNotices } = await client.send<{ undeliveredNotices: Notices }>(
    `query ($contractId: ContractId) { undeliveredNotices(first: 100, contractId: $contractId) {
      totalCount nodes { id contractId address state subject text reply tries } pageInfo { hasNextPage endCursor } } }`,
    { contractId },
  );
  return undeliveredNotices;
}

interface Waiting {
  readonly attention: readonly {
    readonly kind: string;
    readonly users: readonly { readonly userId: string; readonly emailBouncedAt: string | null }[];
  }[];
  readonly notificationAddresses: readonly {
    readonly address: string;
    readonly bouncedAt: string | null;
  }[];
  readonly history: {
    readonly nodes: readonly { readonly event: string; readonly text: string }[];
  };
}

async function standing({ administrator }: SeededContract): Promise<Waiting> {
  const { contract } = await administrator.send<{ contract: Waiting }>(
    `{ contract { attention { kind users { userId emailBouncedAt } } notificationAddresses { address bouncedAt }
      history(first: 100) { nodes { event text } } } }`,
  );
  return contract;
}

async function company(): Promise<SeededContract> {
  const contract = await seedContract(server.url, ground, { notificationAddress: office });
  await sql`insert into notification_addresses (contract_id, address, status, added_at)
    values (${contract.contractId}, 'second@a.example', 'IN_FORCE', now())`;
  return contract;
}

describe('R10: mail that comes back', () => {
  it('is an entry and a notice to the other addresses, once; waits for the administrator; and is over when mail arrives', async () => {
    const contract = await company();
    await seedUser(contract, 'Taro', { email: taro });
    await drained(sql);
    mail.recipient = (to) =>
      [office, taro].includes(to) ? { code: 550, text: '5.1.1 unknown' } : null;
    for (const operation of ['lockUser', 'unlockUser'] as const)
      await ask(contract.administrator, operation, { userId: 'Taro', ...confirmed });
    await drained(sql);

    const bounced = await standing(contract);
    const told = mail.taken.filter(({ raw }) => raw.includes('mail comes back'));
    expect(bounced.history.nodes.filter(({ event }) => event === 'ADDRESS_BOUNCED')).toHaveLength(
      2,
    );
    expect(bounced.attention).toEqual([
      { kind: 'ADDRESS_BOUNCED', users: [] },
      {
        kind: 'USER_EMAIL_BOUNCED',
        users: [{ userId: 'Taro', emailBouncedAt: expect.any(String) }],
      },
    ]);
    expect(new Set(told.map(({ to }) => to))).toEqual(new Set(['second@a.example']));
    expect(told).toHaveLength(2);
    expect(
      bounced.notificationAddresses.filter(({ bouncedAt }) => bouncedAt !== null),
    ).toMatchObject([{ address: office }]);

    mail.behave();
    await ask(contract.administrator, 'lockUser', { userId: 'Taro', ...confirmed });
    await drained(sql);
    await expect
      .poll(async () => (await standing(contract)).attention.map(({ kind }) => kind))
      .toEqual(['USER_LOCKED']);
  });

  it('is what Microsoft 365 answers of a mailbox that it does not have, and Postfix of a domain that is none', async () => {
    for (const text of ['5.4.1 Recipient address rejected: Access denied', '5.4.4 no such host']) {
      const contract = await seedContract(server.url, ground, { notificationAddress: office });
      await drained(sql);
      mail.recipient = (to) => (to === office ? { code: 550, text } : null);
      await ask(contract.administrator, 'exportHistory', confirmed);
      await drained(sql);
      const { attention } = await standing(contract);
      expect(attention.map(({ kind }) => kind)).toEqual(['ADDRESS_BOUNCED']);
      mail.behave();
    }
  });

  it('is no notice that was tried for days in vain: the administrator sees whom nothing reached, until something does', async () => {
    const contract = await seedContract(server.url, ground, { notificationAddress: office });
    await seedUser(contract, 'Taro', { email: taro });
    await drained(sql);
    mail.recipient = (to) => ([office, taro].includes(to) ? { code: 451, text: '4.2.2' } : null);
    await ask(contract.administrator, 'lockUser', { userId: 'Taro', ...confirmed });
    await sql`update outbox set at = now() - interval '73 hours' where sent_at is null`;
    await sql`update notification_addresses set added_at = now() - interval '9 days' where contract_id = ${contract.contractId}`;
    await sql`update persons set added_at = now() - interval '9 days' where contract_id = ${contract.contractId}`;
    await drained(sql);
    const after = await standing(contract);
    expect(
      after.attention.map(({ kind, users }) => [kind, users.map(({ userId }) => userId)]),
    ).toEqual([
      ['NOTICES_UNDELIVERED', []],
      ['USER_LOCKED', ['Taro']],
      ['USER_NOTICES_UNDELIVERED', ['Taro']],
    ]);
    expect(after.history.nodes.filter(({ event }) => event === 'ADDRESS_BOUNCED')).toEqual([]);
    mail.behave();
    await ask(contract.administrator, 'unlockUser', { userId: 'Taro', ...confirmed });
    await drained(sql);
    expect((await standing(contract)).attention).toEqual([]);
  });

  it('a user’s other address begins anew', async () => {
    const contract = await company();
    await seedUser(contract, 'Taro', { email: taro });
    await drained(sql);
    await sql`update persons set email_bounced_at = now() where contract_id = ${contract.contractId} and user_id = 'Taro'`;
    const changed = await ask(contract.administrator, 'updateUser', {
      userId: 'Taro',
      email: 'other@a.example',
      expectedVersion: 1,
      ...confirmed,
    });
    expect(changed.__typename).toBe('UserUpdated');
    expect((await standing(contract)).attention).toEqual([]);
  });
});

describe('R10: what could not be delivered', () => {
  it('the desk finds in one contract or in all, with the mail server’s answer, and has it sent once more under its Message-ID', async () => {
    const contract = await company();
    await drained(sql);
    mail.recipient = (to) => (to === office ? { code: 552, text: '5.2.2 mailbox full' } : null);
    await ask(contract.administrator, 'exportHistory', confirmed);
    await drained(sql);
    mail.behave();
    const before = mail.taken.length;
    const [notice, ...more] = (await undelivered(desk, contract.contractId)).nodes;
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      contractId: contract.contractId,
      address: office,
      state: 'UNDELIVERABLE',
      reply: '552 5.2.2 mailbox full',
    });
    const all = await undelivered(bank(server.url, ground, ['read']), null);
    expect(all.nodes.map(({ id }) => id)).toContain(notice?.id);

    const input = { contractId: contract.contractId, noticeId: notice?.id, reference: 'A-1' };
    expect((await ask(desk, 'resendNotice', input)).__typename).toBe('NoticeResent');
    await drained(sql);
    const ids = mail.taken.slice(before).map(({ messageId }) => messageId);
    // In the mail and in the list: whose it is.
    expect(mail.taken[before]?.raw).toContain('Minato Bank, corporate internet banking');
    expect(notice?.subject).toMatch(/^Minato Bank, corporate internet banking: /);
    expect(ids).toEqual([`<${notice?.id}@bank.example>`]);
    expect((await undelivered(desk, contract.contractId)).totalCount).toBe(0);
    const [entry] = (await standing(contract)).history.nodes;
    expect(entry).toMatchObject({ event: 'NOTICE_RESENT', text: expect.stringContaining('A-1') });

    expect(await ask(desk, 'resendNotice', input)).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
    for (const noticeId of ['00000000-0000-4000-8000-000000000000', 'x', ''])
      expect(await ask(desk, 'resendNotice', { ...input, noticeId })).toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  it('after a mail server’s mistake of days the desk finds what it cost, the last first, page by page, and has each contract’s sent again in one act', async () => {
    const [one, other] = [await company(), await company()];
    await drained(sql);
    mail.recipient = () => ({ code: 451, text: '4.3.0 mistaken' });
    for (const { administrator } of [one, other, one, other])
      await ask(administrator, 'exportHistory', confirmed);
    const since = new Date().toISOString();
    await sql`update outbox set at = at - interval '73 hours' where sent_at is null`;
    await drained(sql);
    await sql`update outbox set failed_at = '2020-01-01' where contract_id = ${one.contractId} and failed_at is not null
      and message_id = (select min(message_id::text)::uuid from outbox where contract_id = ${one.contractId} and failed_at is not null)`;
    mail.behave();

    const page = async (after: string | null, first: number, reply = '451') => {
      const found = await desk.send<{ undeliveredNotices: Notices }>(
        `query ($after: String, $first: Int!, $since: DateTime, $reply: String) {
          undeliveredNotices(first: $first, after: $after, since: $since, reply: $reply) {
            totalCount nodes { id contractId failedAt reply } pageInfo { hasNextPage endCursor } } }`,
        { after, first, since, reply },
      );
      return found.undeliveredNotices;
    };
    const all = (await page(null, 100)).nodes;
    expect(new Set(all.map(({ contractId }) => contractId))).toEqual(
      new Set([one.contractId, other.contractId]),
    );
    const times = all.map(({ failedAt = '' }) => Date.parse(failedAt));
    expect(times).toEqual(times.toSorted((earlier, later) => later - earlier));
    expect((await page(null, 100, '552')).nodes).toEqual([]);
    const start = await page(null, 1);
    const rest = await page(start.pageInfo.endCursor, 100);
    expect([...start.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(start.totalCount).toBe(all.length);

    const input = { contractId: one.contractId, failedSince: since, reference: 'A-9' };
    const own = all.filter(({ contractId }) => contractId === one.contractId);
    const before = mail.taken.length;
    expect(await ask(desk, 'resendNotices', input)).toMatchObject({
      __typename: 'NoticesResent',
      resent: own.length,
    });
    await drained(sql);
    const sent = mail.taken.slice(before).map(({ messageId }) => messageId);
    expect(sent.toSorted()).toEqual(own.map(({ id }) => `<${id}@bank.example>`).toSorted());
    const [entry, earlier] = (await standing(one)).history.nodes;
    expect(entry).toMatchObject({ event: 'NOTICES_RESENT', text: expect.stringContaining('A-9') });
    expect(earlier?.event).not.toBe('NOTICES_RESENT');
    // What was given up before stays, and so does the other contract's.
    expect((await undelivered(desk, one.contractId)).totalCount).toBe(1);
    expect((await undelivered(desk, other.contractId)).totalCount).toBeGreaterThan(0);
    expect(await ask(desk, 'resendNotices', input)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });

  it('another contract’s notice is found in none but its own', async () => {
    const [one, other] = [await company(), await company()];
    await sql`update outbox set sent_at = null, failed_at = now() where contract_id = ${one.contractId}`;
    const [notice] = (await undelivered(desk, one.contractId)).nodes;
    const input = { contractId: other.contractId, noticeId: notice?.id };
    expect(await ask(desk, 'resendNotice', input)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await undelivered(desk, other.contractId)).nodes).toEqual([]);
  });
});

describe('R10: everybody reads what was told to them', () => {
  it('the administrator all of the contract’s, page by page, the newest first, and never a code', async () => {
    const contract = await company();
    const { contract: seen } = await contract.administrator.send<{ contract: { version: number } }>(
      '{ contract { version } }',
    );
    await ask(contract.administrator, 'setNotificationAddresses', {
      addresses: [office, 'second@a.example', 'new@a.example'],
      expectedVersion: seen.version,
      ...confirmed,
    });
    await drained(sql);
    const told = mail.taken.find(({ to }) => to === 'new@a.example');
    expect(told?.raw).toMatch(/Code: \d{6}/);
    const all = await noticesOf(contract.administrator);
    expect(all.nodes.map(({ address }) => address)).toContain('new@a.example');
    expect(all.nodes.map(({ text }) => text).join()).not.toMatch(/Code:|(?<![\d-])\d{6}(?!\d)/);
    expect(new Set(all.nodes.map(({ state }) => state))).toEqual(new Set(['SENT']));
    // Whose deed it was: the desk opened it, and no clerk is named; the administrator did the rest.
    const bys = all.nodes.map(({ text }) => /^By: (.*)$/m.exec(text)?.[1]);
    expect(bys.at(0)).toBe('the administrator');
    expect(bys.at(-1)).toBe('the bank (its desk, or a system of its own)');
    expect(all.nodes.at(-1)?.text).not.toMatch(/^From:|clerk/m);

    const pages: Notice[] = [];
    let cursor: string | null = null;
    do {
      const page: Notices = await noticesOf(contract.administrator, 2, cursor);
      pages.push(...page.nodes);
      cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (cursor !== null);
    expect(pages).toEqual(all.nodes);
    expect(all.totalCount).toBe(all.nodes.length);
  });

  it('a user what concerns them and nobody else, though their address is the company’s as well', async () => {
    const contract = await company();
    const user = await seedUser(contract, 'Taro', { email: office.toUpperCase() });
    await seedUser(contract, 'Jiro', { email: 'jiro@a.example' });
    await ask(contract.administrator, 'exportHistory', confirmed);
    await drained(sql);
    const own = await ownNotices(user);
    expect(own.nodes.length).toBeGreaterThan(1);
    expect(own.totalCount).toBe(own.nodes.length);
    for (const { subject, text } of own.nodes) {
      expect(text).toContain('Taro');
      expect(`${subject}${text}`).not.toMatch(/Jiro|exported|administrator logged on/i);
    }
    const closed = await user.raw('{ contract { notices(first: 1) { totalCount } } }', {});
    expect(closed.body).toContain('FORBIDDEN');
  });

  it('who has no address has no notices', async () => {
    const contract = await company();
    expect((await ownNotices(await seedUser(contract, 'Taro'))).nodes).toEqual([]);
  });
});

describe('R10: the language of the notices', () => {
  it('is the one that the administrator set, from the mail about it on; a wrong PIN and the same once more change and tell nothing', async () => {
    const contract = await company();
    const set = (language: string, confirmationPin: string = pins.contractConfirmation) =>
      ask(contract.administrator, 'setMailLanguage', { language, confirmationPin });
    const since = async (act: () => Promise<unknown>) => {
      await drained(sql);
      const before = mail.taken.length;
      await act();
      await drained(sql);
      return mail.taken.slice(before).map(({ raw }) => readMail(raw));
    };
    expect(await set('ja', pins.wrong)).toMatchObject({ __typename: 'WrongPin' });
    expect(await since(() => set('en'))).toEqual([]);
    const told = await since(async () =>
      expect(await set('ja')).toMatchObject({ contract: { mailLanguage: 'ja' } }),
    );
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining('お知らせメールの言語: 英語 → 日本語'),
      expect.stringContaining('お知らせメールの言語: 英語 → 日本語'),
    ]);
    expect(await since(() => set('ja'))).toEqual([]);
    const later = await since(() => ask(contract.administrator, 'exportHistory', confirmed));
    expect(later.map(({ text }) => text).join()).toMatch(/操作履歴/);
    await set('en');
    const entries = (await standing(contract)).history.nodes.filter(
      ({ event }) => event === 'MAIL_LANGUAGE_SET',
    );
    expect(entries).toHaveLength(2);
    const user = await seedUser(contract, 'Taro');
    for (const client of [user, desk])
      expect(
        (await client.raw(documents.setMailLanguage, { input: { language: 'en', ...confirmed } }))
          .body,
      ).toContain('FORBIDDEN');
  });
});

describe('R10: the language that a mail was written in', () => {
  it('is that of its act at each try, in the list and when it is resent, though another is set before it goes out and after', async () => {
    const contract = await company();
    await drained(sql);
    const set = (language: string) =>
      ask(contract.administrator, 'setMailLanguage', { language, ...confirmed });
    const listed = async () => {
      const { contract: seen } = await contract.administrator.send<{
        contract: { notices: { nodes: readonly (Notice & { language: string })[] } };
      }>('{ contract { notices(first: 100) { nodes { id language subject text } } } }');
      return seen.notices.nodes;
    };
    const before = mail.taken.length;
    mail.recipient = () => ({ code: 451, text: '4.3.2 try again later' });
    await ask(contract.administrator, 'exportHistory', confirmed);
    expect(await set('ja')).toMatchObject({ contract: { mailLanguage: 'ja' } });
    mail.behave();
    await drained(sql);
    const [first] = mail.taken.slice(before).filter(({ to }) => to === office);
    const { text } = readMail(first?.raw ?? '');
    expect(text).toContain('history was exported');
    expect(first?.raw).toContain('Content-Language: en');
    const id = first?.messageId.slice(1, 37);
    const shown = (await listed()).find((notice) => notice.id === id);
    expect(shown).toMatchObject({ language: 'en', text: `${text}\n` });

    await sql`update outbox set sent_at = null, failed_at = now() where message_id = ${id ?? ''}`;
    const again = { contractId: contract.contractId, noticeId: id };
    expect((await ask(desk, 'resendNotice', again)).__typename).toBe('NoticeResent');
    await drained(sql);
    const resent = mail.taken.findLast(({ messageId }) => messageId === first?.messageId);
    expect(resent).not.toBe(first);
    expect(readMail(resent?.raw ?? '').text).toBe(text);
    const languages = new Set((await listed()).map(({ language }) => language));
    expect(languages).toEqual(new Set(['en', 'ja']));
  });
});

describe('R10: who does not want to be told of their own logons', () => {
  const logonsOf = (from: number, to: string, of: string) =>
    mail.taken
      .slice(from)
      .filter((taken) => taken.to === to && readMail(taken.raw).text.includes(`${of} logged on.`))
      .length;

  it('an administrator is not, nor is anybody else in the company; switching it off is told, and so is on', async () => {
    const contract = await company();
    let { administrator } = contract;
    const set = (on: boolean, confirmationPin: string = pins.contractConfirmation) =>
      ask(administrator, 'setLogonNotices', { on, confirmationPin });
    expect(await set(false, pins.wrong)).toMatchObject({ __typename: 'WrongPin' });
    expect(await set(false)).toMatchObject({ __typename: 'LogonNoticesSet' });
    expect(await set(false)).toMatchObject({ __typename: 'LogonNoticesSet' });
    await drained(sql);
    const told = mail.taken.filter(({ raw }) => raw.includes('own logons off'));
    expect(told.map(({ to }) => to).toSorted()).toEqual([office, 'second@a.example']);
    for (const [on, mails] of [
      [false, 0],
      [true, 1],
    ] as const) {
      await set(on);
      await drained(sql);
      const before = mail.taken.length;
      const client = contract.administrator.with({});
      const asked = await challenge(client, contract.contractId);
      const answered = await ask(client, 'logOnAdministrator', {
        contractId: contract.contractId,
        contractPin: pins.contract,
        oneTimePassword: readCard(contract.digits, asked),
        challengeId: asked.id,
      });
      expect(answered.__typename).toBe('LoggedOn');
      await drained(sql);
      expect([on, logonsOf(before, office, 'administrator')]).toEqual([on, mails]);
      administrator = client;
    }
  });

  it('a user is not, and their company is', async () => {
    const contract = await company();
    const user = await seedUser(contract, 'Taro', { email: taro });
    const off = { on: false, confirmationPin: pins.userConfirmation };
    expect((await ask(user, 'setLogonNotices', off)).__typename).toBe('LogonNoticesSet');
    await drained(sql);
    expect(
      mail.taken.filter(({ raw, to }) => to === taro && raw.includes('own logons off')),
    ).toHaveLength(1);
    const before = mail.taken.length;
    expect((await logOnUser(user.with({}), contract.contractId, 'Taro')).__typename).toBe(
      'LoggedOn',
    );
    await drained(sql);
    expect([logonsOf(before, taro, 'Taro'), logonsOf(before, office, 'Taro')]).toEqual([0, 1]);
    const closed = await desk.raw(documents.setLogonNotices, { input: off });
    expect(closed.body).toContain('FORBIDDEN');
  });
});
