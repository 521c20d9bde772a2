import { readCsv } from '@monban/domain/csv';
import { longestExport } from '@monban/domain/history-filter';
import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Client, connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import {
  type Answered,
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

const confirmed = { confirmationPin: pins.contractConfirmation };
/** As a spreadsheet in Japan writes it. */
const inJapan = (iso: string): string =>
  new Date(iso).toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo' });
let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let contract: SeededContract;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
  sql = asSuperuser(ground);
});
afterAll(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
});
beforeEach(async () => {
  contract = await seedContract(server.url, ground, {
    notificationAddress: 'office@yamada.example',
  });
});

const exported = (
  filter: Readonly<Record<string, unknown>> | null = null,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answered> =>
  ask(contract.administrator, 'exportHistory', { filter, ...confirmed, ...more });

const linesOf = ({ csv = '' }: Answered): readonly (readonly string[])[] =>
  readCsv(csv).rows.map((row) => row.map(({ text }) => text));

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly address: string | null;
  readonly event: string;
}

async function entries(client: Client, filter: object | null): Promise<readonly Entry[]> {
  const { contract: found } = await client.send<{
    contract: { history: { nodes: readonly Entry[] } };
  }>(
    `query ($filter: HistoryFilter) { contract { history(first: 100, filter: $filter) { nodes { id at text address event } } } }`,
    { filter },
  );
  return found.history.nodes;
}

