import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import * as authorizationTables from '../../src/db/tables/authorizations.ts';
import * as cardTables from '../../src/db/tables/cards.ts';
import * as certificateTables from '../../src/db/tables/certificates.ts';
import * as contractTables from '../../src/db/tables/contracts.ts';
import * as deskActTables from '../../src/db/tables/desk-acts.ts';
import * as historyTables from '../../src/db/tables/history.ts';
import * as personTables from '../../src/db/tables/persons.ts';
import * as sessionTables from '../../src/db/tables/sessions.ts';
import { authorized, logOnThroughBank } from '../harness/bank-user.ts';
import { certifyUser } from '../harness/certified.ts';
import { asApplication, asOwner, asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  ask,
  bank,
  logOnUser,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

let ground: Ground;
let server: OwnServer;
/** Where acts of the desk wait for a second person. */
let careful: OwnServer;
let own: SeededContract;
let superuser: postgres.Sql;
let application: postgres.Sql;

const tables = Object.values({
  ...authorizationTables,
  ...cardTables,
  ...certificateTables,
  ...contractTables,
  ...deskActTables,
  ...historyTables,
  ...personTables,
  ...sessionTables,
}).filter((each) => is(each, PgTable));
const names = tables.map((table) => getTableName(table));

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
  const env = { ...ground.env, MONBAN_TWO_PERSONS: 'on' };
  careful = await startHere({ ...ground, env });
  superuser = asSuperuser(ground);
  application = asApplication(ground);
  own = await fill();
  await fill();
});
afterAll(async () => {
  await superuser.end();
  await application.end();
  await careful.close();
  await server.close();
  await ground.clear();
});

/** A contract with rows in every table. */
async function fill(): Promise<SeededContract> {
  const contract = await seedContract(server.url, ground, {
    notificationAddress: 'office@yamada.example',
  });
  await seedUser(contract, 'Sato', {
    permissions: [{ service: 'FUNDS_TRANSFER', action: 'EXECUTE' }],
    limits: [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 1, perDay: 1 } }],
  });
  await authorized(await logOnThroughBank(ground, server.url, contract, 'Sato'), { amount: 1 });
  await certifyUser(contract, 'Sato');
  for (let each = 0; each < 2; each += 1)
    await logOnUser(contract.administrator.with({}), contract.contractId, 'Nobody');
  await ask(bank(careful.url, ground, ['desk']), 'issueCard', {
    contractId: contract.contractId,
  });
  await ask(contract.administrator, 'lockUser', {
    userId: 'Sato',
    confirmationPin: pins.contractConfirmation,
  });
  return contract;
}

/** PostgreSQL's code of what it refused; null: it did it. */
async function refusal(work: PromiseLike<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
    return cause instanceof Error && 'code' in cause ? String(cause.code) : String(fault);
  }
}

const notPermitted = '42501';

async function count(connection: postgres.Sql, table: string): Promise<number> {
  const [row] = await connection<
    { count: number }[]
  >`select count(*)::int as count from ${connection(table)}`;
  return row?.count ?? -1;
}

