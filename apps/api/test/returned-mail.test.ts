import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readMatrix } from './attacks/matrix-requests.ts';
import { codeInTheMail } from './harness/address-code.ts';
import { type Client } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { startMailServer, type TestMailServer } from './harness/mail-server.ts';
import { drained } from './harness/mailed.ts';
import { runRecipe } from './harness/recipe.ts';
import {
  type Answered,
  ask,
  bank,
  bankToken,
  documents,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const office = 'office@a.example';
const second = 'second@a.example';
const taro = 'taro@a.example';
const confirmed = { confirmationPin: pins.contractConfirmation };

let mail: TestMailServer;
let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let desk: Client;
let system: Client;

beforeAll(async () => {
  mail = await startMailServer();
  ground = await layGround({ SMTP_URL: mail.url, MAIL_FROM: 'notice@bank.example' });
  server = await startHere(ground);
  sql = asSuperuser(ground);
  desk = bank(server.url, ground, ['desk']);
  system = bank(server.url, ground, ['mail']);
});
afterAll(async () => {
  await server.close();
  await sql.end();
  await mail.leave();
  await ground.clear();
});
beforeEach(() => mail.behave());

interface Told {
  readonly ofMailbox?: boolean;
}

/** What the mail system sends on. */
function report(
  messageId: string,
  status = '5.1.1',
  action = 'FAILED',
  client = system,
): Promise<Answered & Told> {
  return ask(client, 'reportBounce', { messageId, status, action });
}

async function company(): Promise<SeededContract> {
  const contract = await seedContract(server.url, ground, { notificationAddress: office });
  await sql`insert into notification_addresses (contract_id, address, status, added_at)
    values (${contract.contractId}, ${second}, 'IN_FORCE', now())`;
  await seedUser(contract, 'Taro', { email: taro });
  await drained(sql);
  return contract;
}

/** Has the company, and a user of it, told something, and answers the Message-IDs of the mails of it, by address. */
async function mails(
  { administrator }: SeededContract,
  told = 1,
): Promise<ReadonlyMap<string, string>> {
  const before = mail.taken.length;
  for (let each = 0; each < told; each += 1)
    for (const operation of ['lockUser', 'unlockUser'] as const)
      await ask(administrator, operation, { userId: 'Taro', ...confirmed });
  await drained(sql);
  return new Map(mail.taken.slice(before).map(({ messageId, to }) => [to, messageId]));
}

async function mailTo(contract: SeededContract, address: string): Promise<string> {
  const id = (await mails(contract)).get(address);
  if (id === undefined) throw new Error(`No mail went to ${address}.`);
  return id;
}

interface Standing {
  readonly bounced: readonly { readonly event: string; readonly text: string }[];
  readonly attention: readonly string[];
  readonly marked: readonly string[];
  readonly notices: readonly { readonly id: string; readonly state: string }[];
}

interface Page {
  readonly attention: readonly { readonly kind: string }[];
  readonly notificationAddresses: readonly {
    readonly address: string;
    readonly bouncedAt: string | null;
  }[];
  readonly history: { readonly nodes: Standing['bounced'] };
  readonly notices: { readonly nodes: Standing['notices'] };
}

/** How it stands before the administrator’s eyes: history, home page, settings, list of notices. */
async function standing({ administrator }: SeededContract): Promise<Standing> {
  const { contract } = await administrator.send<{ contract: Page }>(
    `{ contract { attention { kind } notificationAddresses { address bouncedAt }
      history(first: 100) { nodes { event text } } notices(first: 100) { nodes { id state } } } }`,
  );
  return {
    bounced: contract.history.nodes.filter(({ event }) => event === 'ADDRESS_BOUNCED'),
    attention: contract.attention.map(({ kind }) => kind),
    marked: contract.notificationAddresses
      .filter(({ bouncedAt }) => bouncedAt !== null)
      .map(({ address }) => address),
    notices: contract.notices.nodes,
  };
}

const stateOf = ({ notices }: Standing, messageId: string) =>
  notices.find(({ id }) => messageId.startsWith(`<${id}@`))?.state;

/** Mails about a bounce that a company was told. */
const toldOf = (address: string, from = 0) =>
  mail.taken
    .slice(from)
    .filter(({ raw }) => raw.includes('mail comes back') && raw.includes(`Mail to ${address}`));

const nothing = { bounced: [], attention: [], marked: [] };

describe('R10: mail that comes back later', () => {
  it('is told, recorded and shown as one that is refused at once, and once', async () => {
    const [later, atOnce] = [await company(), await company()];
    const before = mail.taken.length;
    const sent = await mails(later);
    for (const address of [office, taro])
      expect(await report(sent.get(address) ?? '')).toEqual({
        __typename: 'BounceReported',
        ofMailbox: true,
      });
    await drained(sql);
    mail.recipient = (to) => ([office, taro].includes(to) ? { code: 550, text: '5.1.1' } : null);
    await mails(atOnce);
    await drained(sql);

    const [seen, same] = [await standing(later), await standing(atOnce)];
    expect(seen.bounced).toHaveLength(2);
    expect(new Set(seen.bounced.map(({ text }) => text))).toEqual(
      new Set(same.bounced.map(({ text }) => text)),
    );
    expect(seen.attention).toEqual(['ADDRESS_BOUNCED', 'USER_EMAIL_BOUNCED']);
    expect(seen.attention).toEqual(same.attention);
    expect(seen.marked).toEqual([office]);
    await seedUser(later, 'Hanako', { email: 'hanako@a.example' });
    const { contract } = await later.administrator.send<{
      contract: { users: { totalCount: number; nodes: readonly { userId: string }[] } };
    }>('{ contract { users(first: 9, emailBounced: true) { totalCount nodes { userId } } } }');
    expect(contract.users).toEqual({ totalCount: 1, nodes: [{ userId: 'Taro' }] });
    expect(stateOf(seen, sent.get(office) ?? '')).toBe('UNDELIVERABLE');
    expect(stateOf(seen, sent.get(second) ?? '')).toBe('SENT');
    // Of the office both companies’ other address; of the user also the office, where it is not known to be refused.
    const told = [...toldOf(office, before), ...toldOf(taro, before)];
    expect(told.map(({ to }) => to).toSorted()).toEqual([office, second, second, second, second]);
    // And no word of where the machine stands.
    for (const { raw } of told) expect(raw).toMatch(/^By: the (?:bank|system)/m);
    for (const { raw } of told) expect(raw).not.toMatch(/^From: \d/m);
  });

  it('is news once, however often and however much at once it is reported, of one mail and of many', async () => {
    const contract = await company();
    const before = mail.taken.length;
    const one = await mailTo(contract, office);
    const another = await mailTo(contract, office);
    const answers = await Promise.all(
      [one, another, one, another, one, another, one, another].map((id) => report(id)),
    );
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(
      new Set(['BounceReported']),
    );
    await report(one);
    await drained(sql);
    const seen = await standing(contract);
    expect(seen.bounced).toHaveLength(1);
    expect(toldOf(office, before)).toHaveLength(1);
    expect([stateOf(seen, one), stateOf(seen, another)]).toEqual([
      'UNDELIVERABLE',
      'UNDELIVERABLE',
    ]);
  });

  it.each(['later, then at once', 'at once, then later', 'both at once'])(
    'is news once where both come: %s',
    async (order) => {
      const contract = await company();
      const before = mail.taken.length;
      const id = await mailTo(contract, office);
      const refused = async () => {
        mail.recipient = (to) => (to === office ? { code: 550, text: '5.1.1 unknown' } : null);
        await ask(contract.administrator, 'exportHistory', confirmed);
        await drained(sql);
      };
      if (order === 'both at once') await Promise.all([refused(), report(id)]);
      else if (order === 'at once, then later') await refused().then(() => report(id));
      else await report(id).then(refused);
      await drained(sql);
      expect((await standing(contract)).bounced).toHaveLength(1);
      expect(toldOf(office, before)).toHaveLength(1);
    },
  );

  it('is over when a mail was taken and has not come back for five days; that one was taken says nothing', async () => {
    const contract = await company();
    const before = mail.taken.length;
    const id = await mailTo(contract, office);
    await report(id);
    for (const _again of [1, 2]) await mails(contract);
    expect(await standing(contract)).toMatchObject({ marked: [office] });
    expect(toldOf(office, before)).toHaveLength(1);

    // The address is older than all of this.
    await sql`update notification_addresses set added_at = added_at - interval '99 days'
      where contract_id = ${contract.contractId}`;
    const back = (
      days: number,
    ) => sql`update outbox set sent_at = sent_at - make_interval(days => ${days}),
      failed_at = failed_at - make_interval(days => ${days}) where contract_id = ${contract.contractId}`;
    await back(4);
    await mails(contract);
    expect(await standing(contract)).toMatchObject({ marked: [office] });
    await back(2);
    await mails(contract);
    await expect.poll(async () => (await standing(contract)).marked).toEqual([]);
    // The same report once more, late: known.
    await report(id);
    expect(await standing(contract)).toMatchObject({ marked: [] });
    // A mail of today's: news.
    await report(await mailTo(contract, office));
    expect((await standing(contract)).bounced).toHaveLength(2);
  });

  it('of a user whose address was corrected, or who is gone, is a notice that did not arrive, and no more', async () => {
    const contract = await company();
    const id = await mailTo(contract, taro);
    const { contract: read } = await contract.administrator.send<{
      contract: { users: { nodes: readonly { version: number }[] } };
    }>('{ contract { users(first: 1) { nodes { version } } } }');
    const { __typename } = await ask(contract.administrator, 'updateUser', {
      userId: 'Taro',
      email: 'other@a.example',
      expectedVersion: read.users.nodes[0]?.version,
      ...confirmed,
    });
    expect(__typename).toBe('UserUpdated');
    await report(id);
    const after = await standing(contract);
    expect(after).toMatchObject(nothing);
    expect(stateOf(after, id)).toBe('UNDELIVERABLE');
  });

  it('undoes no user’s address that was taken out and put back since, nor the one who has it by now', async () => {
    const contract = await company();
    const { administrator, contractId } = contract;
    const sent = await mailTo(contract, taro);
    const update = async (userId: string, email: string | null) => {
      const [row] = await sql<{ version: number }[]>`select version from persons
        where contract_id = ${contractId} and person_key = ${userId.toLowerCase()}`;
      const given = { userId, email, expectedVersion: row?.version, ...confirmed };
      expect((await ask(administrator, 'updateUser', given)).__typename).toBe('UserUpdated');
    };
    await update('Taro', null);
    await update('Taro', taro);
    await report(sent);
    expect(await standing(contract)).toMatchObject(nothing);

    const late = await mailTo(contract, taro);
    await update('Taro', null);
    await seedUser(contract, 'Hanako', { email: taro });
    await report(late);
    expect(await standing(contract)).toMatchObject(nothing);

    await drained(sql);
    await update('Hanako', null);
    await update('Taro', taro);
    await drained(sql);
    await report(await mailTo(contract, taro));
    expect(await standing(contract)).toMatchObject({ attention: ['USER_EMAIL_BOUNCED'] });
  });

  it('to an address that was taken out undoes none; nor one that was put back in since', async () => {
    const contract = await company();
    const sent = await mails(contract);
    await sql`delete from notification_addresses where contract_id = ${contract.contractId} and address = ${second}`;
    await report(sent.get(second) ?? '');
    expect(await standing(contract)).toMatchObject(nothing);
    await sql`update notification_addresses set added_at = now() where contract_id = ${contract.contractId}`;
    await report(sent.get(office) ?? '');
    const seen = await standing(contract);
    expect(seen).toMatchObject(nothing);
    expect(stateOf(seen, sent.get(office) ?? '')).toBe('UNDELIVERABLE');
  });

  it('undoes no address whose code was entered since the mail went out, and one whose code was not', async () => {
    const contract = await company();
    const { administrator, contractId } = contract;
    const fresh = 'fresh@a.example';
    const { contract: seen } = await administrator.send<{ contract: { version: number } }>(
      '{ contract { version } }',
    );
    await ask(administrator, 'setNotificationAddresses', {
      addresses: [office, second, fresh],
      expectedVersion: seen.version,
      ...confirmed,
    });
    await drained(sql);
    const id = mail.taken.findLast(({ to }) => to === fresh)?.messageId ?? '';
    const code = await codeInTheMail(ground, contractId, fresh);
    const entered = await ask(administrator, 'confirmNotificationAddress', {
      address: fresh,
      code,
      ...confirmed,
    });
    expect(entered.__typename).toBe('NotificationAddressConfirmed');
    await report(id);
    expect(await standing(contract)).toMatchObject({ bounced: [], marked: [] });
    await report(await mailTo(contract, fresh));
    expect(await standing(contract)).toMatchObject({ marked: [fresh] });
  });

  it('of a contract that is closed is noted as one that is refused at once', async () => {
    const contract = await company();
    const id = await mailTo(contract, office);
    await sql`update contracts set closed_at = now() where contract_id = ${contract.contractId}`;
    expect((await report(id)).__typename).toBe('BounceReported');
    const [row] = await sql`select count(*)::int as entries from history_entries
      where contract_id = ${contract.contractId} and event_type = 'ADDRESS_BOUNCED'`;
    expect(row?.['entries']).toBe(1);
  });

  it('that the server had taken without a word is not sent once more', async () => {
    const contract = await company();
    mail.conduct = ({ to }) => (to === office ? 'CLOSE_UNSAID' : 'TAKE');
    await ask(contract.administrator, 'exportHistory', confirmed);
    const sent = () => mail.taken.findLast(({ to }) => to === office)?.messageId ?? '';
    await expect.poll(sent).not.toBe('');
    const id = sent();
    await report(id);
    mail.behave();
    await drained(sql);
    expect(stateOf(await standing(contract), id)).toBe('UNDELIVERABLE');
  });

  it('the desk finds among the undeliverable, and has sent once more', async () => {
    const contract = await company();
    const id = await mailTo(contract, office);
    await report(id, '5.2.2');
    const { undeliveredNotices } = await desk.send<{
      undeliveredNotices: { nodes: readonly { id: string; reply: string; sentAt: string }[] };
    }>(
      `query ($contractId: ContractId) { undeliveredNotices(first: 9, contractId: $contractId) { nodes { id reply sentAt } } }`,
      { contractId: contract.contractId },
    );
    const [notice, ...more] = undeliveredNotices.nodes;
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ reply: '5.2.2', sentAt: expect.any(String) });
    const input = { contractId: contract.contractId, noticeId: notice?.id };
    expect((await ask(desk, 'resendNotice', input)).__typename).toBe('NoticeResent');
    await drained(sql);
    expect(mail.taken.filter(({ messageId }) => messageId === id)).toHaveLength(2);
    expect(stateOf(await standing(contract), id)).toBe('SENT');
  });

  it.each([
    ['of our sender or our relay', '5.7.1'],
    ['without a reason', '5.0.0'],
    ['that was tried for days in vain', '4.4.7'],
    ['from a mailbox that was full for days', '4.2.2'],
  ])(
    '%s (%s) is undeliverable, its address has not bounced, and the administrator is shown that nothing arrived there',
    async (_what, status) => {
      const contract = await company();
      const id = await mailTo(contract, office);
      expect(await report(id, status)).toEqual({ __typename: 'BounceReported', ofMailbox: false });
      const seen = await standing(contract);
      // Their notices do not arrive, until one does: that is said, and no more.
      expect(seen).toMatchObject({ ...nothing, attention: ['NOTICES_UNDELIVERED'] });
      expect(stateOf(seen, id)).toBe('UNDELIVERABLE');
      await mails(contract);
      expect(await standing(contract)).toMatchObject(nothing);
    },
  );
});

