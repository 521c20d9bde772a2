import { contractStatus } from '@monban/domain/status';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Client, connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { ask, bank, openContract, seedContract, type SeededContract } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let desk: Client;
let read: Client;
let registered: SeededContract;
const roundTrips = { count: 0 };
const now = Date.now();

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => now, roundTrips });
  sql = asSuperuser(ground);
  desk = bank(server.url, ground, ['desk']);
  read = bank(server.url, ground, ['read']);
  registered = await seedContract(server.url, ground, { contractId: '10000000001' });
  for (const [contractId, name] of [
    ['10000000002', '株式会社ＡＢＣ商事'],
    ['10000000003', '100% Fruit_Juice'],
    ['20000000004', 'ﾔﾏﾀﾞ工業'],
    ['20000000005', 'Suzuki 10000000001'],
    ['20000000006', 'Tanaka'],
  ])
    await openContract(server.url, ground, { contractId, name });
  await ask(desk, 'lockContract', { contractId: '20000000004' });
  const closed = new Date(now);
  await sql`update contracts set closed_at = ${closed}, locks = '[]' where contract_id = '20000000005'`;
  const later = new Date(now + 1);
  await sql`update contracts set closed_at = ${later} where contract_id = '20000000006'`;
});
afterAll(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
});

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly { readonly contractId: string; readonly status: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function list(client: Client, variables: Readonly<Record<string, unknown>>): Promise<Listed> {
  const { contracts } = await client.send<{ contracts: Listed }>(
    `query ($first: Int = 100, $after: String, $search: String, $status: ContractStatus) {
      contracts(first: $first, after: $after, search: $search, status: $status) {
        totalCount nodes { contractId status } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
    variables,
  );
  return contracts;
}
const idsOf = ({ nodes }: Listed) => nodes.map(({ contractId }) => contractId.slice(-1)).join('');

describe('the bank’s list of contracts', () => {
  it('shows all of them by ID, closed ones too, and none of the decoys; to the desk and to READ', async () => {
    for (const client of [desk, read]) {
      const all = await list(client, {});
      expect([all.totalCount, idsOf(all)]).toEqual([6, '123456']);
    }
  });

  it.each([
    ['10', '1235'],
    ['10000000001', '15'],
    ['１００００００００', '1235'],
    ['0000000', '5'],
    ['abc商', '2'],
    ['ａｂｃ', '2'],
    ['ヤマダ', '4'],
    ['fruit_j', '3'],
    ['0% f', '3'],
    ['%', '3'],
    ['_', '3'],
    ['\\', ''],
    ['D0', ''],
    ['\0', ''],
    ['nobody', ''],
  ])('looks for %j by the beginning of an ID and by a part of a name', async (search, found) => {
    const listed = await list(desk, { search });
    expect([idsOf(listed), listed.totalCount]).toEqual([found, found.length]);
  });

  it('by state: exactly as each contract stands at this moment', async () => {
    const rows = await sql<
      { contractId: string; registered: Date | null; closed: Date | null; locks: [] }[]
    >`select contract_id as "contractId", registered_at as registered, closed_at as closed, locks
      from contracts where contract_id not like 'D%' order by contract_id`;
    const statuses = ['AWAITING_REGISTRATION', 'ACTIVE', 'LOCKED', 'CLOSED'] as const;
    for (const status of statuses) {
      const there = rows.filter(
        ({ registered: at, closed, locks }) =>
          contractStatus(
            { registeredAt: at?.getTime() ?? null, closedAt: closed?.getTime() ?? null, locks },
            now,
          ) === status,
      );
      expect(there.length).toBeGreaterThan(0);
      const listed = await list(desk, { status });
      expect(listed.nodes).toEqual(there.map(({ contractId }) => ({ contractId, status })));
    }
    expect(idsOf(await list(desk, { status: 'AWAITING_REGISTRATION', search: 'tan' }))).toBe('6');
  });

  it('page by page, each contract once, though others are opened meanwhile', async () => {
    const first = await list(desk, { first: 2 });
    expect([idsOf(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual(['12', 6, true]);
    await openContract(server.url, ground, { contractId: '10000000000' });
    const second = await list(desk, { first: 2, after: first.pageInfo.endCursor });
    expect([idsOf(second), second.totalCount]).toEqual(['34', 7]);
    await expect(list(desk, { first: 101 })).rejects.toMatchObject({
      code: 'OPERATION_TOO_LARGE',
    });
    await expect(list(desk, { first: 0 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('A11: to nobody else; a company’s people are refused, whatever they look for', async () => {
    for (const client of [registered.administrator, bank(server.url, ground, ['transactions'])])
      await expect(list(client, { search: '1' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(list(connect(server.url), {})).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('goes to the database as often for five contracts as for two, and shows each its own', async () => {
    const document = `query ($first: Int!) { contracts(first: $first) { nodes { contractId
      administrator { name } card { serial } services { service } notificationAddresses { address } } } }`;
    const trips = async (first: number) => {
      roundTrips.count = 0;
      await desk.send(document, { first });
      return roundTrips.count;
    };
    // The list is one journey, and each of the four fields another; of several contracts each opens a transaction.
    const two = await trips(2);
    expect(await trips(5)).toBe(two);
    const { contracts } = await desk.send<{
      contracts: { nodes: { contractId: string; card: { serial: string } }[] };
    }>(document, { first: 5 });
    const cards = await sql<{ contractId: string; serial: string }[]>`
      select contract_id as "contractId", serial from cards`;
    for (const { contractId, card } of contracts.nodes) {
      const own = cards.filter((each) => each.contractId === contractId);
      expect(own.map(({ serial }) => serial)).toEqual([card.serial]);
    }
  });
});
