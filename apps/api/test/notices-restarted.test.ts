import type postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { asSuperuser } from './harness/database.ts';
import { startMailServer, type TestMailServer } from './harness/mail-server.ts';
import { act, contractTelling, drained } from './harness/mailed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let mail: TestMailServer;
let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let contractId: string;

beforeEach(async () => {
  mail = await startMailServer();
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'notice@bank.example', LOG_LEVEL: 'warn' };
  ground = await layGround(env);
  server = await startHere(ground);
  sql = asSuperuser(ground);
  contractId = await contractTelling(server.url, ground, sql, ['first@a.example']);
  await drained(sql);
});
afterEach(async () => {
  await server.close();
  await sql.end();
  await mail.leave();
  await ground.clear();
});

/** Of each line with this event the class of the fault and the database's code for it. */
function told(event: string): readonly string[] {
  const lines = server.logged.map((line) => JSON.parse(line) as Record<string, string>);
  return lines
    .filter((line) => line['event'] === event)
    .map(({ error, sqlState }) => `${error} ${sqlState}`);
}

describe('A25: notices, while the mail queue gives trouble', () => {
  it('begin anew where nobody can say that one is over; the server goes on, and the log says why', async () => {
    await sql`revoke delete on graphile_worker._private_jobs from monban_app`;
    await act(server.url, ground, contractId, 1);
    const anew = () => told('sending notices ended, and begins anew');
    await expect.poll(anew).toContain('error 42501');

    await sql`grant delete on graphile_worker._private_jobs to monban_app`;
    const before = mail.taken.length;
    await act(server.url, ground, contractId, 1);
    await drained(sql);
    expect(mail.taken.length).toBeGreaterThan(before);
  });

  it('are told of in one line where the queue can’t be asked, however often it is', async () => {
    await sql`revoke update on graphile_worker._private_jobs from monban_app`;
    await expect.poll(() => told('the mail queue can’t be asked')).toEqual(['error 42501']);
    // Asked once more by all of them, and refused.
    await act(server.url, ground, contractId, 1);
    await expect.poll(() => told('notices could not be queued')).not.toHaveLength(0);
    expect(told('the mail queue can’t be asked')).toHaveLength(1);

    await sql`grant update on graphile_worker._private_jobs to monban_app`;
    await drained(sql);
  });
});
