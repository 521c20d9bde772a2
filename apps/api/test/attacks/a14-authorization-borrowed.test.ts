import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  authorize,
  authorized,
  type BankUser,
  capture,
  giveUp,
  hashOf,
  logOnThroughBank,
} from '../harness/bank-user.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  type Answered,
  ask,
  type Authorized,
  bank,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';
import { tally, word } from './house.ts';

const times = 100;
const account = '001-1234567';
const money = { perTransaction: 1_000_000, perDay: 100_000_000 };

let ground: Ground;
let server: OwnServer;
let now = Date.now();
let contract: SeededContract;
let sato: BankUser;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => now });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});
beforeEach(async () => {
  contract = await seedContract(server.url, ground, {
    services: [{ service: 'FUNDS_TRANSFER', ceiling: money }, { service: 'BALANCE_INQUIRY' }],
  });
  sato = await userThroughBank('Sato');
});

async function userThroughBank(userId: string, clientId?: string): Promise<BankUser> {
  const limits = [{ service: 'FUNDS_TRANSFER', limit: money }];
  await seedUser(contract, userId, { limits });
  return logOnThroughBank(ground, server.url, contract, userId, clientId);
}

/** A hundred that are open, each for ¥1,000 from an account. */
async function hundred(): Promise<readonly Authorized[]> {
  const open = Array.from({ length: times }, () =>
    authorized(sato, { amount: 1000, accountNumber: account }),
  );
  return Promise.all(open);
}

/** Tries something with each; answers how often it did what it was to do, and what it said instead. */
async function tried(
  what: string,
  done: string,
  tries: readonly (() => Promise<Answered>)[],
): Promise<Readonly<Record<string, number>>> {
  const words = tally(await Promise.all(tries.map((one) => word(one()))));
  figure('A14', `${what}: ${words[done] ?? 0} of ${tries.length}; ${JSON.stringify(words)}`);
  return words;
}

const captured = 'AuthorizationCaptured';
const refused = { NOT_ALLOWED_NOW: times };
const captures = (open: readonly Authorized[], client = sato.system, reference = 'TRF-1') =>
  open.map(
    ({ id }) =>
      () =>
        capture(client, id, reference),
  );
const usedToday = async () => {
  const { contract: seen } = await contract.administrator.send<{
    contract: { services: readonly { service: string; usedToday: number | null }[] };
  }>(`{ contract { services { service usedToday } } }`);
  return seen.services.find(({ service }) => service === 'FUNDS_TRANSFER')?.usedToday;
};

