import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { runCommand } from '../src/cli/run-command.ts';
import { readSettings } from '../src/settings.ts';
import { asSuperuser } from './harness/database.ts';
import { rewriteHistory, setHead } from './harness/rewrite-history.ts';
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
  sql = asSuperuser(ground);
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

/** `monban history verify` */
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

const falsify = (number: number) =>
  sql`update history_entries set address = '192.0.2.9' where ${of()} and number = ${number}`;

describe('`history verify` tells whoever looks after the bank’s records whether somebody changed them (A15)', () => {
  it('finds nothing where nobody changed anything, beside the running server, and counts every entry', async () => {
    const { code, out } = await run('--contract', contract.contractId);
    expect([code, out]).toEqual([0, `1 history with ${count} entries: all as they were written.`]);
    expect(count).toBeGreaterThan(5);
  });

  it('over more entries than a page holds', async () => {
    await sql`insert into history_entries
      select contract_id, number + g * ${count}, at, operation, actor, address, event, previous_hash, hash
      from history_entries, generate_series(1, 400) g where ${of()}`;
    const last = await rewriteHistory(sql, contract.contractId, 1);
    await setHead(sql, contract.contractId, count * 401, last);
    expect(await verify()).toEqual({ code: 0, broken: null });
    await sql`update history_entries set operation = 'lockUser' where ${of()} and number = ${count * 300 + 1}`;
    expect(await verify()).toEqual({
      code: 1,
      broken: { kind: 'ALTERED', number: count * 300 + 1 },
    });
  });

  it('holds a history that was written anew as a whole against the head that was kept outside', async () => {
    const file = join(folder, 'heads.json');
    writeFileSync(file, (await run('--json')).out);
    await falsify(3);
    await setHead(
      sql,
      contract.contractId,
      count,
      await rewriteHistory(sql, contract.contractId, 3),
    );
    expect(await verify()).toEqual({ code: 0, broken: null });
    expect(await verify('--against', file)).toEqual({
      code: 1,
      broken: { kind: 'NOT_AS_KEPT', number: count },
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
    await falsify(3);
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain(
      `${contract.contractId}: entry 3 does not say what it said when it was written.`,
    );
    // A test before this one broke its own.
    expect(out.split('\n').length).toBeGreaterThan(1);
  });

  it('a contract that is not there has no history', async () => {
    const { code, out } = await run('--contract', '00000000000');
    expect([code, out]).toEqual([1, '00000000000: entry 1 is missing.']);
  });
});
