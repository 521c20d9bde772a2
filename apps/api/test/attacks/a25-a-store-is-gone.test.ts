import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { connect } from '../harness/client.ts';
import { figure } from '../harness/figure.ts';
import { logOnUser, seedContract, seedUser, type SeededContract } from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

let ground: Ground;
let server: OwnServer;
let contract: SeededContract;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
  contract = await seedContract(server.url, ground);
  await seedUser(contract, 'Sato');
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

/** Takes the test's database away under the running server, and gives it back. */
async function away<T>(meanwhile: () => Promise<T>): Promise<T> {
  const sql = postgres(ground.database.superuserUrl, { max: 1, onnotice: () => undefined });
  const name = new URL(ground.database.applicationUrl).pathname.slice(1);
  try {
    await sql`alter database ${sql(name)} allow_connections false`;
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    return await meanwhile();
  } finally {
    await sql`alter database ${sql(name)} allow_connections true`;
    await sql.end();
  }
}

const readiness = async (): Promise<number> => (await fetch(`${server.url}/readyz`)).status;

it('A25: while the database is away nobody gets in, and the server says that it can’t serve; then it recovers by itself', async () => {
  const answers = await away(async () => {
    expect(await readiness()).toBe(503);
    const tries = Array.from({ length: 40 }, () =>
      logOnUser(connect(server.url), contract.contractId, 'Sato'),
    );
    return Promise.allSettled(tries);
  });
  const gotIn = answers.filter(
    (answer) => answer.status === 'fulfilled' && answer.value.__typename === 'LoggedOn',
  );
  figure('A25', `40 right logons with the database away: ${gotIn.length} got in`);
  expect(gotIn).toHaveLength(0);

  expect(await readiness()).toBe(200);
  const recovered = await Promise.all(
    Array.from({ length: 20 }, () => logOnUser(connect(server.url), contract.contractId, 'Sato')),
  );
  expect(recovered.map(({ __typename }) => __typename)).toEqual(recovered.map(() => 'LoggedOn'));
});
