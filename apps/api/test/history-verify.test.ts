import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { runCommand } from '../src/cli/run-command.ts';
import { readSettings } from '../src/settings.ts';
import { ask, type SeededContract, pins, seedContract, seedUser } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let folder: string;
let contract: SeededContract;
let count: number;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
  folder = mkdtempSync(join(tmpdir(), 'monban-heads-'));
  const url = new URL(ground.database.superuserUrl);
  url.pathname = new URL(ground.database.applicationUrl).pathname;
  sql = postgres(url.href, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await server.close();
  await ground.clear();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  contract = await seedContract(server.url, ground);
  await seedUser(contract, 'Sato');
  await ask(contract.administrator, 'lockUser', {
    userId: 'Sato',
    confirmationPin: pins.contractConfirmation,
  });
  const [found] = await sql<{ history_count: string }[]>`
    select history_count from contracts where contract_id = ${contract.contractId}`;
  count = Number(found?.history_count);
});

interface Verified {
  readonly contractId: string;
  readonly head: { readonly count: number; readonly hash: string };
  readonly broken: { readonly kind: string; readonly number: number } | null;
}

interface Ended {
  readonly code: number;
  readonly out: string;
}

/** `pnpm monban history verify` */
async function run(...words: readonly string[]): Promise<Ended> {
  const out: string[] = [];
  const take = (text: string): void => void out.push(text);
  const settings = () => readSettings(ground.env);
  const code = await runCommand(
    ['history', 'verify', ...words],
    { print: take, complain: take },
    settings,
  );
  return { code, out: out.join('\n') };
}

async function verify(
  ...words: readonly string[]
): Promise<{ code: number; broken: Verified['broken'] }> {
  const { code, out } = await run('--contract', contract.contractId, '--json', ...words);
  const { histories } = JSON.parse(out) as { histories: readonly Verified[] };
  return { code, broken: histories[0]?.broken ?? null };
}

const of = () => sql`contract_id = ${contract.contractId}`;

/** An entry's hash as the product takes it, for whoever knows how and writes to the database as they please. */
async function rehash(from: number): Promise<void> {
  const rows = await sql<Record<string, string & Date & Buffer>[]>`
    select number, at, operation, actor::text as actor, address, event::text as event, hash
    from history_entries where ${of()} and number >= ${from - 1} order by number`;
  let previous = from === 1 ? Buffer.alloc(32) : rows[0]?.['hash'];
  for (const row of rows.filter((each) => Number(each['number']) >= from)) {
    const said = [
      contract.contractId,
      Number(row['number']),
      row['at']?.getTime(),
      row['operation'],
      row['actor'],
      row['address'] ?? null,
      row['event'],
      previous?.toString('hex'),
    ];
    const hash = createHash('sha256').update(JSON.stringify(said)).digest();
    await sql`update history_entries set hash = ${hash}, previous_hash = ${previous ?? hash}
      where ${of()} and number = ${row['number'] ?? 0}`;
    previous = hash;
  }
  await sql`update contracts set history_hash = ${previous ?? ''} where ${of()}`;
}

