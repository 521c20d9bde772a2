import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Hasher } from '../src/secrets/hasher.ts';
import { authorize, authorized, capture, logOnThroughBank } from './harness/bank-user.ts';
import { type Client, connect } from './harness/client.ts';
import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import { dryRun, importUsers, prepare } from './harness/import-file.ts';
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

const roundTrips = { count: 0 };
let ground: Ground;
let server: OwnServer;
let sql: postgres.Sql;
/** What the database’s connections were at, seen from within argon2. */
const seen: string[] = [];
let hashed = 0;

/** Looks, each time a PIN is hashed or compared, at the database from outside, and at whether it is free for others. */
function watching(hasher: Hasher): Hasher {
  const look = async (): Promise<void> => {
    hashed += 1;
    const states = await sql<{ state: string }[]>`
      select state || case when xact_start is null then '' else ' in a transaction' end as state
      from pg_stat_activity where datname = current_database() and application_name = 'monban'`;
    seen.push(...states.map(({ state }) => state));
    // There is one connection for transactions: were it held by whoever hashes, this would never come back.
    await server.services.database.acting('-', () => Promise.resolve());
  };
  return {
    ...hasher,
    hash: async (pin) => {
      await look();
      return hasher.hash(pin);
    },
    verify: async (hash, pin) => {
      await look();
      return hasher.verify(hash, pin);
    },
  };
}

beforeAll(async () => {
  ground = await layGround();
  sql = asSuperuser(ground);
});
afterAll(async () => {
  await sql.end();
  await ground.clear();
});

/** Arranges what an operation needs, and answers the operation: that alone is counted. */
type Arranged = () => Promise<() => Promise<unknown>>;

const confirmed = { confirmationPin: pins.contractConfirmation };
const stranger = (): Client => connect(server.url);
const desk = (): Client => bank(server.url, ground, ['desk']);
const unknown = '00000000000';
let contract: SeededContract;
/** Whose administrator logs on anew while the other one works. */
let elsewhere: SeededContract;
let user: Client;
let added = 0;

async function newUser(): Promise<{
  readonly userId: string;
  readonly pin: string;
  readonly confirmationPin: string;
}> {
  const userId = `Added${(added += 1)}`;
  const answer = await ask(contract.administrator, 'addUser', {
    userId,
    name: userId,
    permissions: [],
    limits: [],
    ...confirmed,
  });
  if (answer.temporaryPins === undefined) throw new Error(`not added: ${JSON.stringify(answer)}`);
  return { userId, ...answer.temporaryPins };
}

/** A logon by the card, its challenge fetched before. */
async function byCard(
  contractPin: string,
  turn = 0,
  contractId = elsewhere.contractId,
): Promise<() => Promise<unknown>> {
  const given = await challenge(stranger(), contractId);
  const oneTimePassword = readCard(elsewhere.digits, given).replace(/./, (digit) =>
    String((Number(digit) + turn) % 10),
  );
  return () =>
    ask(stranger(), 'logOnAdministrator', {
      contractId,
      contractPin,
      oneTimePassword,
      challengeId: given.id,
    });
}

const ofUser = (operation: 'lockUser' | 'unlockUser' | 'resetUserPins', userId: string) =>
  ask(contract.administrator, operation, { userId, ...confirmed });
const list =
  '{ contract { users(first: 100) { totalCount nodes { userId permissions { service } limits { service } } } } }';
const always =
  (operation: () => Promise<unknown>): Arranged =>
  () =>
    Promise.resolve(operation);

