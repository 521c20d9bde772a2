import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import { type Conduct, startMailServer, type TestMailServer } from '../harness/mail-server.ts';
import { act, contractTelling, distinct, drained, judge, outbox } from '../harness/mailed.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { type Ground, layGround, startProcess } from '../harness/server.ts';

const addresses = ['first@a.example', 'second@b.example'];

let mail: TestMailServer;
let ground: Ground;
let sql: postgres.Sql;

beforeAll(async () => {
  mail = await startMailServer();
  ground = await layGround({
    SMTP_URL: mail.url,
    MAIL_FROM: 'notice@bank.example',
    MONBAN_MAIL_RETRY_SECONDS: '1',
    LOG_LEVEL: 'warn',
  });
  sql = asSuperuser(ground);
});
afterAll(async () => {
  await sql.end();
  await mail.leave();
  await ground.clear();
});
beforeEach(() => mail.behave());

const nothingWrong = { missing: 0, strange: 0, outOfOrder: 0 };

/** Holds the first mail in the middle of being taken, until it is let go. */
function holdFirst(): { held(): boolean; letGo(): void } {
  let letGo: (conduct: Conduct) => void = () => undefined;
  const held = new Promise<Conduct>((resolve) => (letGo = resolve));
  let asked = 0;
  mail.conduct = () => ((asked += 1) === 1 ? held : 'TAKE');
  return { held: () => asked > 0, letGo: () => letGo('TAKE') };
}

async function waiting(): Promise<number> {
  return (await outbox(sql)).filter(({ failed, sent }) => !failed && !sent).length;
}

async function withProcesses(
  count: number,
  work: (...servers: ServerProcess[]) => Promise<void>,
): Promise<void> {
  const servers = await Promise.all(Array.from({ length: count }, () => startProcess(ground)));
  try {
    await work(...servers);
  } finally {
    await Promise.all(servers.map((server) => server.stop('SIGKILL')));
  }
}

describe('A23: a process that ends takes no mail with it', () => {
  it('killed between commit and sending: the next process sends what it left', async () => {
    await withProcesses(1, async (server) => {
      const contractId = await contractTelling(server?.url ?? '', ground, sql, addresses);
      await drained(sql);
      await mail.leave();
      await act(server?.url ?? '', ground, contractId, 5);
      await server?.stop('SIGKILL');
    });
    const left = await waiting();
    await mail.comeBack();
    await withProcesses(1, async () => drained(sql));
    const judged = await judge(sql, mail);
    figure('A23', `killed before sending, ${left} mails left: ${JSON.stringify(judged)}`);
    expect(left).toBe(5 * addresses.length);
    expect(judged).toMatchObject(nothingWrong);
  });

  it('killed while a mail is on its way: the next process sends it once more under its Message-ID, and the rest', async () => {
    const first = holdFirst();
    await withProcesses(1, async (server) => {
      const contractId = await contractTelling(server?.url ?? '', ground, sql, addresses);
      await act(server?.url ?? '', ground, contractId, 5);
      await expect.poll(first.held).toBe(true);
      await server?.stop('SIGKILL');
    });
    first.letGo();
    await withProcesses(1, async () => drained(sql));
    const judged = await judge(sql, mail);
    figure('A23', `killed while sending: ${JSON.stringify(judged)}`);
    expect(judged).toMatchObject(nothingWrong);
  });

  it('asked to end: what is on its way arrives and is marked, and nothing new goes out', async () => {
    const first = holdFirst();
    const before = distinct(mail.taken).length;
    await withProcesses(1, async (server) => {
      const contractId = await contractTelling(
        server?.url ?? '',
        ground,
        sql,
        addresses.slice(0, 1),
      );
      await act(server?.url ?? '', ground, contractId, 5);
      await expect.poll(first.held).toBe(true);
      const stopped = server?.stop('SIGTERM');
      await expect.poll(() => fetch(`${server?.url ?? ''}/livez`).catch(() => 'gone')).toBe('gone');
      first.letGo();
      await stopped;
      expect(server?.process.exitCode).toBe(0);
    });
    expect([distinct(mail.taken).length - before, await waiting()]).toEqual([1, 5]);
    await withProcesses(1, async () => drained(sql));
    expect(await judge(sql, mail)).toMatchObject(nothingWrong);
  });

  it('of several at once, each recipient gets one mail at a time, in order, and each once', async () => {
    const before = mail.taken.length - distinct(mail.taken).length;
    await withProcesses(3, async (...servers) => {
      const contractId = await contractTelling(servers[0]?.url ?? '', ground, sql, addresses);
      for (let round = 0; round < 10; round += 1)
        await Promise.all(servers.map(({ url }) => act(url, ground, contractId, 1)));
      await drained(sql);
    });
    const judged = await judge(sql, mail);
    figure('A23', `three processes: ${JSON.stringify(judged)}`);
    expect(judged).toMatchObject({ ...nothingWrong, repeated: before });
    expect(mail.mostAtOnce).toBe(1);
  });
});
