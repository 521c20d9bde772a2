import type postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { sweep } from '../src/sweep.ts';
import { every } from '../src/sweeping.ts';
import { connect, type Send } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { startMailServer, type TestMailServer } from './harness/mail-server.ts';
import { contractTelling, drained } from './harness/mailed.ts';
import { logOnUser, seedContract, seedUser } from './harness/seed.ts';
import { type Ground, layGround, startHere, startProcess } from './harness/server.ts';

const hour = 3_600_000;

let mail: TestMailServer;
let ground: Ground;
let sql: postgres.Sql;

beforeEach(async () => {
  mail = await startMailServer();
  ground = await layGround({ SMTP_URL: mail.url, MAIL_FROM: 'notice@bank.example' });
  sql = asSuperuser(ground);
});
afterEach(async () => {
  await sql.end();
  await mail.leave();
  await ground.clear();
});

/** How many of the server's connections wait for a row's lock. */
async function waitingForLocks(): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and usename = 'monban_app' and wait_event_type = 'Lock'`;
  return row?.count ?? 0;
}

/** Holds a contract's row, and with it everybody who acts on it, until it is let go. */
async function hold(contractId: string): Promise<() => Promise<void>> {
  const own = await sql.reserve();
  await own`begin`;
  await own`select 1 from contracts where contract_id = ${contractId} for update`;
  return async () => {
    await own`rollback`;
    own.release();
  };
}

describe('whoever stops a server waits for what is at work, and for nothing that could as well be done later', () => {
  it('a sweep ends with the contract that it is at; the next process takes the others', async () => {
    let now = Math.ceil(Date.now() / hour) * hour;
    const server = await startHere(ground, { now: () => now });
    const contractIds: string[] = [];
    for (const name of ['first@a.example', 'second@a.example', 'third@a.example'])
      contractIds.push(await contractTelling(server.url, ground, sql, [name]));
    for (const contractId of contractIds) {
      await logOnUser(connect(server.url), contractId, 'Nobody');
      await logOnUser(connect(server.url), contractId, 'Nobody');
    }
    now += hour;
    const tallied = async () => (await sql`select 1 from refusal_tallies`).length;
    const [first = ''] = contractIds.toSorted();
    const letGo = await hold(first);
    const before = await tallied();
    const faults: unknown[] = [];
    const sweeping = every(0.01, (stopping) => sweep(server.services, stopping), faults.push);
    await expect.poll(waitingForLocks).toBe(1);
    const stopped = sweeping.stop();
    await letGo();
    await stopped;
    expect([before, await tallied(), faults]).toEqual([3, 2, []]);
    await sweep(server.services);
    expect(await tallied()).toBe(0);
    await server.close();
  });

  it('notices stop going out while running requests still have their time, so that one time is not added to the other', async () => {
    const server = await startProcess(ground);
    const contract = await seedContract(server.url, ground);
    await seedUser(contract, 'Sato');
    await drained(sql);
    const letGo = await hold(contract.contractId);
    let connection: string | null = null;
    const noting: Send = async (url, request) => {
      const response = await fetch(url, request);
      connection = response.headers.get('connection');
      return response;
    };
    const answer = logOnUser(connect(server.url, {}, noting), contract.contractId, 'Sato');
    await expect.poll(waitingForLocks).toBe(1);
    const stopped = server.stop();
    // The relay's connections have no name.
    const sending = async () =>
      (
        await sql`select 1 from pg_stat_activity
          where datname = current_database() and usename = 'monban_app' and application_name = ''`
      ).length;
    await expect.poll(sending).toBe(0);
    expect(await waitingForLocks()).toBe(1);
    await letGo();
    expect((await answer).__typename).toBe('LoggedOn');
    await stopped;
    // A connection that was kept would hold the end up for the whole 20 seconds.
    expect([server.process.exitCode, connection]).toEqual([0, 'close']);
  });
});
