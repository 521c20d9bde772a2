import { examples } from '@monban/domain/example/events';
import { type HistoryEvent } from '@monban/domain/history-event';
import { historyKinds } from '@monban/domain/history-kind';
import { everyEntry, fits, type HistoryFilter } from '@monban/domain/history-filter';
import * as fc from 'fast-check';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { countEntries, selectEntries } from '../src/history/history.store.ts';
import { type Actor, actorShown } from '../src/history/record.ts';
import { fillCompany } from './big-company/fill-company.ts';
import { type Client, connect } from './harness/client.ts';
import { asSuperuser, superuserUrl } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import {
  ask,
  bank,
  bankToken,
  logOnUser,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const hour = 3_600_000;
const confirmed = { confirmationPin: pins.contractConfirmation };
/** How far the server’s clock is ahead. */
let ahead = 0;
let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => Date.now() + ahead });
  sql = asSuperuser(ground);
});
afterAll(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
});

interface Entry {
  readonly id: string;
  readonly event: string;
  readonly kind: string;
  readonly actor: string;
  readonly concerns: string | null;
  readonly address: string | null;
  readonly at: string;
  readonly text: string;
  readonly headline: string;
  readonly changes: readonly {
    readonly what: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly before: Readonly<Record<string, unknown>> | null;
}

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Entry[];
}

const document = `query ($contractId: ContractId, $first: Int!, $after: String, $filter: HistoryFilter) { contract(contractId: $contractId) { history(first: $first, after: $after, filter: $filter) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id event kind actor concerns address at text headline changes { what from to } before { permissions { service action } limits { service limit { perTransaction perDay } } accounts } } } } }`;

async function page(
  client: Client,
  filter: Readonly<Record<string, unknown>> | null,
  more: {
    readonly first?: number;
    readonly after?: string | null;
    readonly contractId?: string;
  } = {},
): Promise<Page> {
  const { contract } = await client.send<{ contract: { history: Page } }>(document, {
    first: 100,
    ...more,
    filter,
  });
  return contract.history;
}

