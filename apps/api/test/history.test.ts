import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import {
  ask,
  bank,
  challenge,
  logOnAdministrator,
  logOnUser,
  openContract,
  pins,
  readCard,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const hour = 3_600_000;
/** How far the server’s clock is ahead. */
let ahead = 0;
let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let contract: SeededContract;

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
  readonly number: number;
  readonly operation: string;
  readonly address: string | null;
  readonly actor: Readonly<Record<string, unknown>>;
  readonly event: Readonly<Record<string, unknown>>;
}

/** What has happened in a contract after the entry of that number, in order. */
async function entries(contractId: string, after = 0): Promise<readonly Entry[]> {
  return sql<
    Entry[]
  >`select number::int as number, operation, address, actor, event from history_entries
    where contract_id = ${contractId} and number > ${after} order by number`;
}

async function last(contractId: string): Promise<number> {
  return (await entries(contractId)).at(-1)?.number ?? 0;
}

/** What an act adds to the history. */
async function added(
  act: () => Promise<unknown>,
  contractId = contract.contractId,
): Promise<readonly Entry[]> {
  const before = await last(contractId);
  await act();
  return entries(contractId, before);
}

const stranger = () => connect(server.url);
const confirmed = { confirmationPin: pins.contractConfirmation };
const kinds = (all: readonly Entry[]) => all.map(({ event }) => event['type']);

describe('each act is told, with who did it, by which operation and from where', () => {
  beforeAll(async () => {
    contract = await seedContract(server.url, ground, {
      notificationAddress: 'office@yamada.example',
    });
    await seedUser(contract, 'Sato');
  });

  it('from the opening on', async () => {
    const all = await entries(contract.contractId);
    expect(
      all.map(({ operation, actor, event }) => [operation, actor['kind'], event['type']]),
    ).toEqual([
      ['openContract', 'BANK', 'CONTRACT_OPENED'],
      ['openContract', 'BANK', 'CARD_ISSUED'],
      ['registerAdministrator', 'ADMINISTRATOR', 'ADMINISTRATOR_REGISTERED'],
      ['addUser', 'ADMINISTRATOR', 'USER_ADDED'],
      ['logOnUser', 'USER', 'USER_LOGGED_ON'],
      ['replaceTemporaryPins', 'USER', 'TEMPORARY_PINS_REPLACED'],
    ]);
    expect(all.map(({ address }) => address)).toEqual(all.map(() => '127.0.0.1'));
    expect(all[0]?.actor).toEqual({ kind: 'BANK', clientId: 'core-banking', subject: 'clerk1' });
  });

  it('R10: and the address from the bank’s form is mailed the opening and the card, in one mail', async () => {
    const [opening] = await sql`
      select address, jsonb_path_query_array(events::jsonb, '$[*].type') as types from outbox
      where contract_id = ${contract.contractId} order by number limit 1`;
    expect(opening).toEqual({
      address: 'office@yamada.example',
      types: ['CONTRACT_OPENED', 'CARD_ISSUED'],
    });
  });

  it.each([
    [
      'lockUser',
      () => ask(contract.administrator, 'lockUser', { userId: 'Sato', ...confirmed }),
      'USER_LOCKED',
    ],
    [
      'unlockUser',
      () => ask(contract.administrator, 'unlockUser', { userId: 'Sato', ...confirmed }),
      'USER_UNLOCKED',
    ],
    [
      'resetUserPins',
      () => ask(contract.administrator, 'resetUserPins', { userId: 'Sato', ...confirmed }),
      'USER_PINS_RESET',
    ],
    [
      'setLockLinkage',
      () =>
        ask(bank(server.url, ground, ['desk']), 'setLockLinkage', {
          contractId: contract.contractId,
          lockLinkage: 'LINKED',
        }),
      'LOCK_LINKAGE_SET',
    ],
    [
      'issueCard',
      () =>
        ask(bank(server.url, ground, ['desk']), 'issueCard', { contractId: contract.contractId }),
      'CARD_ISSUED',
    ],
    ['logOff', () => ask(contract.administrator, 'logOff'), 'LOGGED_OFF'],
  ] as const)('%s', async (operation, act, event) => {
    expect((await added(act)).map((entry) => [entry.operation, entry.event['type']])).toEqual([
      [operation, event],
    ]);
  });

  it('in the act’s own transaction: an act whose entry cannot be written has not happened', async () => {
    contract = await seedContract(server.url, ground);
    await sql.unsafe(`create function no_entry() returns trigger language plpgsql as $$ begin raise exception 'no entry'; end $$;
      create trigger no_entry before insert on history_entries for each row when (new.operation = 'addUser') execute function no_entry()`);
    const before = await last(contract.contractId);
    await expect(
      ask(contract.administrator, 'addUser', {
        userId: 'Suzuki',
        name: 'Suzuki',
        permissions: [],
        limits: [],
        ...confirmed,
      }),
    ).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    await sql`drop trigger no_entry on history_entries`;
    const persons =
      await sql`select person_key, wrong_confirmation, attempts from persons where contract_id = ${contract.contractId}`;
    // Nor was the PIN that confirmed it made wrong.
    expect([...persons]).toEqual([
      { person_key: '@administrator', wrong_confirmation: 0, attempts: [] },
    ]);
    expect(await last(contract.contractId)).toBe(before);
  });

  it('and an entry whose act fails has not been written', async () => {
    await sql.unsafe(`create function no_user() returns trigger language plpgsql as $$ begin raise exception 'no user'; end $$;
      create constraint trigger no_user after insert on persons deferrable initially deferred for each row when (new.user_id is not null) execute function no_user()`);
    const acted = await added(() =>
      ask(contract.administrator, 'addUser', {
        userId: 'Suzuki',
        name: 'Suzuki',
        permissions: [],
        limits: [],
        ...confirmed,
      }).catch(() => null),
    );
    await sql`drop trigger no_user on persons`;
    expect(acted).toEqual([]);
  });

  it('R10: notices are announced with the entry that they tell of', async () => {
    contract = await seedContract(server.url, ground, {
      notificationAddress: 'office@yamada.example',
    });
    await seedUser(contract, 'Sato', { email: 'sato@yamada.example' });
    const [locked] = await added(() =>
      ask(contract.administrator, 'lockUser', { userId: 'Sato', ...confirmed }),
    );
    const notices = await sql<
      { address: string }[]
    >`select address, events -> 0 ->> 'type' as type from outbox
      where contract_id = ${contract.contractId} and number = ${locked?.number ?? 0} order by address`;
    expect([...notices]).toEqual([
      { address: 'office@yamada.example', type: 'USER_LOCKED' },
      { address: 'sato@yamada.example', type: 'USER_LOCKED' },
    ]);
  });
});