describe('A11: a forgotten `where` shows one contract’s rows, and without a scope none', () => {
  it('every table that has a contract stands behind a wall that its owner is held to as well', async () => {
    const walls = await superuser<
      { name: string; walled: boolean; forced: boolean; policies: number }[]
    >`
      select relname as name, relrowsecurity as walled, relforcerowsecurity as forced,
        (select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies
      from pg_class where relkind in ('r', 'p', 'm', 'v') and relnamespace = 'public'::regnamespace`;
    const open = walls
      .filter(({ walled, forced, policies }) => !(walled && forced && policies >= 2))
      .map(({ name }) => name);
    figure(
      'A11',
      `${walls.length - open.length} tables behind row-level security; without it: ${open.join()}`,
    );
    // Network addresses of strangers, who have no contract.
    expect(open).toEqual(['address_tries']);
    expect(
      walls
        .map(({ name }) => name)
        .filter((name) => name !== 'address_tries')
        .sort(),
    ).toEqual([...names].sort());
  });

  it.each(tables.map((table) => [getTableName(table), table] as const))(
    '%s',
    async (name, table) => {
      const whose = async (queries: {
        select(): { from(table: PgTable): PromiseLike<readonly Record<string, unknown>[]> };
      }) => (await queries.select().from(table)).map((row) => row['contractId']);
      const { database } = server.services;
      const [mine = 0, all = 0] = (
        await superuser<{ mine: number; all: number }[]>`
      select count(*) filter (where contract_id = ${own.contractId})::int as mine, count(*)::int as "all" from ${superuser(name)}`
      ).flatMap((row) => [row.mine, row.all]);
      expect([name, mine > 0, all > mine]).toEqual([name, true, true]);

      const onlyMine = Array.from({ length: mine }, () => own.contractId);
      expect(await whose(database.reading(own.contractId))).toEqual(onlyMine);
      expect(await database.acting(own.contractId, ({ queries }) => whose(queries))).toEqual(
        onlyMine,
      );
      for (const nobody of ['', '-', '00000000000', '%', `${own.contractId}'`])
        expect(await whose(database.reading(nobody))).toEqual([]);
      expect(await count(application, name)).toBe(0);

      // What is written without a `where` reaches no other contract's rows either.
      let reached: number | null = null;
      const undone = new Error('undone');
      const code = await refusal(
        database.acting(own.contractId, async ({ queries }) => {
          const { count: rows } = await queries.execute(
            sql`update ${table} set contract_id = contract_id`,
          );
          reached = rows;
          throw undone;
        }),
      );
      expect([
        name,
        [mine, null].includes(reached),
        [String(undone), notPermitted].includes(String(code)),
      ]).toEqual([name, true, true]);
    },
  );

  it('a scope ends with its statement: the next one on the same connection has none', async () => {
    const alone = asApplication(ground, 1);
    const inScope = `with scope as materialized (select set_config('monban.contract', $1, true) as contract) select count(*)::int as count from scope cross join lateral (select 1 from persons where scope.contract is not null offset 0) found`;
    const [scoped] = await alone.unsafe(inScope, [own.contractId], { prepare: true });
    expect(scoped?.['count']).toBe(2);
    expect(await count(alone, 'persons')).toBe(0);
    await alone.end();
  });

  it('nothing is written into, or moved to, another contract', async () => {
    const { database } = server.services;
    const elsewhere = '00000000000';
    const tries = [
      sql`insert into persons (contract_id, person_key, user_id, name, added_at) values (${elsewhere}, 'x', 'x', 'x', now())`,
      sql`insert into history_entries select ${elsewhere}, number, at, operation, actor, address, event, previous_hash, hash from history_entries`,
      sql`insert into outbox (contract_id, number, address, at, locale, events) select ${elsewhere}, number + 1000, address, at, locale, events from outbox`,
      sql`update persons set contract_id = ${elsewhere}`,
      sql`update contracts set contract_id = ${elsewhere}`,
      sql`update sessions set contract_id = ${elsewhere}`,
      sql`update cards set contract_id = ${elsewhere}`,
      sql`insert into secrets_seen select ${elsewhere}, secret, card_id, subject, at from secrets_seen`,
      sql`update secrets_seen set subject = 'x'`,
      sql`update desk_acts set asked_subject = 'x'`,
      sql`update certificates set contract_id = ${elsewhere}`,
      sql`update certificates set person_key = '@administrator'`,
      sql`update certificates set until = now() + interval '9 years'`,
      sql`update certificate_grants set person_key = '@administrator'`,
    ];
    const codes = [];
    for (const statement of tries)
      codes.push(
        await refusal(database.acting(own.contractId, ({ queries }) => queries.execute(statement))),
      );
    expect(codes).toEqual(tries.map(() => notPermitted));
  });

  it('R12: no certificate goes but one of the bank’s that was taken back, so that nobody binds another’s to somebody else', async () => {
    const { database } = server.services;
    const left = async (authority: string, revoked: boolean) => {
      await superuser`update certificates set authority = ${authority}, revoked_at = ${revoked ? new Date() : null}
        where contract_id = ${own.contractId}`;
      await database.acting(own.contractId, ({ queries }) =>
        queries.execute(sql`delete from certificates`),
      );
      const rows =
        await superuser`select 1 from certificates where contract_id = ${own.contractId}`;
      return rows.length;
    };
    expect(await left('BUILT_IN', false)).toBe(1);
    expect(await left('BUILT_IN', true)).toBe(1);
    expect(await left('BANK', false)).toBe(1);
  });
});

describe('A15: the application’s role adds to the history, and does nothing else to it', () => {
  it.each([
    `update history_entries set event = '{}'`,
    `update history_entries set hash = hash where false`,
    'delete from history_entries',
    'truncate history_entries',
    'alter table history_entries disable row level security',
    'drop policy one_contract on history_entries',
    'drop table history_entries',
    'set session_replication_role = replica',
    'set role monban_owner',
    'set row_security = off; select 1 from history_entries',
  ])('%s', async (statement) => {
    const code = await refusal(
      application.begin(async (connection) => {
        await connection`select set_config('monban.contract', ${own.contractId}, true)`;
        await connection.unsafe(statement);
      }),
    );
    expect(code).toBe(notPermitted);
  });

  it('neither does it delete what was announced, but for the mark that it was sent', async () => {
    const codes = [];
    for (const statement of [
      `update outbox set events = '[]'`,
      'delete from outbox',
      'update outbox set sent_at = sent_at where false',
    ]) {
      codes.push(await refusal(application.unsafe(statement)));
    }
    expect(codes).toEqual([notPermitted, notPermitted, null]);
  });

  it('the tables’ owner, who migrates, sees and changes no entry either', async () => {
    const owner = asOwner(ground);
    const changed = await owner`update history_entries set event = '{}'`;
    expect([await count(owner, 'history_entries'), changed.count]).toEqual([0, 0]);
    await owner.end();
  });

  it('the role that sees every contract reads, and writes nothing', async () => {
    const codes = [];
    for (const name of names) {
      for (const statement of [
        `update ${name} set contract_id = contract_id`,
        `delete from ${name}`,
      ]) {
        codes.push(
          await refusal(
            application.begin(async (connection) => {
              await connection`set local role monban_across`;
              expect(await count(connection as unknown as postgres.Sql, name)).toBe(
                await count(superuser, name),
              );
              await connection.unsafe(statement);
            }),
          ),
        );
      }
    }
    expect(new Set(codes)).toEqual(new Set([notPermitted]));
  });
});