describe('A14: an authorisation works once, for what and whom it was given', () => {
  it('captured a second time under another reference, or given up after it: 0 of 100', async () => {
    const open = await hundred();
    expect(await tried('captured once', captured, captures(open))).toEqual({ [captured]: times });
    expect(await tried('captured twice', captured, captures(open, sato.system, 'TRF-2'))).toEqual(
      refused,
    );
    const voids = open.map(
      ({ id }) =>
        () =>
          giveUp(sato.system, id),
    );
    expect(await tried('voided after capture', 'AuthorizationVoided', voids)).toEqual(refused);
    expect(await usedToday()).toBe(times * 1000);
  });

  it('captured by two references at once: one of them, 100 times', async () => {
    const open = await hundred();
    const pairs = open.flatMap(({ id }) =>
      ['TRF-1', 'TRF-2'].map((reference) => () => capture(sato.system, id, reference)),
    );
    expect(await tried('two captures of each at once', captured, pairs)).toEqual({
      [captured]: times,
      NOT_ALLOWED_NOW: times,
    });
  });

  it('captured and given up at once: one of the two, and what counts is what became of it', async () => {
    const open = await hundred();
    const words = await tried('captured and voided at once', captured, [
      ...captures(open),
      ...open.map(
        ({ id }) =>
          () =>
            giveUp(sato.system, id),
      ),
    ]);
    expect((words[captured] ?? 0) + (words['AuthorizationVoided'] ?? 0)).toBe(times);
    expect(await usedToday()).toBe((words[captured] ?? 0) * 1000);
  });

  it('expired: 0 of 100, and their amounts are free', async () => {
    const open = await hundred();
    now += 300_000;
    expect(await tried('expired', captured, captures(open))).toEqual(refused);
    expect(await usedToday()).toBe(0);
  });

  it('by another bank system, with another user’s session, or with an older session’s: 0 of 100', async () => {
    const open = await hundred();
    const other = await userThroughBank('Tanaka', 'other-bank');
    expect(await tried('another client', captured, captures(open, other.system))).toEqual({
      NOT_FOUND: times,
    });
    const tanaka = await logOnThroughBank(ground, server.url, contract, 'Tanaka');
    expect(await tried('another user’s session', captured, captures(open, tanaka.user))).toEqual({
      NOT_FOUND: times,
    });
    const later = await logOnThroughBank(ground, server.url, contract, 'Sato');
    expect(await tried('a later session', captured, captures(open, later.user))).toEqual({
      NOT_FOUND: times,
    });
    expect(await tried('a session that is over', captured, captures(open, sato.user))).toEqual({
      UNAUTHENTICATED: times,
    });
  });

  it('with a session of another contract: 0 of 100', async () => {
    const open = await hundred();
    const mine = contract;
    contract = await seedContract(server.url, ground, {
      services: [{ service: 'FUNDS_TRANSFER', ceiling: money }],
    });
    const stranger = await userThroughBank('Sato');
    contract = mine;
    expect(await tried('another contract', captured, captures(open, stranger.user))).toEqual({
      NOT_FOUND: times,
    });
  });
});

