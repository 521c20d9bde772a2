import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Client, connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import {
  ask,
  bank,
  logOnUser,
  type OperationName,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';
import { told } from './harness/told.ts';

let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
let contract: SeededContract;
let desk: Client;
let sato: Client;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
  sql = asSuperuser(ground);
  desk = bank(server.url, ground, ['desk']);
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
  sato = await seedUser(contract, 'Sato', { email: 'sato@yamada.example' });
});

const note = { reference: 'U-77', identityCheck: 'FORM_WITH_SEAL' } as const;
const noted = () => ({ contractId: contract.contractId, ...note });
const ceilingOf = (perTransaction: number, perDay: number) => ({ perTransaction, perDay });
const transfer = (perTransaction: number, perDay: number) => ({
  service: 'FUNDS_TRANSFER',
  ceiling: ceilingOf(perTransaction, perDay),
});
const balance = { service: 'BALANCE_INQUIRY' };

interface Deed {
  readonly name: OperationName;
  readonly answers: string;
  /** What is told of it, in this order. */
  readonly events: readonly string[];
  /** From what to what, as the history keeps it; left out: the event says it otherwise. */
  readonly change?: { readonly from: unknown; readonly to: unknown };
  readonly input: Readonly<Record<string, unknown>>;
  /** What has to have happened before. */
  readonly before?: OperationName;
}

/** Every act of the desk alone in a contract that there is. */
const deeds: readonly Deed[] = [
  { name: 'issueCard', answers: 'CardIssued', events: ['CARD_ISSUED'], input: {} },
  {
    name: 'putCardInForce',
    answers: 'CardPutInForce',
    events: ['CARD_PUT_IN_FORCE'],
    input: {},
    before: 'issueCard',
  },
  {
    name: 'resetAdministrator',
    answers: 'AdministratorReset',
    events: ['ADMINISTRATOR_RESET'],
    change: { from: 'Yamada Trading', to: '鈴木 花子' },
    input: { administratorName: '鈴木 花子' },
  },
  {
    name: 'unlockContract',
    answers: 'ContractUnlocked',
    events: ['CONTRACT_UNLOCKED'],
    input: {},
    before: 'lockContract',
  },
  { name: 'closeContract', answers: 'ContractClosed', events: ['CONTRACT_CLOSED'], input: {} },
  {
    name: 'keepContract',
    answers: 'ContractKept',
    events: ['CONTRACT_KEPT'],
    input: {},
    before: 'closeContract',
  },
  {
    name: 'renameContract',
    answers: 'ContractRenamed',
    events: ['CONTRACT_RENAMED'],
    change: { from: 'Yamada Trading', to: '新山田商事' },
    input: { name: '新山田商事' },
  },
  {
    name: 'setIdleMinutes',
    answers: 'IdleMinutesSet',
    events: ['IDLE_MINUTES_SET'],
    change: { from: 10, to: 5 },
    input: { idleMinutes: 5 },
  },
  {
    name: 'setAuthenticationMethod',
    answers: 'AuthenticationMethodSet',
    events: ['AUTHENTICATION_METHOD_SET'],
    change: { from: 'ID_PIN', to: 'CERTIFICATE' },
    input: { authenticationMethod: 'CERTIFICATE' },
  },
  {
    name: 'setContractServices',
    answers: 'ContractServicesSet',
    events: ['CONTRACT_SERVICES_SET'],
    change: {
      from: [
        { service: 'BALANCE_INQUIRY', ceiling: null },
        { service: 'FUNDS_TRANSFER', ceiling: ceilingOf(1_000_000, 5_000_000) },
      ],
      to: [
        { service: 'BALANCE_INQUIRY', ceiling: null },
        { service: 'FUNDS_TRANSFER', ceiling: ceilingOf(2_000_000, 5_000_000) },
        { service: 'FILE_EXCHANGE', ceiling: null },
      ],
    },
    input: { services: [{ service: 'FILE_EXCHANGE' }, transfer(2_000_000, 5_000_000), balance] },
  },
  {
    name: 'setLockLinkage',
    answers: 'LockLinkageSet',
    events: ['LOCK_LINKAGE_SET'],
    change: { from: 'UNLINKED', to: 'LINKED' },
    input: { lockLinkage: 'LINKED' },
  },
];