describe('each refused attempt is told with its true reason', () => {
  beforeEach(async () => {
    contract = await seedContract(server.url, ground);
    await seedUser(contract, 'Sato');
  });

  const refusedBecause = async (act: () => Promise<unknown>) =>
    (await added(act)).map(({ actor, event }) => [
      actor['kind'],
      event['type'],
      event['because'] ?? event['secret'],
    ]);
  const attempt =
    (userId: string, pin: string = pins.wrong) =>
    () =>
      logOnUser(stranger(), contract.contractId, userId, pin);
  const change = (statement: string) => sql.unsafe(statement, [contract.contractId]);

  it('wrong entries by the secret that was wrong', async () => {
    expect(await refusedBecause(attempt('Sato'))).toEqual([
      ['STRANGER', 'WRONG_ENTRY', 'LOGON_PIN'],
    ]);
    expect(
      await refusedBecause(() => logOnAdministrator(stranger(), contract, pins.wrong)),
    ).toEqual([['STRANGER', 'WRONG_ENTRY', 'LOGON_PIN']]);
    const given = await challenge(stranger(), contract.contractId);
    const oneTimePassword = readCard(contract.digits, given).replace(/./, (digit) =>
      String((Number(digit) + 1) % 10),
    );
    const byCard = () =>
      ask(stranger(), 'logOnAdministrator', {
        contractId: contract.contractId,
        contractPin: pins.contract,
        oneTimePassword,
        challengeId: given.id,
      });
    expect(await refusedBecause(byCard)).toEqual([
      ['STRANGER', 'WRONG_ENTRY', 'ONE_TIME_PASSWORD'],
    ]);
    const confirming = () =>
      ask(contract.administrator, 'lockUser', { userId: 'Sato', confirmationPin: pins.wrong });
    expect(await refusedBecause(confirming)).toEqual([
      ['ADMINISTRATOR', 'WRONG_ENTRY', 'CONFIRMATION_PIN'],
      // Their third in a row.
      ['ADMINISTRATOR', 'WARNED', undefined],
    ]);
  });

  it.each([
    ['UNKNOWN_USER', 'Nobody', null],
    [
      'LOCKED',
      'Sato',
      `update persons set locks = '[{"reason":"BY_ADMINISTRATOR","at":0,"by":"x"}]' where contract_id = $1 and person_key = 'sato'`,
    ],
    [
      'REMOVED',
      'Sato',
      `update persons set removed_at = now() where contract_id = $1 and person_key = 'sato'`,
    ],
    [
      'EXPIRED',
      'Sato',
      `update persons set temporary_until = added_at where contract_id = $1 and person_key = 'sato'`,
    ],
    ['CLOSED', 'Sato', `update contracts set closed_at = opened_at where contract_id = $1`],
    [
      'NO_CERTIFICATE',
      'Sato',
      `update contracts set authentication_method = 'CERTIFICATE' where contract_id = $1`,
    ],
  ] as const)('%s', async (because, userId, statement) => {
    if (statement !== null) await change(statement);
    expect(await refusedBecause(attempt(userId, pins.user))).toEqual([
      ['STRANGER', 'ATTEMPT_REFUSED', because],
    ]);
  });

  it.each([
    ['NO_CARD', `update cards set status = 'LOST' where contract_id = $1`],
    ['CARD_EXHAUSTED', `update cards set uses = array_fill(2, array[100]) where contract_id = $1`],
  ] as const)('%s', async (because, statement) => {
    await change(statement);
    expect(await refusedBecause(() => logOnAdministrator(stranger(), contract))).toEqual([
      ['STRANGER', 'ATTEMPT_REFUSED', because],
    ]);
  });

  it('NOT_REGISTERED, ALREADY_REGISTERED', async () => {
    const opened = await openContract(server.url, ground);
    expect(
      kinds(await added(() => logOnAdministrator(stranger(), opened), opened.contractId)),
    ).toEqual(['ATTEMPT_REFUSED']);
    const registering = () =>
      ask(stranger(), 'registerAdministrator', {
        contractId: contract.contractId,
        registrationPin: contract.registrationPin,
        oneTimePassword: '0000',
        contractPin: pins.contract,
        contractConfirmationPin: pins.contractConfirmation,
      });
    expect(await refusedBecause(registering)).toEqual([
      ['STRANGER', 'ATTEMPT_REFUSED', 'ALREADY_REGISTERED'],
    ]);
  });

  it('an act that the thing’s state forbids, by whom', async () => {
    const [refused] = await added(() =>
      ask(contract.administrator, 'unlockUser', { userId: 'Sato', ...confirmed }),
    );
    expect(refused).toMatchObject({
      actor: { kind: 'ADMINISTRATOR' },
      event: { type: 'ACT_REFUSED', operation: 'unlockUser', code: 'NOT_ALLOWED_NOW' },
    });
  });

  it('what a stranger typed as an ID is in none of it: people type PINs there', async () => {
    const typed = 'kanariIsMyPin42';
    await attempt(typed)();
    await logOnUser(stranger(), '99999999999', typed);
    const [row] = await sql<
      { count: number }[]
    >`select count(*)::int as count from history_entries h where h::text ilike ${`%${typed}%`}`;
    expect(row?.count).toBe(0);
  });
});

