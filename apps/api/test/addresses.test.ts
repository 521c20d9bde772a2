import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Client } from './harness/client.ts';
import { codesIn, mailedCode, readMailbox } from './harness/mailbox.ts';
import {
  type Answered,
  ask,
  logOnAdministrator,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const day = 86_400_000;
let ground: Ground;
let server: OwnServer;
let contract: SeededContract;
/** Stands still unless a test moves it. */
let now: number;
beforeEach(async () => {
  now = Date.now();
  ground = await layGround();
  server = await startHere(ground, { now: () => now });
  contract = await seedContract(server.url, ground, { notificationAddress: 'first@example.jp' });
});
afterEach(async () => {
  await server.close();
  await ground.clear();
});

const confirmed = { confirmationPin: pins.contractConfirmation };

interface Standing {
  readonly version: number;
  readonly notificationAddresses: readonly {
    readonly address: string;
    readonly status: string;
    readonly leavesAt: string | null;
    readonly codeUntil: string | null;
    readonly codeTriesLeft: number | null;
  }[];
}

async function standing({ administrator }: SeededContract = contract): Promise<Standing> {
  const { contract: found } = await administrator.send<{ contract: Standing }>(
    `{ contract { version notificationAddresses { address status leavesAt codeUntil codeTriesLeft } } }`,
  );
  return found;
}

async function set(addresses: readonly string[], of: SeededContract = contract): Promise<Answered> {
  const { version: expectedVersion } = await standing(of);
  return ask(of.administrator, 'setNotificationAddresses', {
    addresses,
    expectedVersion,
    ...confirmed,
  });
}

function enter(
  address: string,
  code: string | null,
  administrator: Client = contract.administrator,
): Promise<Answered> {
  return ask(administrator, 'confirmNotificationAddress', { address, code, ...confirmed });
}

/** A new address with the code that was mailed to it. */
async function add(address: string, of: SeededContract = contract): Promise<string> {
  await set(['first@example.jp', address], of);
  const code = await mailedCode(server.url, address);
  if (code === null) throw new Error('no code was mailed');
  return code;
}

/** Another code than the one that is right. */
const wrong = (code: string, by = 1): string =>
  String((Number(code) + by) % 1_000_000).padStart(6, '0');

/** By then the session is over. */
async function moveClock(to: number): Promise<void> {
  now = to;
  await logOnAdministrator(contract.administrator, contract);
}

describe('R10: a new address waits for the code that was mailed to it', () => {
  it('and is in force once the code was entered; until then it is told of nothing else', async () => {
    const code = await add('second@example.jp');
    await seedUser(contract, 'Sato');
    expect((await standing()).notificationAddresses).toMatchObject([
      { address: 'first@example.jp', status: 'IN_FORCE', codeUntil: null, codeTriesLeft: null },
      { address: 'second@example.jp', status: 'PENDING', leavesAt: null, codeTriesLeft: 5 },
    ]);
    const before = await readMailbox(server.url);
    expect(before.filter(({ to }) => to === 'second@example.jp')).toHaveLength(1);

    expect(await enter('Second@Example.jp', code)).toMatchObject({
      __typename: 'NotificationAddressConfirmed',
    });
    expect((await standing()).notificationAddresses[1]).toMatchObject({
      status: 'IN_FORCE',
      codeUntil: null,
      codeTriesLeft: null,
    });
    await ask(contract.administrator, 'lockUser', { userId: 'Sato', ...confirmed });
    const mails = await readMailbox(server.url);
    expect(mails.slice(0, 2).map(({ subject, to }) => [to, subject])).toEqual([
      ['first@example.jp', 'Corporate internet banking: user locked'],
      ['second@example.jp', 'Corporate internet banking: user locked'],
    ]);
  });

  it('five wrong ones end it: the right one comes too late, and registering anew sends another', async () => {
    const code = await add('second@example.jp');
    for (const left of [4, 3, 2, 1, 0]) {
      expect(await enter('second@example.jp', wrong(code, left + 1))).toMatchObject({
        code: 'INVALID_INPUT',
        problems: [{ path: 'code', code: 'WRONG_CODE' }],
      });
      expect((await standing()).notificationAddresses[1]?.codeTriesLeft).toBe(left);
    }
    expect(await enter('second@example.jp', code)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });

    expect(await set(['first@example.jp', 'second@example.jp'])).toMatchObject({
      __typename: 'NotificationAddressesSet',
    });
    const next = await mailedCode(server.url, 'second@example.jp');
    expect(next).not.toBe(code);
    expect((await standing()).notificationAddresses[1]?.codeTriesLeft).toBe(5);
    expect(await enter('second@example.jp', code)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await enter('second@example.jp', next)).toMatchObject({
      __typename: 'NotificationAddressConfirmed',
    });
  });

  it('a wrong confirmation PIN tries no code, and costs none of its entries', async () => {
    const code = await add('second@example.jp');
    const input = { address: 'second@example.jp', code: wrong(code), confirmationPin: pins.wrong };
    expect(await ask(contract.administrator, 'confirmNotificationAddress', input)).toMatchObject({
      code: 'WRONG_PIN',
    });
    expect((await standing()).notificationAddresses[1]?.codeTriesLeft).toBe(5);
  });

  it('good for 24 hours, to the millisecond', async () => {
    const code = await add('second@example.jp');
    const until = now + day;
    const { codeUntil } = (await standing()).notificationAddresses[1] ?? {};
    expect(Date.parse(codeUntil ?? '')).toBe(until);
    await moveClock(until);
    expect((await standing()).notificationAddresses[1]?.codeTriesLeft).toBe(0);
    expect(await enter('second@example.jp', code)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    await moveClock(until - 1);
    expect(await enter('second@example.jp', code)).toMatchObject({
      __typename: 'NotificationAddressConfirmed',
    });
  });

  it('no code fits another address, nor the same address of another contract', async () => {
    const other = await seedContract(server.url, ground, {
      notificationAddress: 'first@example.jp',
    });
    await set(['first@example.jp', 'second@example.jp', 'third@example.jp']);
    const second = await mailedCode(server.url, 'second@example.jp');
    const third = await mailedCode(server.url, 'third@example.jp');
    now += 1000;
    await set(['first@example.jp', 'second@example.jp'], other);
    expect(new Set([second, third, await mailedCode(server.url, 'second@example.jp')]).size).toBe(
      3,
    );
    for (const [address, code, who] of [
      ['third@example.jp', second, contract],
      ['second@example.jp', third, contract],
      ['second@example.jp', second, other],
    ] as const) {
      expect(await enter(address, code, who.administrator)).toMatchObject({
        problems: [{ code: 'WRONG_CODE' }],
      });
    }
    const unknown = await enter('fourth@example.jp', second, other.administrator);
    expect(unknown.code).toBe('NOT_FOUND');
  });
});

describe('R10: whoever gets at the administrator’s secrets can’t silence the notices', () => {
  it('the last address in force stays until another one is', async () => {
    expect(await set(['second@example.jp'])).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    const code = await add('second@example.jp');
    expect(await set(['second@example.jp'])).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    await enter('second@example.jp', code);
    expect(await set(['second@example.jp'])).toMatchObject({
      __typename: 'NotificationAddressesSet',
    });
  });

  it('one that was replaced goes on being told for 7 days, and not a moment longer', async () => {
    await enter('second@example.jp', await add('second@example.jp'));
    await set(['second@example.jp']);
    const [leaving] = (await standing()).notificationAddresses;
    expect(leaving).toMatchObject({ address: 'first@example.jp', status: 'LEAVING' });
    const leavesAt = now + 7 * day;
    expect(Date.parse(leaving?.leavesAt ?? '')).toBe(leavesAt);

    const toldOfLogon = async (): Promise<readonly string[]> => {
      const before = (await readMailbox(server.url)).length;
      await logOnAdministrator(contract.administrator, contract);
      const mails = await readMailbox(server.url);
      return mails.slice(0, mails.length - before).map(({ to }) => to);
    };
    now = leavesAt - 1;
    expect(await toldOfLogon()).toEqual(['first@example.jp', 'second@example.jp']);
    expect((await standing()).notificationAddresses).toHaveLength(2);
    now = leavesAt;
    expect(await toldOfLogon()).toEqual(['second@example.jp']);
    expect((await standing()).notificationAddresses).toHaveLength(1);
  });

  it('one that is taken back within those days is in force at once: it was proven', async () => {
    await enter('second@example.jp', await add('second@example.jp'));
    await set(['second@example.jp']);
    await set(['first@example.jp', 'second@example.jp']);
    expect((await standing()).notificationAddresses.map(({ status }) => status)).toEqual([
      'IN_FORCE',
      'IN_FORCE',
    ]);
  });
});

describe('R10: nor those of a user', () => {
  const update = async (email: string | null): Promise<void> => {
    const { contract: found } = await contract.administrator.send<{
      contract: { user: { version: number } };
    }>('{ contract { user(userId: "Taro") { version } } }');
    const expectedVersion = found.user.version;
    const given = { userId: 'Taro', email, expectedVersion, ...confirmed };
    expect((await ask(contract.administrator, 'updateUser', given)).__typename).toBe('UserUpdated');
  };
  const toldOfReset = async (): Promise<readonly string[]> => {
    const before = (await readMailbox(server.url)).length;
    await ask(contract.administrator, 'resetUserPins', { userId: 'Taro', ...confirmed });
    const mails = await readMailbox(server.url);
    return mails.slice(0, mails.length - before).map(({ to }) => to);
  };
  const shown = async () => {
    const { contract: found } = await contract.administrator.send<{
      contract: { user: { leavingEmails: readonly { address: string; leavesAt: string }[] } };
    }>('{ contract { user(userId: "Taro") { leavingEmails { address leavesAt } } } }');
    return found.user.leavingEmails.map(({ address, leavesAt }) => ({
      address,
      leavesAt: Date.parse(leavesAt),
    }));
  };

  it('whose mails are redirected, once or twice, before their PINs are reset: every address before hears of it for 7 days, and the pages say so', async () => {
    await seedUser(contract, 'Taro', { email: 'taro@a.example' });
    await update('mine@b.example');
    await update('also-mine@b.example');
    const office = 'first@example.jp';
    const redirected = ['also-mine@b.example', 'mine@b.example'];
    expect((await toldOfReset()).toSorted()).toEqual(
      [...redirected, office, 'taro@a.example'].toSorted(),
    );
    const leavesAt = now + 7 * day;
    expect(await shown()).toEqual([
      { address: 'mine@b.example', leavesAt },
      { address: 'taro@a.example', leavesAt },
    ]);
    await update(null);
    await moveClock(leavesAt - 1);
    expect(await toldOfReset()).toContain('taro@a.example');
    await moveClock(leavesAt);
    expect(await toldOfReset()).toEqual([office]);
    expect(await shown()).toEqual([]);
  });
});

describe('what is no address is refused at its entry', () => {
  it.each([
    ['differs in letter case alone', 'FIRST@Example.jp', 'NAMED_TWICE'],
    ['holds a line break', 'second@example.jp\r\nBcc: all@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['has full-width letters', 'ｓｅｃｏｎｄ@example.jp', 'NOT_AN_EMAIL_ADDRESS'],
    ['has 300 characters', `${'a'.repeat(60)}@${'b.'.repeat(118)}jp`, 'TOO_LONG'],
    ['is empty', '', 'REQUIRED'],
  ])('one that %s', async (_, address, code) => {
    const refused = await set(['first@example.jp', address]);
    expect(refused.problems).toMatchObject([{ path: 'addresses.1', code }]);
    if (address !== '') expect(JSON.stringify(refused)).not.toContain(address);
    expect((await standing()).notificationAddresses).toHaveLength(1);
  });

  it('fewer than one and more than five', async () => {
    for (const number of [0, 6]) {
      const addresses = Array.from({ length: number }, (_, index) => `a${index}@example.jp`);
      expect(await set(addresses)).toMatchObject({
        problems: [{ path: 'addresses', code: 'WRONG_NUMBER_OF_ENTRIES' }],
      });
    }
  });
});

it('one mail an act and recipient (A23): rights of many users at once are one mail to each address, however often it stands there', async () => {
  await seedUser(contract, 'Sato', { email: 'first@example.jp' });
  await seedUser(contract, 'Tanaka', { email: 'both@example.jp' });
  await seedUser(contract, 'Suzuki', { email: 'both@example.jp' });
  const before = (await readMailbox(server.url)).length;
  const users = ['Sato', 'Tanaka', 'Suzuki'].map((userId) => ({ userId, expectedVersion: 1 }));
  const limits = [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 1, perDay: 2 } }];
  await ask(contract.administrator, 'setUserRights', {
    changes: [{ users, limits }],
    ...confirmed,
  });
  const mails = await readMailbox(server.url);
  const sent = mails.slice(0, mails.length - before);
  expect(sent.map(({ to }) => to)).toEqual(['both@example.jp', 'first@example.jp']);
  expect(sent.map(({ text }) => text.split('limits of user').length - 1)).toEqual([2, 3]);
  expect(sent[1]?.subject).toContain('limits changed, and 2 more');
  expect(codesIn(sent.map(({ text }) => text).join())).toEqual([]);
});