describe('who reads the history finds what they look for', () => {
  let contract: SeededContract;
  let other: SeededContract;
  const elsewhere = '2001:db8::7';

  beforeAll(async () => {
    contract = await seedContract(server.url, ground);
    other = await seedContract(server.url, ground);
    await seedUser(contract, 'Sato');
    await seedUser(contract, 'Tanaka');
    await seedUser(other, 'Mori');
    ahead = 3 * hour;
    // Over a bank system, which says where the person sits.
    const front = connect(server.url, {
      authorization: `Bearer ${bankToken(ground, ['transactions'], 'front', 'front-end')}`,
      'monban-client-address': elsewhere,
    });
    await logOnUser(front, contract.contractId, 'Tanaka');
    ahead = 5 * hour;
    await ask(bank(server.url, ground, ['desk']), 'setLockLinkage', {
      contractId: contract.contractId,
      lockLinkage: 'LINKED',
    });
    ahead = 0;
    await ask(contract.administrator, 'lockUser', { userId: 'Tanaka', ...confirmed });
    await ask(contract.administrator, 'setUserRights', {
      changes: [
        {
          users: [{ userId: 'sato', expectedVersion: 1 }],
          permissions: [{ service: 'BALANCE_INQUIRY', action: 'VIEW' }],
          limits: [
            { service: 'FUNDS_TRANSFER', limit: { perTransaction: 50_000, perDay: 500_000 } },
          ],
          accounts: ['001-1234567'],
        },
      ],
      ...confirmed,
    });
  });

  it.each([
    ['nothing', {}, () => true],
    ['one kind', { kinds: ['RIGHTS'] }, ({ kind }: Entry) => kind === 'RIGHTS'],
    [
      'two kinds',
      { kinds: ['RIGHTS', 'USER'] },
      ({ kind }: Entry) => ['RIGHTS', 'USER'].includes(kind),
    ],
    ['no kind in particular', { kinds: [] }, () => true],
    ['an actor', { actor: '@administrator' }, ({ actor }: Entry) => actor === '@administrator'],
    ['an actor in other letters (R1)', { actor: 'SATO' }, ({ actor }: Entry) => actor === 'Sato'],
    ['the bank', { actor: '@bank' }, ({ actor }: Entry) => actor.includes('/')],
    ['a clerk', { actor: 'core-banking/clerk1' }, ({ actor }: Entry) => actor.includes('/clerk1')],
    ['the user concerned', { concerns: 'sATO' }, ({ concerns }: Entry) => concerns === 'Sato'],
    ['an address', { address: '127.0.0.1' }, ({ address }: Entry) => address === '127.0.0.1'],
    [
      'an address that is written otherwise',
      { address: '2001:DB8:0:0::7' },
      ({ address }: Entry) => address === elsewhere,
    ],
    [
      'all at once',
      {
        kinds: ['RIGHTS'],
        actor: '@administrator',
        concerns: 'Sato',
        address: '127.0.0.1',
        from: new Date(Date.now() - hour).toISOString(),
        to: new Date(Date.now() + hour).toISOString(),
      },
      ({ kind, concerns }: Entry) => kind === 'RIGHTS' && concerns === 'Sato',
    ],
  ] as const)('by %s', async (_, filter, meant) => {
    const every = await page(contract.administrator, null);
    const expected = every.nodes.filter(meant);
    const found = await page(contract.administrator, filter);
    expect(found.nodes).toEqual(expected);
    expect(found.totalCount).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
  });

  it('by a period: its beginning belongs to it, its end to the next one', async () => {
    const { nodes } = await page(contract.administrator, null);
    const desk = nodes.find(({ event }) => event === 'LOCK_LINKAGE_SET')?.at ?? '';
    const events = async (filter: object) =>
      (await page(contract.administrator, { ...filter, kinds: ['CONTRACT', 'LOGON'] })).nodes.map(
        ({ event }) => event,
      );
    const late = new Date(Date.now() + 2 * hour).toISOString();
    expect(await events({ from: late })).toEqual(['LOCK_LINKAGE_SET', 'USER_LOGGED_ON']);
    expect(await events({ from: desk })).toEqual(['LOCK_LINKAGE_SET']);
    expect(await events({ from: late, to: desk })).toEqual(['USER_LOGGED_ON']);
    expect(await events({ from: desk, to: desk })).toEqual([]);
  });

  it('A11: another contract’s user, and nobody at all, concern nothing here', async () => {
    const none = { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    for (const filter of [
      { concerns: 'Mori' },
      { actor: 'Mori' },
      { concerns: 'Nobody' },
      { actor: 'no\0body' },
      { address: 'no address' },
      { to: '0000-01-01T00:00:00Z' },
    ])
      expect(await page(contract.administrator, filter)).toMatchObject(none);
    expect((await page(other.administrator, { concerns: 'Mori' })).totalCount).toBeGreaterThan(0);
  });

  it('the desk finds the same as the administrator; a user is refused', async () => {
    const filter = { kinds: ['RIGHTS'] };
    const { contractId } = contract;
    const desk = await page(bank(server.url, ground, ['desk']), filter, { contractId });
    expect(desk).toEqual(await page(contract.administrator, filter));
    const user = connect(server.url);
    await logOnUser(user, contractId, 'Sato');
    await expect(page(user, filter)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    [
      'a period that ends before it begins',
      { from: '2026-11-22T00:00:00Z', to: '2026-11-21T00:00:00Z' },
      /^filter\.to: /,
    ],
    ['a user ID that is none', { concerns: '佐藤' }, /^filter\.concerns: /],
    ['a kind that is none', { kinds: ['NONSENSE'] }, /./],
    ['a moment that is none', { from: 'yesterday' }, /./],
  ])('%s is said, with its place, and not repeated', async (_, filter, says) => {
    const answered = page(contract.administrator, filter);
    await expect(answered).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const { message } = (await answered.catch((fault: unknown) => fault)) as Error;
    expect(message.replace('BAD_USER_INPUT: ', '')).toMatch(says);
    expect(message).not.toMatch(/佐藤|NONSENSE|yesterday|11-21/);
  });

  it('of a change it tells from what to what, apart and in one line, and what the rights were before', async () => {
    const { nodes } = await page(contract.administrator, { kinds: ['RIGHTS'] });
    const [accounts, limits, permissions] = nodes;
    expect(limits).toMatchObject({
      event: 'USER_LIMITS_SET',
      kind: 'RIGHTS',
      concerns: 'Sato',
      headline: 'The limits of user Sato were changed.',
      text: 'The limits of user Sato were changed. Funds transfer, limit per transaction: ¥100,000 → ¥50,000.',
      changes: [{ what: 'Funds transfer, limit per transaction', from: '¥100,000', to: '¥50,000' }],
      before: {
        permissions: null,
        accounts: null,
        limits: [
          { service: 'FUNDS_TRANSFER', limit: { perTransaction: 100_000, perDay: 500_000 } },
        ],
      },
    });
    expect(accounts?.before).toEqual({ permissions: null, limits: null, accounts: [] });
    expect(permissions?.before?.['permissions']).toEqual([
      { service: 'FUNDS_TRANSFER', action: 'VIEW' },
      { service: 'FUNDS_TRANSFER', action: 'EXECUTE' },
    ]);
    const [lock] = (await page(contract.administrator, { concerns: 'Tanaka' })).nodes.filter(
      ({ event }) => event === 'USER_LOCKED',
    );
    expect(lock).toMatchObject({ changes: [], before: null });
    expect(lock?.headline).toBe(lock?.text);
    const linkage = await page(contract.administrator, { actor: '@bank', kinds: ['CONTRACT'] });
    expect(linkage.nodes[0]?.changes).toHaveLength(1);
  });
});

describe('a long history', () => {
  it.each([
    ['every entry', null],
    ['the logons', { kinds: ['LOGON'] }],
  ])(
    '%s: read page by page, none twice and none missing while others arrive',
    async (_, filter) => {
      const contract = await seedContract(server.url, ground);
      const { administrator, contractId } = contract;
      await seedUser(contract, 'Sato');
      const filling = { contractId, users: 4, entries: 1_300, now: Date.now() };
      await fillCompany({ superuserUrl: superuserUrl(ground), ...filling });
      const rows = await sql<{ id: string }[]>`select number::text as id from history_entries
      where contract_id = ${contractId} and (${filter === null} or event_type in ('ADMINISTRATOR_REGISTERED', 'ADMINISTRATOR_LOGGED_ON',
        'USER_LOGGED_ON', 'LOGGED_OFF', 'SESSION_ENDED_BY_NEWCOMER', 'SESSION_ENDED')) order by number desc`;
      const seen: string[] = [];
      let arrived = 0;
      let after: string | null = null;
      do {
        const read: Page = await page(administrator, filter, { first: 100, after });
        seen.push(...read.nodes.map(({ id }) => id));
        after = read.pageInfo.hasNextPage ? read.pageInfo.endCursor : null;
        await logOnUser(connect(server.url), contractId, 'Sato');
        arrived += 1;
      } while (after !== null);
      figure(
        'history',
        `${seen.length} entries over ${arrived} pages, while ${arrived} logons arrived`,
      );
      expect(seen).toEqual(rows.map(({ id }) => id));
      expect(arrived).toBeGreaterThan(5);
      expect((await page(administrator, filter)).nodes[0]).toMatchObject({ concerns: 'Sato' });
    },
  );
});

describe('where the database filters, it decides as the domain does', () => {
  const userId = fc.constantFrom('Sato', 'sato', 'SATO2', 'k', 'administrator', 'bank');
  const actor: fc.Arbitrary<Actor> = fc.oneof(
    fc.constantFrom<Actor>({ kind: 'ADMINISTRATOR' }, { kind: 'STRANGER' }, { kind: 'SYSTEM' }),
    fc.record({ kind: fc.constant('USER' as const), userId }),
    fc.record({
      kind: fc.constant('BANK' as const),
      clientId: fc.constantFrom('core', 'Sato', '%'),
      subject: fc.constantFrom('clerk1', 'sato', '_', 'a/b'),
    }),
  );
  /** Any event, about anybody. */
  const event = fc
    .tuple(fc.constantFrom(...Object.values(examples)), userId)
    .map(([example, somebody]): HistoryEvent => {
      const told: unknown = JSON.parse(JSON.stringify(example), (_key, value: unknown) =>
        value === 'yamada' ? somebody : value,
      );
      // The same but for the user ID.
      return told as HistoryEvent;
    });
  const at = fc.integer({ min: 1_000, max: 1_006 });
  const address = fc.constantFrom(null, '192.0.2.1', '192.0.2.10', '2001:db8::7');
  const entry = fc.record({ event, actor, at, address });
  const filter: fc.Arbitrary<HistoryFilter> = fc.record({
    kinds: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...historyKinds))),
    actor: fc.option(
      fc.constantFrom(
        '@administrator',
        '@bank',
        '@stranger',
        'sato',
        'core/clerk1',
        '%/_',
        'administrator',
      ),
    ),
    concerns: fc.option(fc.constantFrom('sato', 'sato2', 'k', '@administrator', 'nobody')),
    from: fc.option(at),
    to: fc.option(at),
    address: fc.option(fc.constantFrom('192.0.2.1', '192.0.2.10', '192.0.2.100')),
  });

  it('exactly those entries are found and counted that the domain says a filter means', async () => {
    const { database } = server.services;
    let contracts = 0;
    const tally = { found: 0, left: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1, maxLength: 30 }),
        fc.array(filter, { minLength: 8, maxLength: 8 }),
        async (entries, filters) => {
          const contractId = String((contracts += 1)).padStart(11, '0');
          await sql`insert into contracts (contract_id, name, lock_linkage, opened_at) values (${contractId}, '-', 'LINKED', now())`;
          const rows = entries.map((each, index) => ({
            contract_id: contractId,
            number: index + 1,
            at: new Date(each.at),
            operation: 'test',
            actor: JSON.stringify(each.actor),
            address: each.address,
            event: JSON.stringify(each.event),
            previous_hash: Buffer.alloc(32),
            hash: Buffer.alloc(32),
          }));
          for (const row of rows)
            await sql`insert into history_entries (contract_id, number, at, operation, actor, address, event, previous_hash, hash)
              values (${contractId}, ${row.number}, ${row.at}, ${row.operation}, ${row.actor}::text::json, ${row.address}, ${row.event}::text::json, ${row.hash}, ${row.hash})`;
          for (const each of [everyEntry, ...filters]) {
            const meant = entries
              .map((one, index) => ({ ...one, actor: actorShown(one.actor), number: index + 1 }))
              .filter((one) => fits(each, one))
              .map(({ number }) => number)
              .toReversed();
            const queries = () => database.reading(contractId);
            const found = await selectEntries(queries(), contractId, each, null, 100);
            const [counted] = await countEntries(queries(), contractId, each);
            expect(found.map(({ number }) => number)).toEqual(meant);
            expect(counted?.count).toBe(meant.length);
            tally.found += meant.length;
            tally.left += entries.length - meant.length;
          }
        },
      ),
      { numRuns: 60 },
    );
    figure('history', `filters by property: ${tally.found} entries found, ${tally.left} left out`);
    expect(Math.min(tally.found, tally.left)).toBeGreaterThan(100);
  });
});
