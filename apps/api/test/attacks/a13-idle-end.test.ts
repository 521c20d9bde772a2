import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Client, connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  ask,
  bankToken,
  logOnUser,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

const second = 1000;
const minute = 60 * second;
/** A contract’s own, unless the desk sets another. */
const limit = 10 * minute;
const start = Date.now();
/** The server’s clock: it stands, and moves when a test moves it. */
let now = start;
let ground: Ground;
let server: OwnServer;
let contract: SeededContract;
let people: Readonly<
  Record<'a user' | 'the administrator' | 'a user through a bank system', Client>
>;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => now });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

beforeEach(async () => {
  now = start;
  contract = await seedContract(server.url, ground);
  const user = await seedUser(contract, 'Sato');
  await seedUser(contract, 'Tanaka');
  const authorization = `Bearer ${bankToken(ground, ['transactions'])}`;
  const { sessionToken } = await logOnUser(
    connect(server.url, { authorization }),
    contract.contractId,
    'Tanaka',
  );
  people = {
    'a user': user,
    'the administrator': contract.administrator,
    'a user through a bank system': connect(server.url, {
      authorization,
      'monban-session': sessionToken ?? '',
    }),
  };
});

const everybody = ['a user', 'the administrator', 'a user through a bank system'] as const;
const act = '{ contract { name } }';
const look = '{ viewer { __typename } }';

/** Whether an act of somebody is still taken. */
async function accepted(
  who: Client,
  document = act,
  headers?: Readonly<Record<string, string>>,
): Promise<boolean> {
  const asking =
    headers === undefined
      ? who
      : connect(server.url, { ...headers, ...(who.cookie !== null && { cookie: who.cookie }) });
  const { body } = await asking.raw(document);
  return !body.includes('UNAUTHENTICATED') && !body.includes('"viewer":null');
}

describe('R11, A13: a session left alone ends by the server’s clock', () => {
  it.each(everybody)(
    '%s: a second before the limit they are in, at the limit they are out',
    async (who) => {
      now = start + limit - second;
      expect(await accepted(people[who], look, undefined)).toBe(true);
      now = start + limit;
      expect(await accepted(people[who])).toBe(false);
      now = start + limit + second;
      expect(await accepted(people[who])).toBe(false);
    },
  );

  it.each(everybody)('%s: what they do moves the limit, each time', async (who) => {
    for (let each = 1; each <= 5; each += 1) {
      now = start + each * (limit - second);
      expect([each, await accepted(people[who])]).toEqual([each, true]);
    }
    now += limit;
    expect(await accepted(people[who])).toBe(false);
  });

  it.each([
    ['viewer', look, {}],
    ['viewer under another name', '{ me: viewer { __typename } }', {}],
    ['viewer in a fragment', 'query { ...F } fragment F on Query { viewer { __typename } }', {}],
    ['__typename', '{ __typename viewer { __typename } }', {}],
    ['introspection', '{ __schema { queryType { name } } viewer { __typename } }', {}],
    ['what a page fetches by itself', act, { 'monban-passive': '1' }],
    ['a document that does not fit', '{ nothing viewer { __typename } }', {}],
  ] as const)('%s, once a second, keeps nobody in', async (_what, document, headers) => {
    const who = people['a user'];
    for (let each = 1; each < 10; each += 1) {
      now = start + each * minute;
      expect((await accepted(who, look, headers)) && (await accepted(who, document, headers))).toBe(
        true,
      );
    }
    now = start + limit - second;
    expect(await accepted(who, look)).toBe(true);
    now = start + limit;
    expect(await accepted(who, look)).toBe(false);
    expect(await accepted(who)).toBe(false);
  });

  it('what is refused once it is over is compared with nothing, counted nowhere and does not bring it back', async () => {
    now = start + limit;
    const changed = {
      kind: 'LOGON',
      newPin: 'harbour-light-9',
      currentPin: pins.wrong,
      currentConfirmationPin: pins.wrong,
    };
    await expect(ask(people['a user'], 'changePin', changed)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    now = start + limit - second;
    expect(await accepted(people['a user'], look)).toBe(true);
    const sql = asSuperuser(ground);
    const [row] = await sql<{ wrong: number }[]>`
      select wrong_logon + wrong_confirmation + jsonb_array_length(attempts) as wrong from persons where contract_id = ${contract.contractId} and person_key = 'sato'`;
    await sql.end();
    expect(row?.wrong).toBe(0);
  });

  it('after 12 hours it ends whatever they do', async () => {
    const who = people['the administrator'];
    const twelve = 12 * 60 * minute;
    for (now = start; now < start + twelve; now += 9 * minute)
      expect(await accepted(who)).toBe(true);
    now = start + twelve - second;
    expect(await accepted(who)).toBe(true);
    now = start + twelve;
    expect(await accepted(who)).toBe(false);
    figure('A13', 'idle: in at 599 s, out at 600 s; however busy: in at 43,199 s, out at 43,200 s');
  });

  it('a contract’s own minutes count', async () => {
    const sql = asSuperuser(ground);
    await sql`update contracts set idle_minutes = 1 where contract_id = ${contract.contractId}`;
    await sql.end();
    now = start + minute - second;
    expect(await accepted(people['a user'], look)).toBe(true);
    now = start + minute;
    expect(await accepted(people['a user'], look)).toBe(false);
  });

  it('who logs on anew is in, and the older session stays over', async () => {
    now = start + limit;
    const again = connect(server.url);
    expect(await logOnUser(again, contract.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
    expect(await accepted(again)).toBe(true);
    expect(await accepted(people['a user'])).toBe(false);
    // Nobody was put out by it: that session had ended by itself.
    const sql = asSuperuser(ground);
    const put =
      await sql`select 1 from history_entries where contract_id = ${contract.contractId} and event ->> 'type' = 'SESSION_ENDED_BY_NEWCOMER' and event -> 'person' ->> 'userId' = 'Sato'`;
    await sql.end();
    expect(put).toHaveLength(0);
  });
});