/** What a person waits for: an operation that goes to the database once more is a changed line here. */
const journeys: Readonly<Record<string, readonly [expected: number, arranged: Arranged]>> = {
  'viewer, of nobody': [0, always(() => stranger().send('{ viewer { __typename } }'))],
  viewer: [
    1,
    always(() =>
      user.send('{ viewer { __typename ... on User { name contract { name status } } } }'),
    ),
  ],
  cardChallenge: [1, always(() => challenge(stranger(), contract.contractId))],
  'cardChallenge, unknown contract': [1, always(() => challenge(stranger(), unknown))],
  'contract and its users': [8, always(() => contract.administrator.send(list))],
  'logOnUser, right': [5, always(() => logOnUser(stranger(), contract.contractId, 'Tanaka'))],
  'logOnUser, wrong PIN': [
    5,
    always(() => logOnUser(stranger(), contract.contractId, 'Tanaka', pins.wrong)),
  ],
  'logOnUser, unknown user': [
    5,
    always(() => logOnUser(stranger(), contract.contractId, 'Nobody')),
  ],
  'logOnUser, unknown contract': [5, always(() => logOnUser(stranger(), unknown, 'Tanaka'))],
  'logOnAdministrator, right': [5, () => byCard(pins.contract)],
  'logOnAdministrator, wrong PIN': [5, () => byCard(pins.wrong)],
  'logOnAdministrator, wrong one-time password': [5, () => byCard(pins.contract, 1)],
  'logOnAdministrator, unknown contract': [5, () => byCard(pins.wrong, 0, unknown)],
  registerAdministrator: [
    5,
    async () => {
      const opened = await openContract(server.url, ground);
      const given = await challenge(stranger(), opened.contractId);
      return () =>
        ask(stranger(), 'registerAdministrator', {
          contractId: opened.contractId,
          registrationPin: opened.registrationPin,
          oneTimePassword: readCard(opened.digits, given),
          challengeId: given.id,
          contractPin: pins.contract,
          contractConfirmationPin: pins.contractConfirmation,
        });
    },
  ],
  replaceTemporaryPins: [
    5,
    async () => {
      const { userId, pin, confirmationPin } = await newUser();
      const client = stranger();
      await logOnUser(client, contract.contractId, userId, pin);
      return () =>
        ask(client, 'replaceTemporaryPins', {
          temporaryConfirmationPin: confirmationPin,
          newPin: pins.user,
          newConfirmationPin: pins.userConfirmation,
        });
    },
  ],
  changePin: [
    5,
    async () => {
      await changed();
      return changed;
    },
  ],
  'changePin, wrong PIN': [5, always(() => changed(pins.wrong))],
  addUser: [8, always(newUser)],
  'userImport, 40 users': [4, always(() => dryRun(contract.administrator, newFile(40).csv))],
  'prepareTemporaryPins, 10 users': [
    4,
    always(() => prepare(contract.administrator, newFile(10).userIds)),
  ],
  'importUsers, 2 users': [9, () => imported(2)],
  'importUsers, 8 users': [9, () => imported(8)],
  resetUserPins: [
    6,
    async () => {
      const { userId } = await newUser();
      return () => ofUser('resetUserPins', userId);
    },
  ],
  lockUser: [
    6,
    async () => {
      const { userId } = await newUser();
      return () => ofUser('lockUser', userId);
    },
  ],
  unlockUser: [
    6,
    async () => {
      const { userId } = await newUser();
      await ofUser('lockUser', userId);
      return () => ofUser('unlockUser', userId);
    },
  ],
  logOff: [
    4,
    async () => {
      const client = stranger();
      await logOnUser(client, contract.contractId, 'Tanaka');
      return () => ask(client, 'logOff');
    },
  ],
  authorizeTransaction: [
    5,
    async () => {
      const tanaka = await logOnThroughBank(ground, server.url, contract, 'Tanaka');
      return () => authorize(tanaka);
    },
  ],
  captureAuthorization: [
    2,
    async () => {
      const tanaka = await logOnThroughBank(ground, server.url, contract, 'Tanaka');
      const { id } = await authorized(tanaka, { amount: 1 });
      return () => capture(tanaka.system, id);
    },
  ],
  openContract: [3, always(() => openContract(server.url, ground))],
  issueCard: [2, always(() => ask(desk(), 'issueCard', { contractId: contract.contractId }))],
  setLockLinkage: [
    2,
    always(() =>
      ask(desk(), 'setLockLinkage', { contractId: contract.contractId, lockLinkage: 'UNLINKED' }),
    ),
  ],
  renameContract: [
    2,
    always(() =>
      ask(desk(), 'renameContract', {
        contractId: contract.contractId,
        name: `Yamada Trading ${(added += 1)}`,
      }),
    ),
  ],
  reportBounce: [
    // Two of them to find whose notice it is.
    4,
    async () => {
      const [row] = await sql<{ id: string }[]>`
        select message_id as id from outbox where contract_id = ${contract.contractId} and failed_at is null`;
      const input = { messageId: `<${row?.id}@bank.example>`, action: 'FAILED', status: '5.1.1' };
      return () => ask(bank(server.url, ground, ['mail']), 'reportBounce', input);
    },
  ],
  'unlockContract, of one that is not locked': [
    3,
    always(() => ask(desk(), 'unlockContract', { contractId: contract.contractId })),
  ],
};