describe.each(deeds)('R10: $name', ({ name, answers, events, change, input, before }) => {
  const arranged = () => (before === undefined ? null : ask(desk, before, noted()));

  it('is told in the history as the clerk’s, with number, check and from what to what, and mailed to the company', async () => {
    await arranged();
    const left = await told(sql, contract.contractId, async () => {
      expect(await ask(desk, name, { ...noted(), ...input })).toMatchObject({
        __typename: answers,
      });
    });
    expect(left.entries.map(({ event }) => event['type'])).toEqual(events);
    expect(left.entries[0]).toMatchObject({
      operation: name,
      actor: { kind: 'BANK', clientId: 'core-banking', subject: 'clerk1' },
      event: { desk: note, ...change },
    });
    expect(left.mails).toEqual({ 'office@yamada.example': events });
  });

  it('is the desk’s alone: nobody else comes as far as its input', async () => {
    const left = await told(sql, contract.contractId, async () => {
      for (const client of [
        contract.administrator,
        sato,
        bank(server.url, ground, ['read', 'transactions']),
      ])
        await expect(ask(client, name, { ...noted(), ...input })).rejects.toMatchObject({
          code: 'FORBIDDEN',
        });
      await expect(ask(connect(server.url), name, { ...noted(), ...input })).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    });
    expect(left).toEqual({ entries: [], mails: {} });
  });

  it('a contract that nobody has is not found, and of a closed one nothing changes any more', async () => {
    await arranged();
    expect(
      await ask(desk, name, { ...noted(), ...input, contractId: '00000000000' }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    await sql`update contracts set closed_at = now() - interval '1 second' where contract_id = ${contract.contractId}`;
    const left = await told(sql, contract.contractId, async () => {
      expect(await ask(desk, name, { ...noted(), ...input })).toMatchObject({
        code: 'NOT_ALLOWED_NOW',
      });
    });
    expect(left.entries).toMatchObject([{ event: { type: 'ACT_REFUSED', operation: name } }]);
    expect(left.mails).toEqual({});
  });

  it('a number that cannot be the desk’s is refused at its field, and not repeated', async () => {
    const refused = await ask(desk, name, { ...noted(), ...input, reference: 'U-1\nBcc: all' });
    expect(refused.problems).toMatchObject([{ path: 'reference', code: 'CONTROL_CHARACTER' }]);
    expect(JSON.stringify(refused)).not.toContain('Bcc');
  });
});

describe('what the desk sets', () => {
  it.each([
    ['renameContract', { name: 'Yamada Trading' }],
    ['setIdleMinutes', { idleMinutes: 10 }],
    ['setAuthenticationMethod', { authenticationMethod: 'ID_PIN' }],
    ['setContractServices', { services: [balance, transfer(1_000_000, 5_000_000)] }],
    ['setLockLinkage', { lockLinkage: 'UNLINKED' }],
  ] as const)('%s to what it is leaves no trace', async (name, input) => {
    const left = await told(sql, contract.contractId, () =>
      ask(desk, name, { ...noted(), ...input }),
    );
    expect(left).toEqual({ entries: [], mails: {} });
  });

  it.each([
    ['renameContract', { name: '' }, 'name', 'REQUIRED'],
    ['renameContract', { name: 'あ'.repeat(61) }, 'name', 'TOO_LONG'],
    ['setIdleMinutes', { idleMinutes: 0 }, 'idleMinutes', 'WRONG_MINUTES'],
    ['setIdleMinutes', { idleMinutes: 61 }, 'idleMinutes', 'WRONG_MINUTES'],
    ['setContractServices', { services: [] }, 'services', 'REQUIRED'],
    ['setContractServices', { services: [balance, balance] }, 'services.1.service', 'NAMED_TWICE'],
    [
      'setContractServices',
      { services: [{ ...balance, ceiling: ceilingOf(1, 1) }] },
      'services.0.ceiling',
      'SERVICE_MOVES_NO_MONEY',
    ],
    [
      'setContractServices',
      { services: [transfer(2, 1)] },
      'services.0.ceiling.perTransaction',
      'PER_TRANSACTION_ABOVE_DAY',
    ],
    [
      'setContractServices',
      { services: [transfer(1, 10 ** 13)] },
      'services.0.ceiling.perDay',
      'OUT_OF_RANGE',
    ],
  ] as const)('%s with %j says what is wrong with %s', async (name, input, path, code) => {
    const refused = await ask(desk, name, { ...noted(), ...input });
    expect(refused.problems).toMatchObject([{ path, code }]);
  });

  it('R11: a shorter idle end ends a session that has been idle for so long already', async () => {
    await sql`update sessions set last_act_at = now() - interval '2 minutes' where contract_id = ${contract.contractId}`;
    await ask(desk, 'setIdleMinutes', { ...noted(), idleMinutes: 1 });
    await expect(sato.send('{ contract { version } }')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('R12: once certificates are needed, sessions without one are over, and a logon without one counts nothing; ID_PIN lets people in again', async () => {
    const set = (authenticationMethod: string) =>
      ask(desk, 'setAuthenticationMethod', { ...noted(), authenticationMethod });
    await set('CERTIFICATE');
    await expect(sato.send('{ contract { version } }')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const stranger = connect(server.url);
    expect(await logOnUser(stranger, contract.contractId, 'Sato', pins.wrong)).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    expect(await logOnUser(stranger, contract.contractId, 'Sato')).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    await set('ID_PIN');
    expect(await logOnUser(stranger, contract.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
    const [row] = await sql`select wrong_logon from persons
      where contract_id = ${contract.contractId} and user_id = 'Sato'`;
    expect(row).toEqual({ wrong_logon: 0 });
  });
});

it('R12: a day from which certificates are needed lies ahead, and waits for nobody but that day', async () => {
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const set = (certificateFrom: string | null) =>
    ask(desk, 'setAuthenticationMethod', {
      ...noted(),
      authenticationMethod: 'CERTIFICATE',
      certificateFrom,
    });
  expect(await set('2020-01-01T00:00:00Z')).toMatchObject({
    problems: [{ path: 'certificateFrom', code: 'LIES_IN_THE_PAST' }],
  });
  const { entries } = await told(sql, contract.contractId, () => set(until));
  expect(entries.map(({ event }) => event)).toMatchObject([
    {
      type: 'AUTHENTICATION_METHOD_SET',
      from: 'ID_PIN',
      to: 'CERTIFICATE',
      toDay: Date.parse(until),
    },
  ]);
  expect(await sato.send('{ contract { authenticationMethod certificateFrom } }')).toEqual({
    contract: { authenticationMethod: 'CERTIFICATE', certificateFrom: until },
  });
});

describe('R13, R14: services and ceilings', () => {
  const set = (...services: readonly unknown[]) =>
    ask(desk, 'setContractServices', { ...noted(), services });

  interface Limits {
    readonly contract: {
      readonly user: {
        readonly version: number;
        readonly permissions: readonly unknown[];
        readonly limits: readonly { readonly limit: unknown; readonly effective: unknown }[];
      };
    };
  }
  const satosRights = async () => {
    const { contract: own } = await contract.administrator.send<Limits>(
      `{ contract { user(userId: "Sato") { version permissions { service action }
        limits { limit { perTransaction perDay } effective { perTransaction perDay } } } } }`,
    );
    return own.user;
  };

  it('a service that goes takes with it what users could do in it: told to each from what to what, gone with the next request', async () => {
    await seedUser(contract, 'Tanaka', { permissions: [], limits: [] });
    const left = await told(sql, contract.contractId, () => set(balance));
    expect(left.entries.map(({ event }) => event)).toMatchObject([
      { type: 'CONTRACT_SERVICES_SET' },
      {
        type: 'USER_PERMISSIONS_SET',
        userId: 'Sato',
        from: [{ service: 'FUNDS_TRANSFER' }, { service: 'FUNDS_TRANSFER' }],
        to: [],
      },
      {
        type: 'USER_LIMITS_SET',
        userId: 'Sato',
        from: [{ service: 'FUNDS_TRANSFER', limit: ceilingOf(100_000, 500_000) }],
        to: [],
      },
    ]);
    expect(left.mails).toEqual({
      'office@yamada.example': ['CONTRACT_SERVICES_SET', 'USER_PERMISSIONS_SET', 'USER_LIMITS_SET'],
      'sato@yamada.example': ['USER_PERMISSIONS_SET', 'USER_LIMITS_SET'],
    });
    expect(await satosRights()).toEqual({ version: 2, permissions: [], limits: [] });
    // Given back, the service is there and nobody's.
    await set(balance, transfer(1_000_000, 5_000_000));
    expect(await satosRights()).toMatchObject({
      permissions: [],
      limits: [{ limit: ceilingOf(0, 0) }],
    });
  });

  it('a ceiling below the limits rewrites none of them; the smallest counts, and raised again all is as it was', async () => {
    const lowered = await set(balance, transfer(50_000, 60_000));
    expect(lowered).toMatchObject({
      contract: {
        services: [
          { service: 'BALANCE_INQUIRY', ceiling: null, limit: null },
          {
            service: 'FUNDS_TRANSFER',
            ceiling: ceilingOf(50_000, 60_000),
            limit: ceilingOf(1_000_000, 5_000_000),
          },
        ],
      },
    });
    expect((await satosRights()).limits).toEqual([
      { limit: ceilingOf(100_000, 500_000), effective: ceilingOf(50_000, 60_000) },
    ]);
    await set(balance, transfer(2_000_000, 5_000_000));
    expect((await satosRights()).limits).toEqual([
      { limit: ceilingOf(100_000, 500_000), effective: ceilingOf(100_000, 500_000) },
    ]);
    // A higher ceiling raises no limit: that is the administrator's to do.
    expect(
      await contract.administrator.send('{ contract { services { limit { perTransaction } } } }'),
    ).toEqual({
      contract: { services: [{ limit: null }, { limit: { perTransaction: 1_000_000 } }] },
    });
  });
});
