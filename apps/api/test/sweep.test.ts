import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sweep } from '../src/sweep.ts';
import { connect } from './harness/client.ts';
import { logOnUser, pins, seedContract, seedUser } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const hour = 3_600_000;

let ground: Ground;
let server: OwnServer;
let now = Date.now();
let sql: postgres.Sql;
let flooded: string;
let quiet: string;
let worked: string;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => now });
  const url = new URL(ground.database.superuserUrl);
  url.pathname = new URL(ground.database.applicationUrl).pathname;
  sql = postgres(url.href, { max: 1 });
  // Before the clock is moved: bank tokens are good for an hour.
  flooded = (await seedContract(server.url, ground)).contractId;
  quiet = (await seedContract(server.url, ground)).contractId;
  const contract = await seedContract(server.url, ground);
  worked = contract.contractId;
  await seedUser(contract, 'Sato');
});
afterAll(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
});

async function refuse(times: number, contractId: string): Promise<void> {
  const stranger = connect(server.url);
  for (let each = 0; each < times; each += 1) await logOnUser(stranger, contractId, 'Nobody');
}

async function tallies(): Promise<number> {
  const [found] = await sql<
    { count: number }[]
  >`select count(*)::int as count from refusal_tallies`;
  return found?.count ?? 0;
}

/** The contract's newest entries, the newest first: what, how many, by whom. */
async function newest(contractId: string, entries: number) {
  const rows = await sql<{ type: string; counted: number | null; kind: string }[]>`
    select event->>'type' as type, (event->>'number')::int as counted, actor->>'kind' as kind
    from history_entries where contract_id = ${contractId} order by number desc limit ${entries}`;
  return rows.map(({ type, counted, kind }) => [type, counted, kind]);
}

describe('the sweep', () => {
  it('appends a flood of refusals as one entry with its number once the hour is over, though nobody acts any more', async () => {
    now = Math.ceil(now / hour) * hour + 60_000;
    await refuse(5, flooded);
    await sweep(server.services);
    const first = ['ATTEMPT_REFUSED', null, 'STRANGER'];
    expect(await newest(flooded, 1)).toEqual([first]);

    now += hour;
    await sweep(server.services);
    await sweep(server.services);
    expect(await newest(flooded, 2)).toEqual([['REFUSALS_COUNTED', 4, 'SYSTEM'], first]);
    expect(await tallies()).toBe(0);
  });

  it('appends it once, however many servers sweep', async () => {
    await refuse(5, flooded);
    now += hour;
    await Promise.all([sweep(server.services), sweep(server.services), sweep(server.services)]);
    const entries = await newest(flooded, 4);
    expect(entries.map(([type]) => type)).toEqual([
      'REFUSALS_COUNTED',
      'ATTEMPT_REFUSED',
      'REFUSALS_COUNTED',
      'ATTEMPT_REFUSED',
    ]);
  });

  it('appends nothing where the one refusal is an entry already, nor for a contract ID that nobody has', async () => {
    await refuse(1, quiet);
    await refuse(3, '00000000000');
    const before = await newest(quiet, 100);
    now += hour;
    await sweep(server.services);
    expect(await newest(quiet, 100)).toEqual(before);
    expect(await tallies()).toBe(0);
  });

  it('R11: drops sessions that are long over, and none that could be alive', async () => {
    const kept = async () => {
      const rows = await sql<{ person_key: string }[]>`
        select person_key from sessions where contract_id = ${worked} order by person_key`;
      return rows.map((row) => row.person_key);
    };
    now += 13 * hour;
    expect(await logOnUser(connect(server.url), worked, 'Sato', pins.user)).toMatchObject({
      __typename: 'LoggedOn',
    });
    await sweep(server.services);
    expect(await kept()).toEqual(['@administrator', 'sato']);
    now += 12 * hour;
    await sweep(server.services);
    expect(await kept()).toEqual(['sato']);
  });

  it('A17: forgets what an address tried once it counts no more', async () => {
    await refuse(2, '11111111111');
    const tries = async () => (await sql`select 1 from address_tries`).length;
    expect(await tries()).toBeGreaterThan(0);
    now += hour;
    await sweep(server.services);
    expect(await tries()).toBe(0);
  });
});
