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
let sato: Client;

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
  sato = await seedUser(contract, 'Sato', { email: 'sato@yamada.example' });
});

const confirmed = { confirmationPin: pins.contractConfirmation };
const target = { userId: 'Sato', ...confirmed };
const versioned = { ...target, expectedVersion: 1 };
const transferLimit = (perTransaction: number, perDay: number) => ({
  service: 'FUNDS_TRANSFER',
  limit: { perTransaction, perDay },
});
const balance = { service: 'BALANCE_INQUIRY', action: 'VIEW' };
const administrator = () => contract.administrator;

async function idOfSession(userId: string): Promise<string> {
  const { contract: own } = await administrator().send<{
    readonly contract: {
      readonly sessions: readonly { readonly id: string; readonly person: string }[];
    };
  }>('{ contract { sessions { id person } } }');
  return own.sessions.find(({ person }) => person === userId)?.id ?? '';
}

async function versionOfContract(): Promise<number> {
  const { contract: own } = await administrator().send<{
    readonly contract: { readonly version: number };
  }>('{ contract { version } }');
  return own.version;
}

interface Deed {
  readonly name: OperationName;
  readonly answers: string;
  readonly event: string;
  /** Whether the user whom it concerns is told as well. */
  readonly userToo: boolean;
  input(): Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>>;
}

/** Every act that the administrator confirms with their PIN, and that the other tests don't have. */
const deeds: readonly Deed[] = [
  {
    name: 'updateUser',
    answers: 'UserUpdated',
    event: 'USER_UPDATED',
    userToo: true,
    input: () => ({ ...versioned, name: '佐藤 花子' }),
  },
  {
    name: 'removeUser',
    answers: 'UserRemoved',
    event: 'USER_REMOVED',
    userToo: true,
    input: () => target,
  },
  {
    name: 'setUserPermissions',
    answers: 'UserPermissionsSet',
    event: 'USER_PERMISSIONS_SET',
    userToo: true,
    input: () => ({ ...versioned, permissions: [balance] }),
  },
  {
    name: 'setUserLimits',
    answers: 'UserLimitsSet',
    event: 'USER_LIMITS_SET',
    userToo: true,
    input: () => ({ ...versioned, limits: [transferLimit(1, 2)] }),
  },
  {
    name: 'setUserAccounts',
    answers: 'UserAccountsSet',
    event: 'USER_ACCOUNTS_SET',
    userToo: true,
    input: () => ({ ...versioned, accounts: ['001-1234567'] }),
  },
  {
    name: 'setUserRights',
    answers: 'UserRightsSet',
    event: 'USER_PERMISSIONS_SET',
    userToo: true,
    input: () => ({
      changes: [{ users: [{ userId: 'Sato', expectedVersion: 1 }], permissions: [] }],
      ...confirmed,
    }),
  },
  {
    name: 'setContractLimits',
    answers: 'ContractLimitsSet',
    event: 'CONTRACT_LIMITS_SET',
    userToo: false,
    input: async () => ({
      limits: [transferLimit(5, 50)],
      expectedVersion: await versionOfContract(),
      ...confirmed,
    }),
  },
  {
    name: 'setMailLanguage',
    answers: 'MailLanguageSet',
    event: 'MAIL_LANGUAGE_SET',
    userToo: false,
    // The harness opens its contracts in English.
    input: () => ({ language: 'ja', ...confirmed }),
  },
  {
    name: 'endSession',
    answers: 'SessionEnded',
    event: 'SESSION_ENDED',
    userToo: true,
    input: async () => ({ sessionId: await idOfSession('Sato'), ...confirmed }),
  },
  {
    name: 'lockContract',
    answers: 'ContractLocked',
    event: 'CONTRACT_LOCKED',
    userToo: false,
    input: () => confirmed,
  },
  {
    name: 'reportCardLost',
    answers: 'CardReportedLost',
    event: 'CARD_REPORTED_LOST',
    userToo: false,
    input: () => confirmed,
  },
];