describe('A15: whoever changes the history is found', () => {
  it('finds nothing where nobody changed anything, beside the running server, and counts every entry', async () => {
    const { code, out } = await run('--contract', contract.contractId);
    expect([code, out]).toEqual([0, `1 history with ${count} entries: all as they were written.`]);
    expect(count).toBeGreaterThan(5);
  });

  it('over more entries than a page holds', async () => {
    await sql`insert into history_entries
      select contract_id, number + g * ${count}, at, operation, actor, address, event, previous_hash, hash
      from history_entries, generate_series(1, 400) g where ${of()}`;
    await sql`update contracts set history_count = ${count * 401} where ${of()}`;
    await rehash(1);
    expect(await verify()).toEqual({ code: 0, broken: null });
    await sql`update history_entries set operation = 'lockUser' where ${of()} and number = ${count * 300 + 1}`;
    expect(await verify()).toEqual({
      code: 1,
      broken: { kind: 'ALTERED', number: count * 300 + 1 },
    });
  });

  it.each([
    ['what happened', (sql_) => sql_`event = ('{"type":"LOGGED_OFF"}')::json`],
    ['who did it', (sql_) => sql_`actor = ('{"kind":"SYSTEM"}')::json`],
    ['from where', (sql_) => sql_`address = '192.0.2.9'`],
    ['when', (sql_) => sql_`at = at + interval '1 millisecond'`],
    ['by which operation', (sql_) => sql_`operation = 'sweep'`],
    ['the blanks within its JSON', (sql_) => sql_`event = replace(event::text, ':', ': ')::json`],
  ] satisfies readonly (readonly [string, (sql_: postgres.Sql) => postgres.Fragment])[])(
    'edited: %s',
    async (_what, change) => {
      await sql`update history_entries set ${change(sql)} where ${of()} and number = 3`;
      expect(await verify()).toEqual({ code: 1, broken: { kind: 'ALTERED', number: 3 } });
    },
  );

  it('edited, with its own hash taken anew', async () => {
    await sql`update history_entries set address = '192.0.2.9' where ${of()} and number = 3`;
    const [head] = await sql<
      { history_hash: Buffer }[]
    >`select history_hash from contracts where ${of()}`;
    await rehash(3);
    await sql`update history_entries set previous_hash = previous_hash`;
    await sql`update contracts set history_hash = ${head?.history_hash ?? ''} where ${of()}`;
    expect(await verify()).toEqual({ code: 1, broken: { kind: 'NOT_THE_HEAD', number: count } });
  });

  it.each([
    ['first', () => 1],
    ['middle', () => 4],
    ['last', () => count],
  ])('deleted: the %s', async (_which, number) => {
    await sql`delete from history_entries where ${of()} and number = ${number()}`;
    expect(await verify()).toEqual({ code: 1, broken: { kind: 'MISSING', number: number() } });
  });

  it('deleted: all of it, with the head set back', async () => {
    await sql`delete from history_entries where ${of()}`;
    await sql`update contracts set history_count = 0, history_hash = ${Buffer.alloc(32)} where ${of()}`;
    expect(await verify()).toEqual({ code: 1, broken: { kind: 'MISSING', number: 1 } });
  });

  it('deleted in the middle, with the numbers behind it moved up', async () => {
    await sql`delete from history_entries where ${of()} and number = 4`;
    await sql`update history_entries set number = -number where ${of()} and number > 4`;
    await sql`update history_entries set number = -number - 1 where ${of()} and number < 0`;
    await sql`update contracts set history_count = history_count - 1 where ${of()}`;
    expect(await verify()).toEqual({ code: 1, broken: { kind: 'ALTERED', number: 4 } });
  });

  it('swapped', async () => {
    await sql`update history_entries set number = -3 where ${of()} and number = 3`;
    await sql`update history_entries set number = 3 where ${of()} and number = 4`;
    await sql`update history_entries set number = 4 where ${of()} and number = -3`;
    expect(await verify()).toEqual({ code: 1, broken: { kind: 'ALTERED', number: 3 } });
  });

  it.each([
    ['before the first', () => 0, 'UNEXPECTED'],
    ['behind the last', () => count + 1, 'UNEXPECTED'],
  ])('put in: %s', async (_where, number, kind) => {
    await sql`insert into history_entries
      select contract_id, ${number()}, at, operation, actor, address, event, previous_hash, hash
      from history_entries where ${of()} and number = 2`;
    expect(await verify()).toEqual({ code: 1, broken: { kind, number: number() } });
  });

  it('put in: in the middle, with the numbers behind it moved down', async () => {
    await sql`update history_entries set number = -number where ${of()} and number > 3`;
    await sql`update history_entries set number = 1 - number where ${of()} and number < 0`;
    await sql`insert into history_entries
      select contract_id, 4, at, operation, actor, address, event, previous_hash, hash
      from history_entries where ${of()} and number = 3`;
    await sql`update contracts set history_count = history_count + 1 where ${of()}`;
    expect(await verify()).toMatchObject({ code: 1, broken: { number: 4 } });
  });

  it('written anew as a whole, every hash and the head with it: by the head that was kept outside', async () => {
    const file = join(folder, 'heads.json');
    writeFileSync(file, (await run('--json')).out);
    await sql`update history_entries set address = '192.0.2.9' where ${of()} and number = 3`;
    await rehash(3);
    expect(await verify()).toEqual({ code: 0, broken: null });
    expect(await verify('--against', file)).toEqual({
      code: 1,
      broken: { kind: 'NOT_AS_KEPT', number: count },
    });

    await sql`delete from history_entries where ${of()} and number = ${count}`;
    await sql`update contracts set history_count = history_count - 1,
      history_hash = (select hash from history_entries where ${of()} and number = ${count - 1}) where ${of()}`;
    expect(await verify()).toEqual({ code: 0, broken: null });
    expect(await verify('--against', file)).toEqual({
      code: 1,
      broken: { kind: 'MISSING', number: count },
    });
  });

  it('holds a kept head against a history that has grown since', async () => {
    const file = join(folder, 'grown.json');
    writeFileSync(file, (await run('--json')).out);
    await ask(contract.administrator, 'unlockUser', {
      userId: 'Sato',
      confirmationPin: pins.contractConfirmation,
    });
    expect(await verify('--against', file)).toEqual({ code: 0, broken: null });
  });

  it('says in words which entry of which contract, fails, and goes on with the others', async () => {
    await sql`update history_entries set address = '192.0.2.9' where ${of()} and number = 3`;
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain(
      `${contract.contractId}: entry 3 does not say what it said when it was written.`,
    );
    // The tests before this one broke theirs.
    expect(out.split('\n').length).toBeGreaterThan(3);
  });

  it('a contract that is not there has no history', async () => {
    const { code, out } = await run('--contract', '00000000000');
    expect([code, out]).toEqual([1, '00000000000: entry 1 is missing.']);
  });
});