describe('A14: an idempotency key stands for one request of one user through one client', () => {
  it('with another amount, account or hash: refused, 0 of 100; the same: the same authorisation', async () => {
    const first = { idempotencyKey: randomUUID(), transactionHash: hashOf('rent'), amount: 1000 };
    const { id } = await authorized(sato, first);
    const others = [{ amount: 1001 }, { accountNumber: account }, { transactionHash: hashOf('x') }];
    const tries = Array.from(
      { length: times },
      (_, index) => () => authorize(sato, { ...first, ...others[index % others.length] }),
    );
    expect(await tried('same key, other input', 'TransactionAuthorized', tries)).toEqual({
      CONFLICT: times,
    });
    const again = await Promise.all(Array.from({ length: times }, () => authorized(sato, first)));
    expect(new Set(again.map((one) => one.id))).toEqual(new Set([id]));
    expect(await usedToday()).toBe(1000);
  });

  it('a hundred times at once for the first time: one authorisation', async () => {
    const first = { idempotencyKey: randomUUID(), transactionHash: hashOf('rent'), amount: 1000 };
    const all = await Promise.all(Array.from({ length: times }, () => authorized(sato, first)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await usedToday()).toBe(1000);
  });

  it('of another client, contract or user is unknown', async () => {
    const idempotencyKey = randomUUID();
    const { id } = await authorized(sato, { idempotencyKey });
    const tanaka = await userThroughBank('Tanaka');
    const elsewhere = await logOnThroughBank(ground, server.url, contract, 'Sato', 'other-bank');
    const ids = await Promise.all([
      authorized(tanaka, { idempotencyKey }),
      authorized(elsewhere, { idempotencyKey }),
    ]);
    expect(ids.map((one) => one.id)).not.toContain(id);
    const document = `query ($contractId: ContractId!, $userId: UserId!, $idempotencyKey: String!) { authorizationByKey(contractId: $contractId, userId: $userId, idempotencyKey: $idempotencyKey) { id token } }`;
    const own = { contractId: contract.contractId, userId: 'Sato', idempotencyKey };
    const asked = async (client: BankUser['system'], more = {}) =>
      (
        await client.send<{ authorizationByKey: { id: string; token: null } | null }>(document, {
          ...own,
          ...more,
        })
      ).authorizationByKey;
    expect(await asked(sato.system)).toEqual({ id, token: null });
    expect((await asked(elsewhere.system))?.id).not.toBe(id);
    const other = await seedContract(server.url, ground);
    expect(await asked(sato.system, { contractId: other.contractId })).toBeNull();
    expect(await asked(sato.system, { userId: 'Suzuki' })).toBeNull();
  });

  it('without the right PIN: nothing, 0 of 100, and the tries count', async () => {
    const first = { idempotencyKey: randomUUID(), transactionHash: hashOf('rent') };
    await authorized(sato, first);
    const words: string[] = [];
    for (let each = 0; each < times; each += 1) {
      words.push(await word(authorize(sato, { ...first, confirmationPin: pins.wrong })));
    }
    figure('A14', `the key without the PIN: ${JSON.stringify(tally(words))}`);
    expect(tally(words)).toEqual({ WRONG_PIN: 7, UNAUTHENTICATED: times - 7 });
  });
});

const confirmed = { confirmationPin: pins.contractConfirmation };
const administer = (operation: Parameters<typeof ask>[1], more = {}) =>
  ask(contract.administrator, operation, { userId: 'Sato', ...confirmed, ...more });
const atDesk = (operation: Parameters<typeof ask>[1], more = {}) =>
  ask(bank(server.url, ground, ['desk']), operation, { contractId: contract.contractId, ...more });
const version = async () => {
  const { contract: seen } = await contract.administrator.send<{
    contract: { user: { version: number } };
  }>(`{ contract { user(userId: "Sato") { version } } }`);
  return seen.user.version;
};

/** What ends the ground an authorisation stands on, and what would give it back. */
const endings: Readonly<
  Record<string, readonly [end: () => Promise<unknown>, back: () => Promise<unknown>]>
> = {
  'locked by the administrator': [() => administer('lockUser'), () => administer('unlockUser')],
  'locked by themselves': [
    () => ask(sato.user, 'lockMyself', { confirmationPin: pins.userConfirmation }),
    () => administer('unlockUser'),
  ],
  'locked by wrong PINs': [
    async () => {
      for (let each = 0; each < 7; each += 1)
        await authorize(sato, { confirmationPin: pins.wrong });
    },
    () => administer('unlockUser'),
  ],
  'the contract locked by the desk': [() => atDesk('lockContract'), () => atDesk('unlockContract')],
  'PINs reset': [() => administer('resetUserPins'), () => Promise.resolve()],
  removed: [() => administer('removeUser'), () => Promise.resolve()],
  'the permission gone': [
    async () =>
      administer('setUserPermissions', { permissions: [], expectedVersion: await version() }),
    async () =>
      administer('setUserPermissions', {
        permissions: [{ service: 'FUNDS_TRANSFER', action: 'EXECUTE' }],
        expectedVersion: await version(),
      }),
  ],
  'the account gone': [
    async () =>
      administer('setUserAccounts', { accounts: ['009-9'], expectedVersion: await version() }),
    async () => administer('setUserAccounts', { accounts: [], expectedVersion: await version() }),
  ],
  'the service gone': [
    () => atDesk('setContractServices', { services: [{ service: 'BALANCE_INQUIRY' }] }),
    () =>
      atDesk('setContractServices', { services: [{ service: 'FUNDS_TRANSFER', ceiling: money }] }),
  ],
};

describe('A14, A12: what an authorisation stands on ends, and it is void, whatever comes after', () => {
  it.each(Object.entries(endings))('%s: 0 of 100', async (name, [end, back]) => {
    const open = await hundred();
    await end();
    expect(await tried(name, captured, captures(open))).toEqual(refused);
    await back();
    expect(await tried(`${name}, and back again`, captured, captures(open))).toEqual(refused);
    const sql = asSuperuser(ground);
    const [row] = await sql<{ voided: number; used: string }[]>`
      select count(*) filter (where status = 'VOIDED')::int as voided,
        (select sum(used) from day_usage where contract_id = ${contract.contractId}) as used
      from authorizations where contract_id = ${contract.contractId}`;
    await sql.end();
    expect(row).toEqual({ voided: times, used: '0' });
  });
});