describe('the administrator takes the history out of the house', () => {
  it.each([
    ['all of it', null],
    ['what was filtered', { kinds: ['USER', 'RIGHTS'], concerns: 'Sato' }],
    ['nothing, where nothing fits', { concerns: 'Nobody' }],
  ])('%s: the file holds what the page shows, in the same order', async (_, filter) => {
    await seedUser(contract, 'Sato');
    await seedUser(contract, 'Tanaka');
    const before = await entries(contract.administrator, filter);
    const answer = await exported(filter);
    const [titles, ...lines] = linesOf(answer);
    expect(answer).toMatchObject({ __typename: 'HistoryExported', entries: before.length });
    expect(titles).toEqual([
      'No.',
      'When (Japan)',
      'Who',
      'User concerned',
      'Kind',
      'What',
      'From where',
    ]);
    expect(lines.map(([number, at, , , , text, address]) => [number, at, text, address])).toEqual(
      before.map(({ id, at, text, address }) => [id, inJapan(at), text, address]),
    );
  });

  it('in the reader’s language: titles, kinds, people, what happened', async () => {
    await seedUser(contract, 'Sato');
    const { administrator } = contract;
    const japanese = administrator.with({
      cookie: administrator.cookie ?? '',
      'accept-language': 'ja',
    });
    const answer = await ask(japanese, 'exportHistory', {
      filter: { kinds: ['USER'] },
      ...confirmed,
    });
    expect(linesOf(answer)[0]?.slice(0, 5)).toEqual([
      '番号',
      '日時（日本時間）',
      '行った人',
      '対象の利用者ID',
      '種類',
    ]);
    expect(linesOf(answer)[1]?.slice(2)).toEqual([
      '管理者',
      'Sato',
      '利用者の登録',
      expect.stringContaining('利用者 Sato（Sato）を追加しました。'),
      '127.0.0.1',
    ]);
  });

  it('whatever names hold comes back as it was; what a spreadsheet would run is a text in it', async () => {
    await seedUser(contract, 'Sato');
    const names = ['=1+1', '+SUM(A1)', '-2', '@cmd', 'a, b', 'say "yes"', '🍣 寿司 😀'];
    for (const [index, name] of names.entries())
      await ask(contract.administrator, 'updateUser', {
        userId: 'Sato',
        name,
        expectedVersion: index + 1,
        ...confirmed,
      });
    // Nobody's name stands alone in a field but a clerk's, which begins with their client's.
    const token = bankToken(ground, ['desk'], '@SUM(A1)', '=cmd|calc');
    const desk = connect(server.url, { authorization: `Bearer ${token}` });
    await ask(desk, 'setLockLinkage', { contractId: contract.contractId, lockLinkage: 'LINKED' });
    const [, clerk, ...updates] = linesOf(await exported({ kinds: ['USER', 'CONTRACT'] }));
    expect(clerk?.[2]).toBe(`'=cmd|calc/@SUM(A1)`);
    expect(updates.slice(0, names.length).map((line) => line[5])).toEqual(
      names
        .map(
          (name, index) =>
            `The data of user Sato was changed. Name: ${names[index - 1] ?? 'Sato'} → ${name}.`,
        )
        .toReversed(),
    );
  });

  it('R10: the history says so, with how many, and the addresses are told', async () => {
    const { entries: number } = await exported();
    const [newest] = await entries(contract.administrator, null);
    expect(newest).toMatchObject({
      event: 'HISTORY_EXPORTED',
      text: `The history was exported (entries: ${String(number)}).`,
    });
    const notices = await sql<
      { address: string; events: unknown }[]
    >`select address, events from outbox where contract_id = ${contract.contractId} and number = ${newest?.id ?? ''}`;
    expect([...notices]).toEqual([
      {
        address: 'office@yamada.example',
        events: [{ type: 'HISTORY_EXPORTED', entries: number }],
      },
    ]);
  });

  it('R4, R21: a wrong PIN counts, and nothing comes out', async () => {
    const answer = await exported(null, { confirmationPin: pins.wrong });
    expect(answer).toMatchObject({ code: 'WRONG_PIN', attemptsLeft: 6, locks: 'EVERYBODY' });
    expect(answer.csv).toBeUndefined();
    const [newest] = await entries(contract.administrator, null);
    expect(newest?.event).toBe('WRONG_ENTRY');
  });

  it('what is wrong with the filter is said before the PIN is looked at', async () => {
    const filter = { concerns: '佐藤', from: '2026-11-22T00:00:00Z', to: '2026-11-21T00:00:00Z' };
    expect(await exported(filter, { confirmationPin: pins.wrong })).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [
        { path: 'filter.concerns', code: 'NOT_LETTERS_OR_DIGITS' },
        { path: 'filter.to', code: 'ENDS_BEFORE_IT_BEGINS' },
      ],
    });
    expect((await entries(contract.administrator, null))[0]?.event).toBe(
      'ADMINISTRATOR_REGISTERED',
    );
  });

  it('A11: nobody else does: neither a user nor the desk nor a stranger', async () => {
    await seedUser(contract, 'Sato');
    const user = connect(server.url);
    await logOnUser(user, contract.contractId, 'Sato');
    const asking = (client: Client) => ask(client, 'exportHistory', confirmed);
    await expect(asking(user)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(asking(bank(server.url, ground, ['desk', 'read']))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(asking(connect(server.url))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a history of years', () => {
  it('goes into one file up to its bound, entry for entry; beyond it the administrator is asked to narrow it down', async () => {
    const { contractId } = contract;
    const fill = (from: number, to: number, user: string) => sql`
      insert into history_entries (contract_id, number, at, operation, actor, address, event, previous_hash, hash)
      select ${contractId}, number, now(), 'logOnUser', json_build_object('kind', 'USER', 'userId', ${user}::text), '192.0.2.1',
        json_build_object('type', 'USER_LOGGED_ON', 'userId', ${user}::text), decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
      from generate_series(${from}::int, ${to}::int) number`;
    const move = (to: number) =>
      sql`update contracts set history_count = ${to} where contract_id = ${contractId}`;
    const standing = (await entries(contract.administrator, null)).length;
    await fill(standing + 1, longestExport, 'Sato');
    await move(longestExport);
    const began = performance.now();
    const answer = await exported();
    const took = performance.now() - began;
    const [, ...lines] = linesOf(answer);
    figure(
      'history',
      `${longestExport} entries in one file: ${((answer.csv?.length ?? 0) / 1e6).toFixed(1)} MB in ${(took / 1000).toFixed(1)} s`,
    );
    expect(answer.entries).toBe(longestExport);
    expect(lines.map(([number]) => Number(number))).toEqual(
      Array.from({ length: longestExport }, (_, index) => longestExport - index),
    );

    // The export itself is the entry that is too many.
    const refused = await exported();
    expect(refused).toMatchObject({ __typename: 'SimpleRefusal', code: 'NOT_ALLOWED_NOW' });
    expect(refused.message).toContain('narrow');
    expect((await exported({ kinds: ['CONTRACT'] })).entries).toBeGreaterThan(0);
  });
});