/** A file of users who are nobody yet. */
function newFile(users: number): { readonly csv: string; readonly userIds: readonly string[] } {
  const userIds = Array.from({ length: users }, () => `Added${(added += 1)}`);
  const lines = userIds.map((userId) => `${userId},Newcomer,View,Execute,1000,1000`);
  const headings =
    'User ID,Name,Balance inquiry,Funds transfer,Funds transfer per transaction,Funds transfer per day';
  return { csv: [headings, ...lines].join('\n'), userIds };
}

async function imported(users: number): Promise<() => Promise<unknown>> {
  const { csv, userIds } = newFile(users);
  const prepared = await prepare(contract.administrator, userIds);
  return () => importUsers(contract.administrator, csv, prepared);
}

let current: string = pins.user;
async function changed(entered?: string): Promise<unknown> {
  const newPin = `moon-${(added += 1)}-garden-path`;
  const answer = await ask(user, 'changePin', {
    kind: 'LOGON',
    newPin,
    currentPin: entered ?? current,
    currentConfirmationPin: pins.userConfirmation,
  });
  if (answer.__typename === 'PinChanged') current = newPin;
  return answer;
}

describe('what an operation waits for', () => {
  beforeAll(async () => {
    server = await startHere(ground, { roundTrips, connections: 1 });
    contract = await seedContract(server.url, ground, {
      notificationAddress: 'office@yamada.example',
    });
    elsewhere = await seedContract(server.url, ground);
    user = await seedUser(contract, 'Sato');
    await seedUser(contract, 'Tanaka');
  });
  afterAll(() => server.close());

  it('each goes to the database as often as is written here, a right logon no more than five times, `viewer` once', async () => {
    const counted: Record<string, number> = {};
    for (const [name, [, arranged]] of Object.entries(journeys)) {
      // The first times a connection learns its statements.
      for (let time = 0; time < 3; time += 1) {
        const operation = await arranged();
        roundTrips.count = 0;
        await operation();
        counted[name] = roundTrips.count;
      }
      figure('round trips', `${String(counted[name])}  ${name}`);
    }
    expect(counted).toEqual(
      Object.fromEntries(Object.entries(journeys).map(([name, [expected]]) => [name, expected])),
    );
  });
});

describe('while argon2 runs', () => {
  beforeAll(async () => {
    server = await startHere(ground, { hasher: watching, connections: 1 });
  });
  afterAll(() => server.close());

  it('no connection and no transaction is held: neither by a logon nor by any act that takes or draws a PIN', async () => {
    contract = await seedContract(server.url, ground);
    user = await seedUser(contract, 'Sato');
    current = pins.user;
    await logOnAdministrator(contract.administrator, contract);
    await logOnAdministrator(stranger(), contract, pins.wrong);
    await logOnUser(stranger(), contract.contractId, 'Sato', pins.wrong);
    await logOnUser(stranger(), contract.contractId, 'Nobody');
    await logOnUser(stranger(), unknown, 'Nobody');
    await changed();
    const { userId } = await newUser();
    await ofUser('lockUser', userId);
    await ofUser('resetUserPins', userId);
    await (
      await imported(2)
    )();
    const states = new Set(seen);
    figure(
      'round trips',
      `argon2 ran ${hashed} times; meanwhile the connections were ${[...states].join(', ')}`,
    );
    expect([...states]).toEqual(['idle']);
    expect(hashed).toBeGreaterThan(15);
  });
});