describe('a flood of refusals fills no history', () => {
  it('the first of an hour is an entry, the rest are counted, and with the next hour become one entry with their number', async () => {
    contract = await seedContract(server.url, ground);
    const { contractId } = contract;
    // The middle of the next hour, so that all of these fall into one.
    ahead = Math.ceil(Date.now() / hour) * hour + hour / 2 - Date.now();
    const flood = await added(() =>
      Promise.all(
        Array.from({ length: 60 }, (_, each) => logOnUser(stranger(), contractId, `Nobody${each}`)),
      ),
    );
    expect(kinds(flood)).toEqual(['ATTEMPT_REFUSED']);
    const tallied = async () =>
      (
        await sql<
          { count: number }[]
        >`select count from refusal_tallies where contract_id = ${contractId}`
      ).map(({ count }) => count);
    expect(await tallied()).toEqual([60]);

    // Another reason is told at once, however many of the first there were.
    await sql`update contracts set closed_at = opened_at where contract_id = ${contractId}`;
    expect(
      (await added(() => logOnUser(stranger(), contractId, 'Nobody'))).map(
        ({ event }) => event['because'],
      ),
    ).toEqual(['CLOSED']);

    ahead += hour;
    const next = await added(() => logOnUser(stranger(), contractId, 'Nobody'));
    ahead = 0;
    figure(
      'history',
      `60 refusals at once: ${kinds(flood).length} entry; an hour later: ${JSON.stringify(next.map(({ event }) => [event['type'], event['because'], event['number']]))}`,
    );
    expect(next.map(({ event }) => [event['type'], event['because'], event['number']])).toEqual([
      ['REFUSALS_COUNTED', 'UNKNOWN_USER', 59],
      ['ATTEMPT_REFUSED', 'CLOSED', undefined],
    ]);
    expect(await tallied()).toEqual([1]);
  });
});
