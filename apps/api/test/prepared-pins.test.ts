import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Hasher } from '../src/secrets/hasher.ts';
import { connect } from './harness/client.ts';
import { figure } from './harness/figure.ts';
import { dryRun, fileOf, importUsers, prepare } from './harness/import-file.ts';
import {
  ask,
  bank,
  logOnAdministrator,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;
let clock = Date.now();
/** PINs being hashed right now, and the most there ever were. */
const hashing = { now: 0, most: 0 };

function counting(hasher: Hasher): Hasher {
  return {
    ...hasher,
    hash: async (pin) => {
      hashing.most = Math.max(hashing.most, (hashing.now += 1));
      try {
        return await hasher.hash(pin);
      } finally {
        hashing.now -= 1;
      }
    },
  };
}

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => clock, hasher: counting });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

describe('PINs that were prepared are good for what they were prepared for, and for nothing else', () => {
  let contract: SeededContract;
  beforeEach(async () => {
    contract = await seedContract(server.url, ground);
  });
  const notUsable = { code: 'NOT_ALLOWED_NOW' };
  const userIds = async (of: SeededContract) => {
    const { contract: seen } = await of.administrator.send<{
      contract: { users: { nodes: readonly { userId: string }[] } };
    }>('{ contract { users(first: 100) { nodes { userId } } } }');
    return seen.users.nodes.map(({ userId }) => userId);
  };

  it('in the session that had them prepared: not in the same administrator’s next one', async () => {
    const prepared = await prepare(contract.administrator, ['ono']);
    await logOnAdministrator(contract.administrator, contract);
    expect(await importUsers(contract.administrator, fileOf('ono'), prepared)).toMatchObject(
      notUsable,
    );
  });

  it('in the contract: not in another one’s session', async () => {
    const other = await seedContract(server.url, ground);
    const prepared = await prepare(other.administrator, ['ono']);
    expect(await importUsers(contract.administrator, fileOf('ono'), prepared)).toMatchObject(
      notUsable,
    );
  });

  it('for the user ID, in whichever case: not for somebody else, nor in another order', async () => {
    const [ono = '', hara = ''] = await prepare(contract.administrator, ['ono', 'hara']);
    for (const prepared of [[hara, ono], [ono, ono], [ono], [ono, hara, ono], []])
      expect(
        await importUsers(contract.administrator, fileOf('ono', 'hara'), prepared),
      ).toMatchObject(notUsable);
    expect(await userIds(contract)).toEqual([]);
    const done = await importUsers(contract.administrator, fileOf('ONO', 'hara'), [ono, hara]);
    expect(done.__typename).toBe('UsersImported');
  });

  it('for 15 minutes', async () => {
    const prepared = await prepare(contract.administrator, ['ono', 'hara']);
    // The session is used meanwhile.
    clock += 8 * 60_000;
    await userIds(contract);
    clock += 7 * 60_000 - 1;
    const done = await importUsers(contract.administrator, fileOf('ono'), prepared.slice(0, 1));
    expect(done.__typename).toBe('UsersImported');
    clock += 1;
    expect(
      await importUsers(contract.administrator, fileOf('hara'), prepared.slice(1)),
    ).toMatchObject(notUsable);
  });

  it('once: whoever sends them again finds the IDs taken', async () => {
    const prepared = await prepare(contract.administrator, ['ono', 'hara']);
    const csv = fileOf('ono', 'hara');
    const twice = await Promise.all(
      [0, 1].map(() => importUsers(contract.administrator, csv, prepared)),
    );
    expect(twice.map(({ __typename }) => __typename).toSorted()).toEqual([
      'InvalidInput',
      'UsersImported',
    ]);
    const { problems } = await dryRun(contract.administrator, csv);
    expect(problems.map(({ code }) => code)).toEqual(['USER_ID_TAKEN', 'USER_ID_TAKEN']);
    expect(await userIds(contract)).toEqual(['hara', 'ono']);
  });

  it('as they are: one changed letter, a session’s token or nonsense opens nothing', async () => {
    const [ono = ''] = await prepare(contract.administrator, ['ono']);
    const token = (contract.administrator.cookie ?? '').split('=')[1] ?? '';
    const changed = [0, 20, 40, ono.length - 1].map(
      (at) => ono.slice(0, at) + (ono[at] === 'A' ? 'B' : 'A') + ono.slice(at + 1),
    );
    for (const forged of [...changed, ono.slice(1), `${ono}=`, token, 'x', ''])
      expect(await importUsers(contract.administrator, fileOf('ono'), [forged])).toMatchObject(
        notUsable,
      );
    expect(await userIds(contract)).toEqual([]);
  });
});

describe('preparing', () => {
  it('shows no PIN: what comes back can be read by nobody but us, and differs each time (A9)', async () => {
    const contract = await seedContract(server.url, ground);
    const [first = ''] = await prepare(contract.administrator, ['ono']);
    const [second = ''] = await prepare(contract.administrator, ['ono']);
    expect(first).not.toBe(second);
    const done = await importUsers(contract.administrator, fileOf('ono'), [first]);
    const { pin = '', confirmationPin = '' } = done.users?.[0]?.temporaryPins ?? {};
    expect(pin).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    for (const text of [first, Buffer.from(first, 'base64url').toString('latin1')])
      for (const secret of [pin, confirmationPin, 'argon2']) expect(text).not.toContain(secret);
  });

  it('is for one to ten user IDs, and says what is wrong with which', async () => {
    const { administrator } = await seedContract(server.url, ground);
    const many = Array.from({ length: 11 }, (_, index) => `user${index}`);
    expect(await ask(administrator, 'prepareTemporaryPins', { userIds: many })).toMatchObject({
      problems: [{ path: 'userIds', code: 'WRONG_NUMBER_OF_ENTRIES' }],
    });
    expect(await ask(administrator, 'prepareTemporaryPins', { userIds: [] })).toMatchObject({
      problems: [{ path: 'userIds', code: 'WRONG_NUMBER_OF_ENTRIES' }],
    });
    expect(
      await ask(administrator, 'prepareTemporaryPins', { userIds: ['ono', 'ｈａｒａ'] }),
    ).toMatchObject({ problems: [{ path: 'userIds.1', code: 'NOT_LETTERS_OR_DIGITS' }] });
  });

  it('is for the administrator alone', async () => {
    const contract = await seedContract(server.url, ground);
    const user = await seedUser(contract, 'Sato');
    const callers = {
      FORBIDDEN: [user, bank(server.url, ground, ['desk'])],
      UNAUTHENTICATED: [connect(server.url)],
    };
    for (const [code, clients] of Object.entries(callers))
      for (const client of clients) {
        await expect(prepare(client, ['ono'])).rejects.toMatchObject({ code });
        await expect(importUsers(client, fileOf('ono'), [])).rejects.toMatchObject({ code });
        await expect(dryRun(client, fileOf('ono'))).rejects.toMatchObject({ code });
      }
  });

  it('A18: one administrator has one PIN hashed at a time, however much they ask for at once', async () => {
    const { administrator } = await seedContract(server.url, ground);
    hashing.most = 0;
    const prepared = await Promise.all(
      Array.from({ length: 12 }, () => prepare(administrator, ['ono', 'hara', 'ueda'])),
    );
    figure('A18', `12 preparations of 3 users at once: ${hashing.most} PIN hashed at a time`);
    expect(prepared.flat()).toHaveLength(36);
    expect(hashing.most).toBe(1);
  });
});