describe('R10: what is no bounce', () => {
  it('is refused with what is wrong, field by field, nothing of it repeated, and changes nothing', async () => {
    const contract = await company();
    const id = await mailTo(contract, office);
    const before = await sql`select * from outbox where contract_id = ${contract.contractId}`;
    const refused = async (...given: Parameters<typeof report>) => {
      const { __typename, problems, message } = await report(...given);
      expect(`${message}${problems?.map((each) => each.message).join()}`).not.toContain(
        given[1] ?? '–',
      );
      return [__typename, ...(problems ?? []).map(({ code, path }) => `${path} ${code}`)];
    };
    for (const action of ['DELAYED', 'DELIVERED', 'RELAYED', 'EXPANDED'])
      expect(await refused(id, '4.4.1', action)).toEqual(['InvalidInput', 'action NOT_FAILED']);
    expect(await refused('', '2.0.0', 'DELAYED')).toEqual([
      'InvalidInput',
      'messageId REQUIRED',
      'action NOT_FAILED',
      'status NOT_A_FAILURE_STATUS',
    ]);
    expect(await refused('no message', '550')).toEqual([
      'InvalidInput',
      'messageId NOT_A_MESSAGE_ID',
      'status NOT_A_FAILURE_STATUS',
    ]);
    expect(await sql`select * from outbox where contract_id = ${contract.contractId}`).toEqual(
      before,
    );
    expect(await standing(contract)).toMatchObject(nothing);
  });

  it('of a mail that is none of ours is answered in one way, whatever it looks like', async () => {
    const { contractId } = await company();
    const answers = await Promise.all(
      [
        '<CAF2x@mail.example>',
        '<00000000-0000-4000-8000-000000000000@bank.example>',
        `<${contractId}@bank.example>`,
        office,
        "<'or'true--@bank.example>",
      ].map((id) =>
        system.raw(documents.reportBounce, {
          input: { messageId: id, action: 'FAILED', status: '5.1.1' },
        }),
      ),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]?.body).toContain('NOT_FOUND');
  });
});

