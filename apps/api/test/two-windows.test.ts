import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { type Client, connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { ask, pins, seedContract, type SeededContract, seedUser } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';
import { told } from './harness/told.ts';

let ground: Ground;
let servers: readonly OwnServer[];
let sql: postgres.Sql;
let contract: SeededContract;
/** The administrator's one session, at either server. */
let windows: readonly Client[];

beforeAll(async () => {
  ground = await layGround();
  servers = [await startHere(ground), await startHere(ground)];
  sql = asSuperuser(ground);
});
afterAll(async () => {
  await sql.end();
  for (const server of servers) await server.close();
  await ground.clear();
});
beforeEach(async () => {
  contract = await seedContract(servers[0]?.url ?? '', ground, {
    notificationAddress: 'office@yamada.example',
  });
  for (const userId of ['Sato', 'Tanaka']) await seedUser(contract, userId);
  const { cookie } = contract.administrator;
  windows = servers.map(({ url }) => connect(url, { cookie: cookie ?? '' }));
});

const confirmed = { confirmationPin: pins.contractConfirmation };
const transfer = (amount: number) => ({
  service: 'FUNDS_TRANSFER',
  limit: { perTransaction: amount, perDay: amount },
});
const sato = { userId: 'Sato', expectedVersion: 1 };
const tanaka = { userId: 'Tanaka', expectedVersion: 1 };

/** All that is stored of the users' rights, and at which version. */
const rights = () => sql`
  select person_key, version, accounts,
    (select json_agg(json_build_array(service, action) order by 1) from user_permissions p where (p.contract_id, p.person_key) = (o.contract_id, o.person_key)) as permissions,
    (select json_agg(json_build_array(service, per_transaction, per_day) order by 1) from user_limits l where (l.contract_id, l.person_key) = (o.contract_id, o.person_key)) as limits
  from persons o where contract_id = ${contract.contractId} and user_id is not null order by 1`;

/** Twelve windows, six at either server, save at once what they all saw at one version. */
function atOnce(save: (window: Client, amount: number) => Promise<{ readonly code?: string }>) {
  return Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      save(windows[index % 2] ?? contract.administrator, index + 1),
    ),
  );
}

it('R14: of twelve windows that save one user at once one saves, all others are told of it, and what stands is that one’s, told once', async () => {
  const left = await told(sql, contract.contractId, async () => {
    const answers = await atOnce((window, amount) =>
      ask(window, 'setUserLimits', { ...sato, ...confirmed, limits: [transfer(amount)] }),
    );
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(11);
  });
  const set = left.entries.filter(({ event }) => event['type'] === 'USER_LIMITS_SET');
  expect(set).toHaveLength(1);
  const [limit] = (set[0]?.event['to'] ?? []) as readonly ReturnType<typeof transfer>[];
  expect(await rights()).toMatchObject([
    {
      version: 2,
      limits: [['FUNDS_TRANSFER', limit?.limit.perTransaction, limit?.limit.perDay]],
    },
    { version: 1 },
  ]);
});

it('R14: the same of the contract’s own limits, and of addresses for notices beside them: one version, one winner', async () => {
  const { contract: seen } = await contract.administrator.send<{ contract: { version: number } }>(
    '{ contract { version } }',
  );
  const versioned = { expectedVersion: seen.version, ...confirmed };
  const left = await told(sql, contract.contractId, async () => {
    const answers = await atOnce((window, amount) =>
      amount % 3 === 0
        ? ask(window, 'setNotificationAddresses', {
            ...versioned,
            addresses: ['office@yamada.example', `new${amount}@yamada.example`],
          })
        : ask(window, 'setContractLimits', { ...versioned, limits: [transfer(amount)] }),
    );
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(11);
  });
  expect(left.entries.filter(({ event }) => event['type'] !== 'ACT_REFUSED')).toHaveLength(1);
});

it('R13: a bulk change that is stale for one of many changes nobody, whether it was before or only now; and a user removed meanwhile is nobody', async () => {
  await ask(contract.administrator, 'setUserAccounts', { ...sato, ...confirmed, accounts: ['1'] });
  const before = JSON.stringify(await rights());
  const change = (...users: readonly object[]) =>
    ask(contract.administrator, 'setUserRights', {
      changes: users.map((user) => ({ users: [user], permissions: [], limits: [], accounts: [] })),
      ...confirmed,
    });
  expect(await change(tanaka, sato)).toMatchObject({ code: 'CONFLICT' });
  expect(JSON.stringify(await rights())).toBe(before);
  await ask(contract.administrator, 'removeUser', { userId: 'Sato', ...confirmed });
  const removed = JSON.stringify(await rights());
  const left = await told(sql, contract.contractId, async () => {
    expect(await change(tanaka, { ...sato, expectedVersion: 3 })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
  expect(left.mails).toEqual({});
  expect(JSON.stringify(await rights())).toBe(removed);
});

it('R13, R14: bulk changes of overlapping users at once, named in any order, lock nobody out of the database: each is done whole or not at all', async () => {
  const answers = await atOnce((window, amount) =>
    ask(window, 'setUserRights', {
      changes: (amount % 2 === 0 ? [sato, tanaka] : [tanaka, sato]).map((user) => ({
        users: [user],
        limits: [transfer(amount)],
        accounts: [String(amount)],
      })),
      ...confirmed,
    }),
  );
  expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(11);
  const [one, other] = await rights();
  expect(one).toMatchObject({
    version: 2,
    accounts: other?.['accounts'],
    limits: other?.['limits'],
  });
});

it('R10: of twelve wrong codes at once five are compared, over both servers; the right one comes too late', async () => {
  const { contract: seen } = await contract.administrator.send<{ contract: { version: number } }>(
    '{ contract { version } }',
  );
  const address = 'new@yamada.example';
  await ask(contract.administrator, 'setNotificationAddresses', {
    addresses: ['office@yamada.example', address],
    expectedVersion: seen.version,
    ...confirmed,
  });
  const [row] = await sql<{ code_salt: Buffer }[]>`
    select code_salt from notification_addresses where contract_id = ${contract.contractId} and address = ${address}`;
  const { contractId } = contract;
  const salt = row?.code_salt ?? Buffer.alloc(0);
  const right = servers[0]?.services.addressCodes.code({ contractId, address, salt }) ?? '';
  const guess = (turn: number) => String((Number(right) + turn) % 1_000_000).padStart(6, '0');
  const answers = await atOnce((window, turn) =>
    ask(window, 'confirmNotificationAddress', { address, code: guess(turn), ...confirmed }),
  );
  const answered = (code: string) => answers.filter((answer) => answer.code === code).length;
  expect([answered('INVALID_INPUT'), answered('NOT_ALLOWED_NOW')]).toEqual([5, 7]);
  expect(
    await ask(contract.administrator, 'confirmNotificationAddress', {
      address,
      code: right,
      ...confirmed,
    }),
  ).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
});
