import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { readSettings } from '../src/settings.ts';
import { startTinyServer } from './edges/tiny-server.ts';
import type { Client } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import { codesIn, mailedCode, readMailbox } from './harness/mailbox.ts';
import { ask, documents, pins, seedContract, seedUser } from './harness/seed.ts';
import type { ServerProcess } from './harness/server-process.ts';
import { type Ground, layGround, startProcess } from './harness/server.ts';

let ground: Ground;
let server: ServerProcess;
beforeAll(async () => {
  ground = await layGround({ LOG_LEVEL: 'debug' });
  server = await startProcess(ground);
});
afterAll(async () => {
  await server.stop();
  await ground.clear();
});

const confirmed = { confirmationPin: pins.contractConfirmation };
const first = { notificationAddress: 'first@example.jp' };

/** The page as a browser asks for it, under another name of the host if one is given. */
async function askPage(url: string, host?: string): Promise<number> {
  const { hostname, port } = new URL(url);
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/html', ...(host !== undefined && { host }) };
    request({ hostname, port, path: '/dev/mailbox', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the mailbox of development', () => {
  it('shows what would have been mailed, the newest first, in the contract’s language, without script and without markup of anybody’s', async () => {
    const { administrator, contractId } = await seedContract(server.url, ground, first);
    const add = (userId: string, name: string) =>
      ask(administrator, 'addUser', { userId, name, permissions: [], limits: [], ...confirmed });
    const name = '<script>alert(1)</script> & Co';
    await add('Sato', name);
    const response = await fetch(`${server.url}/dev/mailbox`);
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; style-src 'self'",
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(page).not.toMatch(/<script|https?:\/\//);
    const [added, registered] = await readMailbox(server.url);
    expect(registered?.subject).toBe('Corporate internet banking: administrator registered');
    expect(added?.text).toContain(`User Sato (${name}) was added.`);
    expect(added?.text).toContain(`(last 3 digits of the contract ID: ${contractId.slice(-3)})`);
    expect(page).not.toContain(contractId);

    const sql = asSuperuser(ground);
    await sql`update contracts set locale = 'ja' where contract_id = ${contractId}`;
    await sql.end();
    await add('Tanaka', 'Tanaka');
    expect((await readMailbox(server.url))[0]).toMatchObject({
      to: 'first@example.jp',
      subject: '【法人インターネットバンキング】利用者の追加のお知らせ',
    });
  });

  it('is on this machine alone: under a name that only leads here it is not found', async () => {
    const { port } = new URL(server.url);
    expect(await askPage(server.url)).toBe(200);
    expect(await askPage(server.url, `localhost:${port}`)).toBe(200);
    for (const host of ['rebound.example', `rebound.example:${port}`, '127.0.0.1.rebound.example'])
      expect([host, await askPage(server.url, host)]).toEqual([host, 404]);
    expect(readSettings({ HOST: '0.0.0.0' }).mailbox).toBe(false);
    expect(readSettings({}).mailbox).toBe(true);
  });

  it('is not found where mail is sent or in production, whatever else is served', async () => {
    const tiny = await startTinyServer({ mailbox: null });
    expect(await askPage(tiny.url)).toBe(404);
    expect((await fetch(`${tiny.url}/dev/mailbox.css`)).status).toBe(404);
    await tiny.close();
    expect(() => readSettings({ NODE_ENV: 'production' })).toThrow(/SMTP_URL must be set/);
  });
});

/** What a client was answered by every operation on addresses, and by everything that can be read of them. */
async function everyAnswer(administrator: Client, addresses: readonly string[]): Promise<string> {
  const { contract } = await administrator.send<{ contract: { version: number } }>(
    '{ contract { version } }',
  );
  const answers = [
    await administrator.raw(documents.setNotificationAddresses, {
      input: {
        addresses: ['first@example.jp', ...addresses],
        expectedVersion: contract.version,
        ...confirmed,
      },
    }),
  ];
  for (const address of addresses) {
    const input = { address, code: '12345x', ...confirmed };
    answers.push(await administrator.raw(documents.confirmNotificationAddress, { input }));
  }
  answers.push(
    await administrator.raw(
      '{ contract { notificationAddresses { address status codeUntil codeTriesLeft leavesAt } history(first: 100) { nodes { text event } } } }',
    ),
  );
  return answers.map(({ body, headers }) => `${JSON.stringify([...headers])}${body}`).join('\n');
}

describe('R10: a code is in the mail to its own address, and nowhere else', () => {
  it('in no other mail, no answer, no row of the database, no line of the server, nothing that PostgreSQL does or logs', async () => {
    const contract = await seedContract(server.url, ground, first);
    await seedUser(contract, 'Sato', { email: 'a1@example.jp' });
    const addresses = ['a1', 'a2', 'a3', 'a4'].map((name) => `${name}@example.jp`);
    const answered = await everyAnswer(contract.administrator, addresses);
    // What concerns a user goes to an address that waits for its code as well, if it is the user's.
    await ask(contract.administrator, 'lockUser', { userId: 'Sato', ...confirmed });

    const codes = await Promise.all(
      addresses.map(async (address) => (await mailedCode(server.url, address)) ?? ''),
    );
    expect(codes.filter((code) => /^\d{6}$/.test(code))).toHaveLength(addresses.length);
    expect(new Set(codes).size).toBe(addresses.length);

    const elsewhere = (await readMailbox(server.url)).filter(({ subject, text, to }) => {
      const own = codes[addresses.indexOf(to)];
      return codesIn(`${subject}\n${text}`).some((code) => codes.includes(code) && code !== own);
    });
    const ownMails = (await readMailbox(server.url)).filter(({ text }) =>
      codesIn(text).some((code) => codes.includes(code)),
    );
    const stored = await everyRow();
    const logged = readFileSync(inject('postgresLog'), 'utf8');
    // Microseconds and process IDs have six digits as well, and one in a million of them is a code.
    const unlike = /:\d\d\.\d+|\[\d+\]/g;
    const found = (text: string) =>
      codesIn(text.replaceAll(unlike, '')).filter((code) => codes.includes(code)).length;
    const places = {
      'other mails': elsewhere.length,
      answers: found(answered),
      'rows of the database': found(stored),
      'lines of the server': found(server.output()),
      'lines of PostgreSQL': found(logged),
    };
    figure(
      'A9',
      `${codes.length} codes for mail addresses, each in ${ownMails.length / codes.length} mail: ${Object.entries(
        places,
      )
        .map(([place, number]) => `${number} in ${place}`)
        .join(', ')}`,
    );
    expect(Object.values(places)).toEqual([0, 0, 0, 0, 0]);
    expect(ownMails.map(({ to }) => to).toSorted()).toEqual(addresses);
    // Each of these would have been seen.
    for (const text of [answered, stored]) expect(found(`${text} ${codes[0]}`)).toBe(1);
    expect([stored.includes('a1@example.jp'), server.output().includes('"level":30')]).toEqual([
      true,
      true,
    ]);
  });
});

/** All tables as text, and the statements that connections ran last. */
async function everyRow(): Promise<string> {
  const sql = asSuperuser(ground);
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await sql.unsafe<{ text: string }[]>(`select t::text as text from ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  const doing = await sql<
    { query: string }[]
  >`select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await sql.end();
  return [...texts, ...doing.map(({ query }) => query)].join('\n');
}
