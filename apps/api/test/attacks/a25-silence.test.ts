import { sql as statement } from 'drizzle-orm';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openDatabase } from '../../src/db/client.ts';
import { connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { type FreezingLine, layFreezingLine } from '../harness/freezing-line.ts';
import { startMailServer, type TestMailServer } from '../harness/mail-server.ts';
import { drained } from '../harness/mailed.ts';
import { logOnUser, seedContract, seedUser, type SeededContract } from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

let mail: TestMailServer;
let ground: Ground;
let sql: postgres.Sql;
let line: FreezingLine;
let server: OwnServer;
let contract: SeededContract;

beforeAll(async () => {
  mail = await startMailServer();
  ground = await layGround({ SMTP_URL: mail.url, MAIL_FROM: 'notice@bank.example' });
  sql = asSuperuser(ground);
  line = await layFreezingLine(ground.database.applicationUrl);
  const database = { ...ground.database, applicationUrl: line.url };
  server = await startHere({ ...ground, database });
  contract = await seedContract(server.url, ground, { notificationAddress: 'office@a.example' });
  await seedUser(contract, 'Sato');
});
afterAll(async () => {
  await server.close();
  await line.close();
  await sql.end();
  await mail.leave();
  await ground.clear();
});

const readiness = async (): Promise<number> => (await fetch(`${server.url}/readyz`)).status;

async function whatIRead(): Promise<unknown> {
  try {
    return await contract.administrator.send('{ contract { services { limit { perDay } } } }');
  } catch {
    return 'FAULT';
  }
}

async function act(): Promise<string> {
  try {
    const { __typename } = await logOnUser(connect(server.url), contract.contractId, 'Sato');
    return __typename;
  } catch {
    return 'FAULT';
  }
}

it('A25: after the database’s machine is gone without a word, and another answers in its place, everybody is served again: who reads, who acts, who asks whether it is ready, and who waits for a notice', async () => {
  await drained(sql);
  const sent = mail.taken.length;
  const before = await whatIRead();
  expect([await readiness(), before]).toEqual([200, { contract: expect.anything() }]);
  line.freeze();
  const served = () => Promise.all([readiness(), whatIRead(), act()]);
  // The kernel would believe in those connections for a quarter of an hour.
  await expect.poll(served, { timeout: 50_000 }).toEqual([200, before, 'LoggedOn']);
  await drained(sql, 60);
  expect(mail.taken.length).toBeGreaterThan(sent);
}, 150_000);

it('A25: whose rollback gets no answer is told what went wrong before, and nobody after them waits on that connection', async () => {
  const own = await layFreezingLine(ground.database.applicationUrl);
  const database = openDatabase(own.url, { connections: 1 });
  const failing = database.acting(contract.contractId, async ({ queries }) => {
    await queries.execute(statement`select 1`);
    own.freeze();
    throw new Error('what went wrong');
  });
  await expect(failing).rejects.toThrow('what went wrong');
  const next = database.acting(contract.contractId, () => Promise.resolve('served'));
  await expect(next).resolves.toBe('served');
  await database.close();
  await own.close();
});
