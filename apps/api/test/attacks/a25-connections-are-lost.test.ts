import type postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import { type Answered, logOnUser, type SeededContract } from '../harness/seed.ts';
import { seedContract, seedUser } from '../harness/seed.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { type Ground, layGround, startProcess } from '../harness/server.ts';

const userIds = ['Sato', 'Tanaka', 'Suzuki'];
const rounds = 30;

let ground: Ground;
let server: ServerProcess;
let contract: SeededContract;
let sql: postgres.Sql;

beforeAll(async () => {
  ground = await layGround();
  server = await startProcess(ground);
  contract = await seedContract(server.url, ground);
  for (const userId of userIds) await seedUser(contract, userId);
  sql = asSuperuser(ground);
});
afterAll(async () => {
  await sql.end();
  await server.stop();
  await ground.clear();
});

/** Ends all of the server's connections; answers how many there were. */
async function cutAll(): Promise<number> {
  const { count } = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = 'monban_app'`;
  return count;
}

/**
 * Ends connections as soon as there are any, most while they are being opened: twice at most, so that what takes an
 * attempt back gets through.
 */
async function cutUnder(answers: Promise<unknown>): Promise<number> {
  const all = { answered: false };
  void answers.finally(() => (all.answered = true));
  let cut = 0;
  for (let times = 0; !all.answered && times < 2;) {
    const ended = await cutAll();
    cut += ended;
    if (ended > 0) times += 1;
  }
  return cut;
}

const rightLogons = (): Promise<PromiseSettledResult<Answered>[]> =>
  Promise.allSettled(
    userIds.map((userId) => logOnUser(connect(server.url), contract.contractId, userId)),
  );

it('A25, A3: connections that are lost again and again, while they are opened too, end no server, and make no right entry a wrong one', async () => {
  let cut = 0;
  let gotIn = 0;
  for (let round = 0; round < rounds; round += 1) {
    cut += await cutAll();
    const answers = rightLogons();
    cut += await cutUnder(answers);
    for (const answer of await answers) {
      if (answer.status === 'fulfilled') gotIn += Number(answer.value.__typename === 'LoggedOn');
    }
  }
  figure(
    'A25',
    `${cut} connections cut under ${rounds * userIds.length} right logons: ${gotIn} got in`,
  );
  expect([server.process.exitCode, server.output()]).toEqual([null, expect.any(String)]);

  const wrong = await sql`
    select number, event from history_entries
    where contract_id = ${contract.contractId} and event ->> 'type' = 'WRONG_ENTRY'`;
  const marks = await sql`
    select person_key from persons
    where contract_id = ${contract.contractId} and attempts <> '[]'`;
  expect([[...wrong], [...marks]]).toEqual([[], []]);

  const words = async () =>
    (await rightLogons()).map((answer) =>
      answer.status === 'fulfilled' ? answer.value.__typename : 'FAULT',
    );
  // The last cut may have come after the last answer, and the server not know of it yet.
  await expect.poll(words, { timeout: 30_000 }).toEqual(userIds.map(() => 'LoggedOn'));
});

it('A25: through a pooler of transactions, where no statement ends in time, the server does not start, and says why', async () => {
  // What arrives behind such a pooler: it swallows the setting.
  const env = { DATABASE_URL: `${ground.database.applicationUrl}?statement_timeout=0` };
  await expect(startProcess(ground, env)).rejects.toThrow(
    /Monban could not start: DATABASE_URL leads to a pooler of transactions/,
  );
});
