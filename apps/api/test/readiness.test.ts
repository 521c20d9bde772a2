import type postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { asSuperuser } from './harness/database.ts';
import { startMailServer, type TestMailServer } from './harness/mail-server.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let mail: TestMailServer;
let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;

beforeAll(async () => {
  mail = await startMailServer();
  ground = await layGround({ SMTP_URL: mail.url, MAIL_FROM: 'notice@bank.example' });
  server = await startHere(ground);
  sql = asSuperuser(ground);
});
afterAll(async () => {
  await server.close();
  await sql.end();
  await mail.leave();
  await ground.clear();
});

/** The status, and what is in the way. */
async function readiness(): Promise<readonly unknown[]> {
  const response = await fetch(`${server.url}/readyz`);
  const { problems = [] } = (await response.json()) as { problems?: readonly string[] };
  return [response.status, ...problems];
}

const noQueue = expect.stringContaining('The tables of the mail queue are missing');
const silent = 'The database does not answer.';

it('/readyz names the cause: whoever is told to migrate while the database is in trouble looks in the wrong place; the log says once which it is', async () => {
  expect(await readiness()).toEqual([200]);

  await sql`alter schema graphile_worker rename to away`;
  expect(await readiness()).toEqual([503, noQueue]);
  expect(await readiness()).toEqual([503, noQueue]);
  await sql`alter schema away rename to graphile_worker`;
  await sql`revoke select on graphile_worker.migrations from monban_app`;
  expect(await readiness()).toEqual([503, noQueue]);
  await sql`grant select on graphile_worker.migrations to monban_app`;
  expect(await readiness()).toEqual([200]);

  // The tables are there; what is asked of them fails.
  await sql`alter table graphile_worker._private_jobs rename to kept`;
  await sql`
    create view graphile_worker._private_jobs as
    select 1 from (select 1 / count(*) as fault from pg_class where false) failing where fault > 0`;
  await sql`grant select on graphile_worker._private_jobs to monban_app`;
  expect(await readiness()).toEqual([503, silent]);
  expect(await readiness()).toEqual([503, silent]);
  await sql`drop view graphile_worker._private_jobs`;
  await sql`alter table graphile_worker.kept rename to _private_jobs`;
  expect(await readiness()).toEqual([200]);

  const lines = server.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  const told = lines
    .filter(({ event }) => event === 'not ready')
    .map(({ reason, sqlState }) => [reason, sqlState]);
  expect(told).toEqual([
    [noQueue, undefined],
    [silent, '22012'],
  ]);
});