describe.each(deeds)('R4, R10: $name', ({ name, answers, event, userToo, input }) => {
  it('happens once it is confirmed, is told in the history as the administrator’s, and mailed to whom it concerns', async () => {
    const given = await input();
    const left = await told(sql, contract.contractId, async () => {
      expect(await ask(administrator(), name, given)).toMatchObject({ __typename: answers });
    });
    expect(left.entries).toMatchObject([
      { operation: name, actor: { kind: 'ADMINISTRATOR' }, event: { type: event } },
    ]);
    expect(left.mails).toEqual({
      'office@yamada.example': [event],
      ...(userToo && { 'sato@yamada.example': [event] }),
    });
  });

  it('without the right PIN nothing happens, and the entry counts; the tries that are left are told', async () => {
    const given = { ...(await input()), confirmationPin: pins.wrong };
    const left = await told(sql, contract.contractId, async () => {
      expect(await ask(administrator(), name, given)).toMatchObject({
        __typename: 'WrongPin',
        attemptsLeft: 6,
        locks: 'EVERYBODY',
      });
    });
    expect(left.entries).toMatchObject([
      { operation: name, event: { type: 'WRONG_ENTRY', secret: 'CONFIRMATION_PIN', inARow: 1 } },
    ]);
    const rows = await sql`select version, removed_at, current_session is null as out from persons
      where contract_id = ${contract.contractId} and user_id = 'Sato'`;
    expect([...rows]).toEqual([{ version: 1, removed_at: null, out: false }]);
  });

  it('a user of the company is refused before anything is compared', async () => {
    const given = await input();
    const left = await told(sql, contract.contractId, async () => {
      await expect(ask(sato, name, given)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
    expect(left.entries).toEqual([]);
  });
});

describe('what somebody can’t do is said as what it is', () => {
  const aboutSomebody = deeds.filter(({ name }) =>
    ['updateUser', 'removeUser', 'setUserPermissions', 'setUserLimits', 'setUserAccounts'].includes(
      name,
    ),
  );

  it('R1: a removed user’s ID is never given out again, in whichever letter case; and they are gone for every act', async () => {
    await ask(administrator(), 'removeUser', target);
    for (const userId of ['Sato', 'SATO', 'sato']) {
      const again = { userId, name: 'Sato', permissions: [], limits: [], ...confirmed };
      expect(await ask(administrator(), 'addUser', again)).toMatchObject({ code: 'CONFLICT' });
    }
    for (const { name, input } of aboutSomebody)
      expect(await ask(administrator(), name, await input())).toMatchObject({ code: 'NOT_FOUND' });
    expect(await logOnUser(connect(server.url), contract.contractId, 'Sato')).toMatchObject({
      code: 'LOGON_REFUSED',
    });
  });

  it('R14: contract limits above the desk’s ceiling are refused with the bound, at the field', async () => {
    const refused = await ask(administrator(), 'setContractLimits', {
      limits: [transferLimit(1_000_001, 5_000_000)],
      expectedVersion: 2,
      ...confirmed,
    });
    expect(refused.problems).toEqual([
      {
        path: 'limits.0.limit.perTransaction',
        code: 'ABOVE_CEILING',
        message: expect.stringContaining('¥1,000,000') as string,
      },
    ]);
  });

  it.each([
    [[{ service: 'PAYROLL', action: 'VIEW' }], 'permissions.0.service', 'SERVICE_NOT_IN_CONTRACT'],
    [
      [{ service: 'BALANCE_INQUIRY', action: 'SEND' }],
      'permissions.0.action',
      'SERVICE_HAS_NO_SUCH_ACTION',
    ],
  ])('R13: rights that the contract can’t have: %j', async (permissions, path, code) => {
    const refused = await ask(administrator(), 'setUserPermissions', { ...versioned, permissions });
    expect(refused.problems).toMatchObject([{ path, code }]);
  });

  it.each([
    [-5, 'OUT_OF_RANGE'],
    [0.5, 'NOT_WHOLE_YEN'],
    [10 ** 13, 'OUT_OF_RANGE'],
  ])('R14: ¥%d is no limit', async (perDay, code) => {
    const limits = [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 0, perDay } }];
    const refused = await ask(administrator(), 'setUserLimits', { ...versioned, limits });
    expect(refused.problems).toMatchObject([{ path: 'limits.0.limit.perDay', code }]);
  });

  it.each([
    ['佐藤\r\nBcc: everybody', 'CONTROL_CHARACTER'],
    ['あ'.repeat(200), 'TOO_LONG'],
    ['', 'REQUIRED'],
    ['佐藤\u202e', 'INVISIBLE_CHARACTER'],
  ])('a name such as %j is refused at its field, and not repeated', async (name, code) => {
    const refused = await ask(administrator(), 'updateUser', { ...versioned, name });
    expect(refused.problems).toMatchObject([{ path: 'name', code }]);
    if (name !== '') expect(JSON.stringify(refused)).not.toContain(name.slice(0, 5));
  });

  it('a name with an emoji in it is a name', async () => {
    expect(
      await ask(administrator(), 'updateUser', { ...versioned, name: '佐藤 🌸' }),
    ).toMatchObject({ user: { name: '佐藤 🌸', version: 2 } });
  });

  it('what is left out stays, and an address can be taken away', async () => {
    await ask(administrator(), 'updateUser', { ...versioned, name: 'S' });
    const taken = await ask(administrator(), 'updateUser', {
      ...versioned,
      expectedVersion: 2,
      email: null,
    });
    expect(taken).toMatchObject({ user: { name: 'S', email: null, version: 3 } });
  });

  it('one user named twice in one act changes nobody', async () => {
    const user = { userId: 'Sato', expectedVersion: 1 };
    const changes = [{ users: [user, { ...user, userId: 'SATO' }], permissions: [] }];
    const refused = await ask(administrator(), 'setUserRights', { changes, ...confirmed });
    expect(refused.problems).toMatchObject([
      { path: 'changes.0.users.1.userId', code: 'NAMED_TWICE' },
    ]);
  });

  it('an act that would change nothing leaves no trace and raises no version', async () => {
    const left = await told(sql, contract.contractId, async () => {
      const same = { ...versioned, limits: [transferLimit(100_000, 500_000)] };
      expect(await ask(administrator(), 'setUserLimits', same)).toMatchObject({
        __typename: 'UserLimitsSet',
        user: { version: 1 },
      });
    });
    expect(left).toEqual({ entries: [], mails: {} });
  });
});

describe('emergency stops', () => {
  it('a user stops themselves: out at once, told as their own doing, and the administrator alone lets them back in', async () => {
    const own = { confirmationPin: pins.userConfirmation };
    const left = await told(sql, contract.contractId, async () => {
      expect(await ask(sato, 'lockMyself', own)).toMatchObject({
        user: { status: 'LOCKED', locks: [{ reason: 'BY_USER' }] },
      });
    });
    expect(left.entries).toMatchObject([
      { actor: { kind: 'USER', userId: 'Sato' }, event: { type: 'USER_LOCKED', by: 'Sato' } },
    ]);
    expect(sato.cookie).toBe(null);
    expect(await logOnUser(sato, contract.contractId, 'Sato')).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    // New PINs lift a lock by wrong ones, and this one was on purpose.
    expect(await ask(administrator(), 'resetUserPins', target)).toMatchObject({
      user: { status: 'LOCKED' },
    });
    expect(await ask(administrator(), 'unlockUser', target)).toMatchObject({
      user: { locks: [] },
    });
  });

  it('R18: the desk reports a card lost, by the contract that it names; the administrator is out', async () => {
    const desk = bank(server.url, ground, ['desk']);
    const input = { contractId: contract.contractId, reference: 'U-12' };
    const left = await told(sql, contract.contractId, async () => {
      expect(await ask(desk, 'reportCardLost', input)).toMatchObject({
        contract: { card: null },
      });
    });
    expect(left.entries).toMatchObject([
      { actor: { kind: 'BANK', subject: 'clerk1' }, event: { desk: { reference: 'U-12' } } },
    ]);
    await expect(administrator().send('{ contract { version } }')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    // There is none any more that could be lost.
    expect(await ask(desk, 'reportCardLost', input)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });

  it('the desk stops a contract and starts it again; users and administrator are out until then', async () => {
    const desk = bank(server.url, ground, ['desk']);
    const input = { contractId: contract.contractId };
    const noted = { ...input, reference: 'U-13', identityCheck: 'CALL_BACK' };
    const left = await told(sql, contract.contractId, async () => {
      expect(await ask(desk, 'lockContract', noted)).toMatchObject({
        contract: { status: 'LOCKED' },
      });
    });
    expect(left.entries).toMatchObject([
      {
        actor: { kind: 'BANK', subject: 'clerk1' },
        event: { reason: 'BY_DESK', desk: { reference: 'U-13', identityCheck: 'CALL_BACK' } },
      },
    ]);
    expect(left.mails).toEqual({ 'office@yamada.example': ['CONTRACT_LOCKED'] });
    expect(await ask(desk, 'lockContract', input)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    for (const client of [administrator(), sato])
      await expect(client.send('{ contract { version } }')).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    await ask(desk, 'unlockContract', input);
    expect(await logOnUser(sato, contract.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
  });

  it('the desk must name a contract; the administrator’s is their own and no other', async () => {
    const desk = bank(server.url, ground, ['desk']);
    expect((await ask(desk, 'lockContract', {})).problems).toMatchObject([
      { path: 'contractId', code: 'REQUIRED' },
    ]);
    const other = await seedContract(server.url, ground);
    const input = { contractId: other.contractId, ...confirmed };
    expect(await ask(administrator(), 'lockContract', input)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ask(administrator(), 'lockContract', {})).problems).toMatchObject([
      { path: 'confirmationPin', code: 'REQUIRED' },
    ]);
    expect((await other.administrator.raw('{ contract { version } }')).status).toBe(200);
  });
});

describe('A23: an act sends nobody two mails', () => {
  it('however many users it concerns, and however much of each it changes', async () => {
    await seedUser(contract, 'Tanaka', { email: 'office@yamada.example' });
    const users = ['Sato', 'Tanaka'].map((userId) => ({ userId, expectedVersion: 1 }));
    const changes = [{ users, permissions: [balance], limits: [], accounts: ['1'] }];
    const { mails } = await told(sql, contract.contractId, () =>
      ask(administrator(), 'setUserRights', { changes, ...confirmed }),
    );
    const each = ['USER_PERMISSIONS_SET', 'USER_LIMITS_SET', 'USER_ACCOUNTS_SET'];
    expect(mails).toEqual({
      'office@yamada.example': [...each, ...each],
      'sato@yamada.example': each,
    });
  });
});
