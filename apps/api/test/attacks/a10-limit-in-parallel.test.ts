import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  at,
  authorize,
  authorized,
  type BankUser,
  capture,
  giveUp,
  logOnThroughBank,
} from '../harness/bank-user.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  type Answered,
  ask,
  type Authorized,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';
import { type House, openHouse, tally } from './house.ts';

const million = 1_000_000;
const tenth = 100_000;
const rounds = 20;
/** Of what takes longer. */
const fewer = 5;
const atOnce = 50;

const transfers = { perTransaction: million, perDay: million };
const service = 'FUNDS_TRANSFER';

/** A company that may move a million a day altogether; so may each of its users, as far as that goes. */
async function company(url: string, ground: Ground, userIds: readonly string[]) {
  const contract = await seedContract(url, ground, {
    services: [{ service, ceiling: transfers }],
  });
  const users: BankUser[] = [];
  for (const userId of userIds) {
    await seedUser(contract, userId, { limits: [{ service, limit: transfers }] });
    users.push(await logOnThroughBank(ground, url, contract, userId));
  }
  return { contract, users };
}

/** All at once, of these users in turn and at these servers in turn. */
function crowd(users: readonly BankUser[], urls: readonly string[]): Promise<readonly Answered[]> {
  return Promise.all(
    Array.from({ length: atOnce }, (_, index) => {
      const user = users[index % users.length];
      const url = urls[Math.floor(index / users.length) % urls.length];
      if (user === undefined || url === undefined) throw new Error('Nobody is there to ask.');
      return authorize(at(url, user), { amount: tenth });
    }),
  );
}

const words = (answers: readonly Answered[]) =>
  tally(answers.map(({ __typename, code }) => code ?? __typename));

const exactly = { TransactionAuthorized: 10, LIMIT_EXCEEDED: 40 };

const grantedOf = (answers: readonly Answered[]): readonly Authorized[] =>
  answers.flatMap(({ authorization }) => authorization ?? []);

/** What counts, what the rows come to, and what of them is open. */
async function books(sql: ReturnType<typeof asSuperuser>, contractId: string) {
  const [row] = await sql<{ used: string; summed: string; open: string }[]>`
    select
      (select coalesce(sum(used), 0) from day_usage where contract_id = ${contractId} and holder = '@contract') as used,
      (select coalesce(sum(used), 0) from day_usage where contract_id = ${contractId} and holder <> '@contract') as summed,
      (select coalesce(sum(reserved), 0) from authorizations where contract_id = ${contractId} and status <> 'VOIDED') as open`;
  return { used: Number(row?.used), summed: Number(row?.summed), open: Number(row?.open) };
}
const balanced = (amount: number) => ({ used: amount, summed: amount, open: amount });

describe('A10: a limit of a million, 50 × ¥100,000 at once at two server processes', () => {
  let house: House;
  let urls: readonly string[];
  let first: string;
  beforeAll(async () => {
    house = await openHouse();
    urls = house.servers.map(({ url }) => url);
    first = house.servers[0].url;
  });
  afterAll(() => house.close());

  it.each([
    ['one user’s', ['Sato']],
    ['the contract’s, spent by five users', ['Sato', 'Tanaka', 'Suzuki', 'Kato', 'Ito']],
  ])(
    'R14: %s is filled to the last yen and never exceeded, the first of a day and after voids, 20 times',
    async (whose, userIds) => {
      const { contract, users } = await company(first, house.ground, userIds);
      const counts: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const answers = await crowd(users, urls);
        expect(words(answers)).toEqual(exactly);
        const granted = grantedOf(answers);
        counts.push(granted.length);
        expect(await books(house.sql, contract.contractId)).toEqual(balanced(million));
        // Each is given up three times at once, at both: its amount is free again once.
        const [one] = users;
        if (one === undefined) throw new Error('Nobody is there to ask.');
        const voided = await Promise.all(
          granted.flatMap(({ id }) =>
            [0, 1, 2].map((each) => giveUp(at(urls[each % 2] ?? '', one).system, id)),
          ),
        );
        expect(words(voided)).toEqual({ AuthorizationVoided: 30 });
        expect(await books(house.sql, contract.contractId)).toEqual(balanced(0));
      }
      figure('A10', `${whose}: accepted ${counts.join(' ')} of ${atOnce} each`);
    },
  );

  it('R14: while ten are given up, 50 others never exceed it, and then fill it to the last yen', async () => {
    const { contract, users } = await company(first, house.ground, ['Sato', 'Tanaka']);
    const [sato] = users;
    if (sato === undefined) throw new Error('Nobody is there to ask.');
    const counts: number[] = [];
    for (let round = 0; round < fewer; round += 1) {
      const filled = grantedOf(await crowd(users, urls));
      const [answers] = await Promise.all([
        crowd(users, urls),
        ...filled.map(({ id }, index) => giveUp(at(urls[index % 2] ?? '', sato).system, id)),
      ]);
      const during = grantedOf(answers);
      const afterwards = grantedOf(await crowd(users, urls));
      expect(during.length + afterwards.length).toBe(10);
      counts.push(during.length);
      expect(await books(house.sql, contract.contractId)).toEqual(balanced(million));
      for (const { id } of [...during, ...afterwards]) await giveUp(sato.system, id);
    }
    figure('A10', `accepted while ten were given up: ${counts.join(' ')}, then the rest of 10`);
  });

  it('R14: a limit lowered meanwhile holds from that act on', async () => {
    const { contract, users } = await company(first, house.ground, ['Sato']);
    const [sato] = users;
    if (sato === undefined) throw new Error('Nobody is there to ask.');
    let expectedVersion = await versionOf(contract);
    const set = async (perDay: number) => {
      const limits = [{ service, limit: { perTransaction: tenth, perDay } }];
      const answer = await ask(contract.administrator, 'setUserLimits', {
        userId: 'Sato',
        limits,
        expectedVersion: (expectedVersion += 1) - 1,
        confirmationPin: pins.contractConfirmation,
      });
      expect(answer.__typename).toBe('UserLimitsSet');
    };
    const counts: number[] = [];
    for (let round = 0; round < fewer; round += 1) {
      const [answers] = await Promise.all([crowd(users, urls), set(500_000)]);
      const granted = grantedOf(answers);
      counts.push(granted.length);
      // In the order in which it all happened: the history's.
      expect(await exceeding(house, contract.contractId)).toEqual([]);
      for (const { id } of granted) await giveUp(sato.system, id);
      await set(million);
    }
    figure('A10', `accepted of 50 while the limit became half: ${counts.join(' ')}`);
  });

  async function versionOf({ administrator }: SeededContract): Promise<number> {
    const { contract } = await administrator.send<{ contract: { user: { version: number } } }>(
      `{ contract { user(userId: "Sato") { version } } }`,
    );
    return contract.user.version;
  }
});

