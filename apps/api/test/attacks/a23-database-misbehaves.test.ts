import type postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { asSuperuser } from '../harness/database.ts';
import { type Conduct, startMailServer, type TestMailServer } from '../harness/mail-server.ts';
import { act, contractTelling, drained, judge } from '../harness/mailed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

let mail: TestMailServer;
let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
/** Another connection, which holds something. */
let other: postgres.Sql;
let contractId: string;

beforeEach(async () => {
  mail = await startMailServer();
  ground = await layGround({ SMTP_URL: mail.url, MAIL_FROM: 'Minato Bank <notice@bank.example>' });
  server = await startHere(ground);
  [sql, other] = [asSuperuser(ground), asSuperuser(ground)];
  contractId = await contractTelling(server.url, ground, sql, ['first@a.example']);
  await drained(sql);
});
afterEach(async () => {
  await other.end({ timeout: 1 });
  await server.close();
  await sql.end();
  await mail.leave();
  await ground.clear();
});

/** How many rows there are. */
async function counted(rows: Promise<readonly { readonly number: number }[]>): Promise<number> {
  return (await rows)[0]?.number ?? 0;
}

describe('A23: what nobody can mark or owns no more is not sent', () => {
  it('where the database takes no marks, as while an index is built: nothing goes out, so nothing twice', async () => {
    await server.close();
    await sql`update outbox set sent_at = null`;
    const before = mail.taken.length;
    await other.begin(async (building) => {
      await building`lock table outbox in share mode`;
      server = await startHere(ground);
      await expect
        .poll(() =>
          counted(sql`select count(*)::int as number from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query ilike '%update "outbox"%'`),
        )
        .toBeGreaterThan(0);
      expect(mail.taken.length).toBe(before);
    });
    await drained(sql);
    expect(mail.taken.length).toBe(before + 1);
  });

  it('where the recipient’s lock is lost in the middle of a mail and another process has it: no further one goes out', async () => {
    const before = mail.taken.length;
    const go: (() => void)[] = [];
    mail.conduct = async (): Promise<Conduct> => {
      await new Promise<void>((resolve) => void go.push(resolve));
      return 'TAKE';
    };
    await act(server.url, ground, contractId, 3);
    await expect.poll(() => go.length).toBe(1);
    const locks = () => sql<{ pid: number; key: string; granted: boolean }[]>`
      select pid, ((classid::bigint << 32) | objid::bigint)::text as key, granted from pg_locks
      where locktype = 'advisory' and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())`;
    const [holder] = await locks();
    const rival = await other.reserve();
    // It stands in the queue, so that it has the lock before anybody else can ask.
    const owned = rival`select pg_advisory_lock(${holder?.key ?? ''}::bigint)`.execute();
    await expect.poll(async () => (await locks()).some(({ granted }) => !granted)).toBe(true);
    await sql`select pg_terminate_backend(${holder?.pid ?? 0})`;
    await owned;
    mail.behave();
    for (const resolve of go) resolve();
    await expect
      .poll(() =>
        counted(
          sql`select count(*)::int as number from graphile_worker.jobs where last_error is not null`,
        ),
      )
      .toBe(1);
    expect(mail.taken.length).toBe(before + 1);
    await rival`select pg_advisory_unlock_all()`;
    rival.release();
    await drained(sql);
    expect(await judge(sql, mail)).toMatchObject({ missing: 0, strange: 0, outOfOrder: 0 });
  });
});