describe('A11: who may report', () => {
  it('is scope mail alone, which gives nothing else that a stranger does not have', async () => {
    const contract = await company();
    const messageId = await mailTo(contract, office);
    const input = { messageId, action: 'FAILED', status: '5.1.1' };
    for (const client of [
      contract.administrator,
      desk,
      bank(server.url, ground, ['read']),
      bank(server.url, ground, ['transactions']),
    ])
      expect((await client.raw(documents.reportBounce, { input })).body).toContain('FORBIDDEN');
    expect(await standing(contract)).toMatchObject(nothing);
    const more = [...readMatrix()].filter(([, may]) => may.get('MAIL') && !may.get('STRANGER'));
    expect(more.map(([field]) => field)).toEqual([
      'BounceReported.ofMailbox',
      'Mutation.reportBounce',
    ]);
  });
});

describe('the recipe of docs/operating.md', () => {
  it('reports what a mail server sent back, and passes over what is none', async () => {
    const contract = await company();
    const id = await mailTo(contract, office);
    // The identity provider of a bank: a token for who names themselves rightly, and nobody else.
    const provider = createServer((request, response) => {
      const right = request.headers.authorization === `Basic ${btoa('mail-filter:s%3Acret')}`;
      response.statusCode = right ? 200 : 401;
      response.end(
        JSON.stringify({
          access_token: bankToken(ground, ['mail'], 'mail-filter', 'mail-filter'),
          expires_in: 300,
        }),
      );
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const { port } = provider.address() as AddressInfo;
    const env = {
      MONBAN: server.url,
      TOKEN_URL: `http://127.0.0.1:${port}/token`,
      CLIENT_ID: 'mail-filter',
      CLIENT_SECRET: 's:cret',
    };
    expect(
      await runRecipe(
        'report-bounce.mjs',
        { ...env, CLIENT_SECRET: 'none' },
        returned(id, 'failed', '5.1.1'),
      ),
    ).toBe('');
    expect(await standing(contract)).toMatchObject(nothing);
    expect(await runRecipe('report-bounce.mjs', env, returned(id, 'delayed', '4.4.1'))).toContain(
      'NOT_FAILED',
    );
    expect(await standing(contract)).toMatchObject(nothing);
    expect(await runRecipe('report-bounce.mjs', env, returned(id, 'failed', '5.1.1'))).toContain(
      'BounceReported',
    );
    expect(await standing(contract)).toMatchObject({ marked: [office] });
    expect(
      await runRecipe('report-bounce.mjs', env, 'Subject: Out of office\r\n\r\nBack on Monday.'),
    ).toBe('');
    provider.close();
  });
});

/** A delivery status notification, as Postfix writes it. */
function returned(messageId: string, action: string, status: string): string {
  return `Return-Path: <>
Date: Thu, 26 Nov 2026 10:00:00 +0900 (JST)
From: MAILER-DAEMON@mail.bank.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: notice@bank.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4F0A2.1764/mail.bank.example"
Message-Id: <20261126010000.4F0A2@mail.bank.example>

--4F0A2.1764/mail.bank.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mail.bank.example.

<${office}>: host mx.a.example said: 550 5.1.1 User unknown

--4F0A2.1764/mail.bank.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.bank.example
X-Postfix-Queue-ID: 4F0A2
Arrival-Date: Thu, 26 Nov 2026 09:59:59 +0900 (JST)

Final-Recipient: rfc822; ${office}
Original-Recipient: rfc822;${office}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.a.example
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--4F0A2.1764/mail.bank.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: notice@bank.example
To: ${office}
Subject: notice
Message-ID: ${messageId}
Date: Thu, 26 Nov 2026 00:59:59 +0000

--4F0A2.1764/mail.bank.example--
`.replaceAll('\n', '\r\n');
}
