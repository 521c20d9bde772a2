import { examples } from '@monban/domain/example/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { verifyHistory } from '../src/history/verify-history.ts';
import { fillCompany } from './big-company/fill-company.ts';
import { asSuperuser, superuserUrl } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import { pins, logOnUser, seedContract, type SeededContract, seedUser } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const roundTrips = { count: 0 };
let ground: Ground;
let server: OwnServer;
/** Of one user, and of as many as there can be, with ten thousand entries. */
let small: SeededContract;
let big: SeededContract;
let userIds: readonly string[];

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { roundTrips });
  const services = [
    { service: 'BALANCE_INQUIRY' },
    { service: 'FUNDS_TRANSFER', ceiling: { perTransaction: 1_000_000, perDay: 5_000_000 } },
    { service: 'BULK_TRANSFER', ceiling: { perTransaction: 9_000_000, perDay: 9_000_000 } },
    { service: 'PAYROLL', ceiling: { perTransaction: 9_000_000, perDay: 9_000_000 } },
    { service: 'DIRECT_DEBIT' },
  ];
  small = await seedContract(server.url, ground, { services });
  await seedUser(small, 'Sato');
  big = await seedContract(server.url, ground, { services });
  await seedUser(big, 'Sato');
  userIds = await fillCompany({
    superuserUrl: superuserUrl(ground),
    contractId: big.contractId,
    users: 99,
    entries: 10_000,
    now: Date.now(),
  });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

const person = `userId name email status version locks { reason at by } wrongPins wrongConfirmationPins lastLogonAt
  permissions { service action } accounts limits { service limit { perTransaction perDay } effective { perTransaction perDay } usedToday }`;
const entry =
  'pageInfo { hasNextPage endCursor } totalCount nodes { id at operation event kind actor concerns address text changes { what from to } before { limits { service } } }';

/** What the administrator's pages ask for. */
const pages: Readonly<Record<string, (after: string | null) => string>> = {
  'users, with their rights and limits': () =>
    `{ contract { services { service } users(first: 100) { totalCount nodes { ${person} } } } }`,
  'users, searched for and of one state': () =>
    `{ contract { users(first: 100, search: "a", status: ACTIVE) { totalCount nodes { ${person} } } } }`,
  'one user': () => `{ contract { user(userId: "Sato") { ${person} } } }`,
  'limits, in three layers': () =>
    `{ contract { services { service ceiling { perDay } limit { perDay } usedToday } users(first: 100) { nodes { limits { service limit { perDay } effective { perDay } usedToday } } } } }`,
  sessions: () => '{ contract { sessions { id startedAt idleEndsAt endsAt address } } }',
  history: () => `{ contract { history(first: 100) { ${entry} } } }`,
  'history, filtered': () =>
    `{ contract { history(first: 100, filter: { kinds: [RIGHTS, USER], concerns: "Sato", actor: "@administrator" }) { ${entry} } } }`,
  'history, further back': (after) =>
    `{ contract { history(first: 100, after: ${JSON.stringify(after)}) { ${entry} } } }`,
  home: () =>
    `{ contract { name status card { freshLogonsLeft } notificationAddresses { address status } attention { kind service users { userId name status locks { reason at } } } users(first: 1) { totalCount } history(first: 3) { nodes { text } } } }`,
};

interface Page {
  readonly contract: {
    readonly history?: { readonly pageInfo: { readonly endCursor: string | null } };
  };
}

async function statements(
  { administrator }: SeededContract,
  page: (after: string | null) => string,
): Promise<number> {
  const newest = await administrator.send<Page>(pages['history']?.(null) ?? '');
  const after = newest.contract.history?.pageInfo.endCursor ?? null;
  roundTrips.count = 0;
  await administrator.send(page(after));
  return roundTrips.count;
}

describe('a company with 99 users and 10,000 entries', () => {
  it('is one as the product makes them: everybody is in it in every state, and its history is whole', async () => {
    const { contract } = await big.administrator.send<{
      readonly contract: Readonly<Record<string, { readonly totalCount: number }>>;
    }>(
      `{ contract { all: users(first: 1) { totalCount } ${[
        'AWAITING_FIRST_LOGON',
        'ACTIVE',
        'LOCKED',
        'REMOVED',
      ]
        .map((status) => `${status}: users(first: 1, status: ${status}) { totalCount }`)
        .join(' ')} history(first: 1) { totalCount } } }`,
    );
    const counts = Object.values(contract).map(({ totalCount }) => totalCount);
    expect(contract).toMatchObject({ all: { totalCount: 99 }, history: { totalCount: 10_000 } });
    expect(counts.filter((count) => count === 0)).toEqual([]);
    const sql = asSuperuser(ground);
    const types = await sql<{ type: string }[]>`
      select distinct event ->> 'type' as type from history_entries where contract_id = ${big.contractId} order by 1`;
    await sql.end();
    expect(types.map(({ type }) => type)).toEqual(Object.keys(examples).sort());
    const verified = [];
    for await (const each of verifyHistory(server.services.database, {
      contractId: big.contractId,
      kept: new Map(),
    }))
      verified.push(each);
    expect(verified).toMatchObject([{ head: { count: 10_000 }, broken: null }]);
    // Whoever works there logs on like anybody else, and what is done is chained to what was.
    expect(
      await logOnUser(big.administrator.with({}), big.contractId, userIds[2] ?? '', pins.user),
    ).toMatchObject({
      __typename: 'LoggedOn',
    });
  });

  it.each(Object.entries(pages))(
    '%s: as many SQL statements as for one user and a handful of entries',
    async (name, page) => {
      const few = await statements(small, page);
      const many = await statements(big, page);
      figure('statements', `${few} for 1 user, ${many} for 99 and 10,000 entries: ${name}`);
      expect(many).toBe(few);
      expect(few).toBeGreaterThan(0);
    },
  );
});