/** Entries of the history at which more was used than the limit of that moment, played through from the start. */
async function exceeding({ sql }: House, contractId: string): Promise<readonly number[]> {
  const rows = await sql<
    {
      number: number;
      type: string;
      amount: number | null;
      to: readonly { limit: { perDay: number } }[] | null;
    }[]
  >`select number::int, event->>'type' as type, (event->>'amount')::int as amount, (event->'to')::jsonb as to
    from history_entries where contract_id = ${contractId}
      and event->>'type' in ('TRANSACTION_AUTHORIZED', 'AUTHORIZATION_VOIDED', 'USER_LIMITS_SET') order by number`;
  let limit = million;
  let used = 0;
  return rows.flatMap(({ number, type, amount, to }) => {
    if (type === 'USER_LIMITS_SET') limit = to?.[0]?.limit.perDay ?? 0;
    else used += type === 'TRANSACTION_AUTHORIZED' ? (amount ?? 0) : -(amount ?? 0);
    return type === 'TRANSACTION_AUTHORIZED' && used > limit ? [number] : [];
  });
}

describe('A10: at two servers whose clock is moved', () => {
  let ground: Ground;
  let servers: readonly [OwnServer, OwnServer];
  let now = Date.now();
  beforeAll(async () => {
    ground = await layGround();
    const own = { now: () => now };
    servers = [await startHere(ground, own), await startHere(ground, own)];
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await ground.clear();
  });

  const japan = 9 * 3_600_000;
  const day = 86_400_000;

  it('R14: what expires in that moment is free to the last yen, and stands in nobody’s way', async () => {
    const urls = servers.map(({ url }) => url);
    const { contract, users } = await company(servers[0].url, ground, ['Sato', 'Tanaka']);
    // Away from midnight, so that all of it is one day.
    now = Math.ceil((now + japan) / day) * day - japan + 3_600_000;
    const fresh = await relogged(ground, servers[0].url, contract, users);
    const sql = asSuperuser(ground);
    const counts: number[] = [];
    for (let round = 0; round < fewer; round += 1) {
      const answers = await crowd(fresh, urls);
      expect(words(answers)).toEqual(exactly);
      counts.push(grantedOf(answers).length);
      expect(await books(sql, contract.contractId)).toEqual(balanced(million));
      now += 300_000;
    }
    await sql.end();
    figure('A10', `after everything expired: accepted ${counts.join(' ')} of ${atOnce} each`);
  });

  it('R14: at midnight in Japan the next day’s limit is filled to the last yen, and what was captured stays yesterday’s', async () => {
    const urls = servers.map(({ url }) => url);
    const { contract, users } = await company(servers[0].url, ground, ['Sato', 'Tanaka']);
    const counts: number[] = [];
    for (let round = 0; round < fewer; round += 1) {
      const midnight = Math.ceil((now + 1 + japan) / day) * day - japan;
      now = midnight - 1;
      const late = await relogged(ground, servers[0].url, contract, users);
      const [sato] = late;
      if (sato === undefined) throw new Error('Nobody is there to ask.');
      const before = grantedOf(await crowd(late, urls));
      for (const { id } of before) {
        expect(await capture(sato.system, id)).toMatchObject({
          __typename: 'AuthorizationCaptured',
        });
      }
      now = midnight;
      const answers = await crowd(late, urls);
      expect(words(answers)).toEqual(exactly);
      counts.push(grantedOf(answers).length);
      await expect(authorized(sato, { amount: 1 })).rejects.toThrow('LIMIT_EXCEEDED');
    }
    figure('A10', `after midnight: accepted ${counts.join(' ')} of ${atOnce} each`);
  });
});

/** The same users with sessions of now. */
async function relogged(
  ground: Ground,
  url: string,
  contract: SeededContract,
  users: readonly BankUser[],
): Promise<readonly BankUser[]> {
  const fresh: BankUser[] = [];
  for (const { userId } of users) fresh.push(await logOnThroughBank(ground, url, contract, userId));
  return fresh;
}
