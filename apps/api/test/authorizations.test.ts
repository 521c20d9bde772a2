import { createPublicKey, type JsonWebKey, randomUUID, verify } from 'node:crypto';

import { nextJapanMidnight } from '@monban/domain/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  authorize,
  authorized,
  type BankUser,
  capture,
  giveUp,
  hashOf,
  logOnThroughBank,
} from './harness/bank-user.ts';
import { Fault } from './harness/client.ts';
import {
  ask,
  authorizationParts,
  type Authorized,
  bank,
  bankToken,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;
/** Stands still unless a test moves it. */
let now: number;
let contract: SeededContract;
let sato: BankUser;

const money = (perTransaction: number, perDay: number) => ({ perTransaction, perDay });
const bulk = ['CREATE', 'APPROVE', 'SEND'].map((action) => ({ service: 'BULK_TRANSFER', action }));

beforeAll(async () => {
  now = Date.now();
  ground = await layGround();
  server = await startHere(ground, { now: () => now });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});
beforeEach(async () => {
  // A day in Japan begins: what a test spends minutes later is spent on the same day, whenever it runs.
  now = nextJapanMidnight(Date.now());
  contract = await seedContract(server.url, ground, {
    services: [
      { service: 'FUNDS_TRANSFER', ceiling: money(1_000_000, 1_000_000) },
      { service: 'BULK_TRANSFER', ceiling: money(1_000_000, 1_000_000) },
      { service: 'FILE_EXCHANGE' },
    ],
  });
  await seedUser(contract, 'Sato', {
    permissions: [{ service: 'FUNDS_TRANSFER', action: 'EXECUTE' }, ...bulk],
    limits: [
      { service: 'FUNDS_TRANSFER', limit: money(300_000, 500_000) },
      { service: 'BULK_TRANSFER', limit: money(300_000, 500_000) },
    ],
  });
  sato = await logOnThroughBank(ground, server.url, contract, 'Sato');
});

const usedToday = async (userId = 'Sato') => {
  const { contract: seen } = await contract.administrator.send<{
    contract: {
      services: readonly { service: string; usedToday: number | null }[];
      user: { limits: readonly { service: string; usedToday: number }[] };
    };
  }>(
    `query ($userId: UserId!) { contract { services { service usedToday } user(userId: $userId) { limits { service usedToday } } } }`,
    { userId },
  );
  const of = (list: readonly { service: string; usedToday: number | null }[]) =>
    list.find(({ service }) => service === 'FUNDS_TRANSFER')?.usedToday;
  return { contract: of(seen.services), user: of(seen.user.limits) };
};

async function found(id: string, client = sato.system): Promise<Authorized | null> {
  const { authorization } = await client.send<{ authorization: Authorized | null }>(
    `query ($id: ID!) { authorization(id: $id) { ${authorizationParts} } }`,
    { id },
  );
  return authorization;
}

async function foundByKey(idempotencyKey: string, more = {}, client = sato.system) {
  const { answer } = await client.send<{ answer: Authorized | null }>(
    `query ($contractId: ContractId!, $userId: UserId!, $idempotencyKey: String!) { answer: authorizationByKey(contractId: $contractId, userId: $userId, idempotencyKey: $idempotencyKey) { ${authorizationParts} } }`,
    { contractId: contract.contractId, userId: 'Sato', idempotencyKey, ...more },
  );
  return answer;
}

describe('a transaction that a user confirms with their PIN (R6, R13, R14)', () => {
  it('is authorised, counts against the day of user and contract, and is captured once', async () => {
    const { id, status, token, amount } = await authorized(sato);
    expect({ status, amount }).toEqual({ status: 'AUTHORIZED', amount: 100_000 });
    expect(token).not.toBeNull();
    expect(await usedToday()).toEqual({ contract: 100_000, user: 100_000 });
    expect(await capture(sato.system, id)).toMatchObject({
      __typename: 'AuthorizationCaptured',
      authorization: { status: 'CAPTURED', captureReference: 'TRF-1', token: null },
    });
    expect(await usedToday()).toEqual({ contract: 100_000, user: 100_000 });
  });

  it('carries a token that the bank system verifies offline with the published keys, and that names it alone', async () => {
    const hash = hashOf('invoice 17');
    const { id, token, expiresAt } = await authorized(sato, {
      transactionHash: hash,
      accountNumber: '001-1234567',
    });
    const published = await fetch(`${server.url}/.well-known/jwks.json`);
    expect(published.headers.get('content-type')).toContain('application/jwk-set+json');
    const { keys } = (await published.json()) as {
      keys: readonly (JsonWebKey & { kid: string })[];
    };
    const [head = '', body = '', signature = ''] = (token ?? '').split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string };
    const key = keys.find(({ kid }) => kid === header.kid);
    expect(key).not.toHaveProperty('d');
    expect(header).toEqual({ alg: 'ES256', typ: 'monban-authorization+jwt', kid: key?.kid });
    const verified = verify(
      'sha256',
      Buffer.from(`${head}.${body}`),
      { key: createPublicKey({ key: key ?? {}, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    expect(verified).toBe(true);
    expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toEqual({
      iss: 'urn:monban',
      aud: 'core-banking',
      jti: id,
      iat: Math.floor(now / 1000),
      exp: Math.floor(Date.parse(expiresAt) / 1000),
      contract: contract.contractId,
      user: 'Sato',
      service: 'FUNDS_TRANSFER',
      action: 'EXECUTE',
      account: '001-1234567',
      amount: 100_000,
      hash,
    });
  });

  it('with a wrong PIN is not, and the error counts as everywhere (R19–R21)', async () => {
    expect(await authorize(sato, { confirmationPin: pins.wrong })).toMatchObject({
      code: 'WRONG_PIN',
      attemptsLeft: 6,
    });
    expect(await usedToday()).toEqual({ contract: 0, user: 0 });
  });

  it('only through a bank system that may ask for transactions: not in a browser, not with another scope', async () => {
    const browser = await seedUser(contract, 'Tanaka');
    await expect(authorize({ ...sato, user: browser })).rejects.toThrow('FORBIDDEN');
    await expect(authorize({ ...sato, user: sato.system })).rejects.toThrow('FORBIDDEN');
    await expect(
      authorize({ ...sato, user: bank(server.url, ground, ['desk', 'read']) }),
    ).rejects.toThrow('FORBIDDEN');
    // The session's own client, with a token that is for looking.
    const token = bankToken(ground, ['read'], 'core-banking', 'core-banking');
    const looking = sato.user.with({ authorization: `Bearer ${token}` });
    await expect(authorize({ ...sato, user: looking })).rejects.toThrow('FORBIDDEN');
    await expect(
      looking.send(`mutation { noteActivity { ... on ActivityNoted { session { id } } } }`),
    ).rejects.toThrow('FORBIDDEN');
    await expect(capture(browser, 'x')).rejects.toThrow('FORBIDDEN');
    await expect(giveUp(browser, 'x')).rejects.toThrow('FORBIDDEN');
  });

  it('not while the PINs are temporary ones', async () => {
    const added = await ask(contract.administrator, 'addUser', {
      userId: 'Kato',
      name: 'Kato',
      permissions: [{ service: 'FUNDS_TRANSFER', action: 'EXECUTE' }],
      limits: [],
      confirmationPin: pins.contractConfirmation,
    });
    const { answer } = await sato.system.send<{ answer: { sessionToken: string } }>(
      `mutation ($input: LogOnUserInput!) { answer: logOnUser(input: $input) { ... on LoggedOn { sessionToken } } }`,
      {
        input: {
          contractId: contract.contractId,
          userId: 'Kato',
          userPin: added.temporaryPins?.pin,
        },
      },
    );
    const kato = { ...sato, user: sato.system.with({ 'monban-session': answer.sessionToken }) };
    expect(
      await authorize(kato, { confirmationPin: added.temporaryPins?.confirmationPin }),
    ).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });

  it('stands in the history with who, what and how much; captured and given up, too', async () => {
    const first = await authorized(sato);
    const second = await authorized(sato, { amount: 50_000 });
    await capture(sato.system, first.id, 'TRF-2026-1');
    await giveUp(sato.user, second.id);
    const { contract: own } = await contract.administrator.send<{
      contract: { history: { nodes: readonly { operation: string; text: string }[] } };
    }>(
      `{ contract { history(first: 4, filter: { kinds: [TRANSACTION] }) { nodes { operation text } } } }`,
    );
    expect(own.history.nodes.map(({ operation }) => operation).toSorted()).toEqual([
      'authorizeTransaction',
      'authorizeTransaction',
      'captureAuthorization',
      'voidAuthorization',
    ]);
    const texts = own.history.nodes.map(({ text }) => text).join('\n');
    for (const said of ['Sato', '¥100,000', '¥50,000', 'TRF-2026-1']) expect(texts).toContain(said);
  });
});

describe('who may not is told why, and nothing is reserved (R13, R14)', () => {
  it.each([
    ['a service without the permission', { service: 'PAYROLL', action: 'SEND' }, 'NOT_PERMITTED'],
    [
      'over the user’s limit per transaction',
      { amount: 300_001 },
      { code: 'LIMIT_EXCEEDED', layer: 'USER', period: 'TRANSACTION', left: 300_000 },
    ],
  ])('%s', async (_, more, expected) => {
    expect(await authorize(sato, more)).toMatchObject(
      typeof expected === 'string' ? { code: expected } : expected,
    );
    expect(await usedToday()).toEqual({ contract: 0, user: 0 });
  });

  it('over the user’s day: what is left is said, and fits to the last yen', async () => {
    await authorized(sato, { amount: 300_000 });
    expect(await authorize(sato, { amount: 200_001 })).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      layer: 'USER',
      period: 'DAY',
      left: 200_000,
    });
    await authorized(sato, { amount: 200_000 });
    expect(await authorize(sato, { amount: 1 })).toMatchObject({ period: 'DAY', left: 0 });
  });

  it('over the contract’s: that it was the one, and not what is left of it', async () => {
    const { contract: seen } = await contract.administrator.send<{
      contract: { version: number };
    }>(`{ contract { version } }`);
    const set = await ask(contract.administrator, 'setContractLimits', {
      limits: [
        { service: 'FUNDS_TRANSFER', limit: money(250_000, 350_000) },
        { service: 'BULK_TRANSFER', limit: money(250_000, 350_000) },
      ],
      expectedVersion: seen.version,
      confirmationPin: pins.contractConfirmation,
    });
    expect(set.__typename).toBe('ContractLimitsSet');
    expect(await authorize(sato, { amount: 250_001 })).toMatchObject({
      layer: 'CONTRACT',
      period: 'TRANSACTION',
      left: null,
    });
    await authorized(sato, { amount: 250_000 });
    expect(await authorize(sato, { amount: 100_001 })).toMatchObject({
      layer: 'CONTRACT',
      period: 'DAY',
      left: null,
    });
  });

  it('an account that the user is not held to, or none at all where they are', async () => {
    await ask(contract.administrator, 'setUserAccounts', {
      userId: 'Sato',
      accounts: ['001-1234567'],
      expectedVersion: 1,
      confirmationPin: pins.contractConfirmation,
    });
    expect(await authorize(sato, { accountNumber: '002-7654321' })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await authorize(sato)).toMatchObject({ code: 'NOT_PERMITTED' });
    await authorized(sato, { accountNumber: '001-1234567' });
  });

  it('whoever created something can’t approve it, through no client; somebody else can', async () => {
    const transactionHash = hashOf('payroll of November');
    const create = { service: 'BULK_TRANSFER', action: 'CREATE', transactionHash };
    const created = await authorized(sato, create);
    await giveUp(sato.system, created.id);
    const approve = { ...create, action: 'APPROVE' };
    expect(await authorize(sato, approve)).toMatchObject({ code: 'NOT_PERMITTED' });
    const elsewhere = await logOnThroughBank(ground, server.url, contract, 'Sato', 'other-bank');
    expect(await authorize(elsewhere, approve)).toMatchObject({ code: 'NOT_PERMITTED' });
    await seedUser(contract, 'Tanaka', {
      permissions: bulk,
      limits: [{ service: 'BULK_TRANSFER', limit: money(300_000, 500_000) }],
    });
    const tanaka = await logOnThroughBank(ground, server.url, contract, 'Tanaka');
    await authorized(tanaka, approve);
    // Creating and approving move nothing.
    const { contract: own } = await contract.administrator.send<{
      contract: { services: readonly { service: string; usedToday: number | null }[] };
    }>(`{ contract { services { service usedToday } } }`);
    expect(own.services).toContainEqual({ service: 'BULK_TRANSFER', usedToday: 0 });
  });
});

describe('bad input is said by field, before the PIN is compared', () => {
  it.each([
    ['zero', { amount: 0 }, 'amount', 'OUT_OF_RANGE'],
    ['a negative amount', { amount: -5 }, 'amount', 'OUT_OF_RANGE'],
    ['a fraction', { amount: 1.5 }, 'amount', 'NOT_WHOLE_YEN'],
    ['ten billion thousands', { amount: 10 ** 13 }, 'amount', 'OUT_OF_RANGE'],
    ['looking at something', { action: 'VIEW' }, 'action', 'NOT_A_TRANSACTION'],
    [
      'an action that the service hasn’t',
      { action: 'SEND' },
      'action',
      'SERVICE_HAS_NO_SUCH_ACTION',
    ],
    [
      'no action where none goes without saying',
      { service: 'BULK_TRANSFER' },
      'action',
      'REQUIRED',
    ],
    ['a hash that is none', { transactionHash: 'abc' }, 'transactionHash', 'NOT_A_SHA_256'],
    [
      'a hash in capitals',
      { transactionHash: hashOf('x').toUpperCase() },
      'transactionHash',
      'NOT_A_SHA_256',
    ],
    ['no key', { idempotencyKey: '' }, 'idempotencyKey', 'REQUIRED'],
    ['a key with a blank', { idempotencyKey: 'a b' }, 'idempotencyKey', 'NOT_PRINTABLE_ASCII'],
    ['an endless key', { idempotencyKey: 'k'.repeat(129) }, 'idempotencyKey', 'TOO_LONG'],
    ['no account number', { accountNumber: '１２３' }, 'accountNumber', 'NOT_AN_ACCOUNT_NUMBER'],
  ])('%s', async (_, more, path, code) => {
    expect(await authorize(sato, { ...more, confirmationPin: pins.wrong })).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ path, code }],
    });
  });

  it('an amount as text and an unknown service fit no schema', async () => {
    for (const more of [{ amount: '100000' }, { service: 'LOTTERY' }]) {
      const fault = await authorize(sato, more).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(Fault);
      expect(fault).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('a capture without a reference, or of an ID that is none', async () => {
    const { id } = await authorized(sato);
    expect(await capture(sato.system, id, '')).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ path: 'reference', code: 'REQUIRED' }],
    });
    for (const none of ['', 'x', id.slice(0, -2), `${id}A`]) {
      expect(await capture(sato.system, none)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await giveUp(sato.system, none)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await found(none)).toBeNull();
    }
  });
});

describe('a request whose answer was lost', () => {
  it('sent again under its key is the same authorisation; with another input it is refused', async () => {
    const idempotencyKey = randomUUID();
    const same = { idempotencyKey, transactionHash: hashOf('one') };
    const first = await authorized(sato, same);
    const again = await authorized(sato, same);
    expect(again.id).toBe(first.id);
    expect(again.token).not.toBeNull();
    expect(await usedToday()).toEqual({ contract: 100_000, user: 100_000 });
    for (const other of [
      { amount: 100_001 },
      { transactionHash: hashOf('other') },
      { accountNumber: '1' },
    ]) {
      expect(await authorize(sato, { ...same, ...other })).toMatchObject({ code: 'CONFLICT' });
    }
    expect(await authorize(sato, { ...same, confirmationPin: pins.wrong })).toMatchObject({
      code: 'WRONG_PIN',
    });
  });

  it('is found by its key, without a PIN and without a token, by the client that sent it and by nobody else', async () => {
    const idempotencyKey = randomUUID();
    const { id } = await authorized(sato, { idempotencyKey });
    expect(await foundByKey(idempotencyKey)).toMatchObject({
      id,
      status: 'AUTHORIZED',
      token: null,
    });
    expect(await foundByKey(randomUUID())).toBeNull();
    expect(await foundByKey(idempotencyKey, { userId: 'Tanaka' })).toBeNull();
    const other = await seedContract(server.url, ground);
    expect(await foundByKey(idempotencyKey, { contractId: other.contractId })).toBeNull();
    const elsewhere = await logOnThroughBank(ground, server.url, contract, 'Sato', 'other-bank');
    expect(await foundByKey(idempotencyKey, {}, elsewhere.system)).toBeNull();
    expect(await found(id, elsewhere.system)).toBeNull();
  });

  it('that was given up meanwhile is answered as what it is, and with no token', async () => {
    const same = { idempotencyKey: randomUUID(), transactionHash: hashOf('given up') };
    const { id } = await authorized(sato, same);
    await giveUp(sato.system, id);
    expect(await authorized(sato, same)).toMatchObject({ id, status: 'VOIDED', token: null });
    expect(await usedToday()).toEqual({ contract: 0, user: 0 });
  });

  it('refusals are not kept under the key: it may be asked again', async () => {
    const idempotencyKey = randomUUID();
    const same = { idempotencyKey, amount: 300_000, transactionHash: hashOf('again') };
    const before = [await authorized(sato, { amount: 300_000 })];
    expect(await authorize(sato, same)).toMatchObject({ code: 'LIMIT_EXCEEDED' });
    for (const { id } of before) await giveUp(sato.system, id);
    await authorized(sato, same);
  });

  it('a key is free again after seven days', async () => {
    const idempotencyKey = randomUUID();
    const same = { idempotencyKey, transactionHash: hashOf('weekly') };
    const first = await authorized(sato, same);
    now += 7 * 86_400_000;
    expect(await foundByKey(idempotencyKey)).toBeNull();
    const { sessionToken } = await ask(sato.system, 'logOnUser', {
      contractId: contract.contractId,
      userId: 'Sato',
      userPin: pins.user,
    });
    const later = { ...sato, user: sato.system.with({ 'monban-session': sessionToken ?? '' }) };
    const second = await authorized(later, { ...same, amount: 1 });
    expect(second.id).not.toBe(first.id);
  });
});

describe('what becomes of an authorisation', () => {
  it('the same capture reference is answered the same, another one refused; nothing is voided after it', async () => {
    const { id } = await authorized(sato);
    const first = await capture(sato.system, id);
    expect(await capture(sato.system, id)).toEqual(first);
    expect(await capture(sato.system, id, 'TRF-2')).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(await giveUp(sato.system, id)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(await usedToday()).toEqual({ contract: 100_000, user: 100_000 });
  });

  it('given up, its amount is free again, once', async () => {
    const { id } = await authorized(sato);
    await authorized(sato);
    const voided = { status: 'VOIDED', voidedBecause: 'BY_CLIENT' };
    expect(await giveUp(sato.system, id)).toMatchObject({ authorization: voided });
    expect(await giveUp(sato.system, id)).toMatchObject({ authorization: voided });
    expect(await usedToday()).toEqual({ contract: 100_000, user: 100_000 });
    expect(await capture(sato.system, id)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });

  it('left alone it expires after five minutes, and never stands in the way of an amount that fits', async () => {
    const { id } = await authorized(sato, { amount: 300_000 });
    await authorized(sato, { amount: 200_000 });
    now += 300_000 - 1;
    expect(await authorize(sato, { amount: 1 })).toMatchObject({ code: 'LIMIT_EXCEEDED' });
    now += 1;
    expect(await usedToday()).toEqual({ contract: 0, user: 0 });
    expect(await found(id)).toMatchObject({ status: 'VOIDED', voidedBecause: 'EXPIRED' });
    expect(await capture(sato.system, id)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    await authorized(sato, { amount: 300_000 });
    expect(await usedToday()).toEqual({ contract: 300_000, user: 300_000 });
    expect(await found(id)).toMatchObject({ status: 'VOIDED', voidedBecause: 'EXPIRED' });
  });

  it('a day is a day in Japan: at midnight there the whole limit is there again, and yesterday’s stays captured', async () => {
    now = nextJapanMidnight(now) - 1;
    const late = await logOnThroughBank(ground, server.url, contract, 'Sato');
    const { id } = await authorized(late, { amount: 300_000 });
    await authorized(late, { amount: 200_000 });
    expect(await authorize(late, { amount: 1 })).toMatchObject({ code: 'LIMIT_EXCEEDED' });
    now += 1;
    await authorized(late, { amount: 300_000 });
    expect(await capture(late.system, id)).toMatchObject({ __typename: 'AuthorizationCaptured' });
    await authorized(late, { amount: 200_000 });
    expect(await authorize(late, { amount: 1 })).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });
});

describe('through a bank system', () => {
  it('noteActivity prolongs the session once; not from a browser', async () => {
    const document = `mutation { noteActivity { ... on ActivityNoted { session { idleEndsAt } } } }`;
    const tanaka = await seedUser(contract, 'Tanaka');
    await expect(tanaka.send(document)).rejects.toThrow('FORBIDDEN');
    now += 5 * 60_000;
    const { noteActivity } = await sato.user.send<{
      noteActivity: { session: { idleEndsAt: string } };
    }>(document);
    expect(Date.parse(noteActivity.session.idleEndsAt)).toBe(now + 10 * 60_000);
    now += 10 * 60_000 - 1;
    await authorized(sato);
  });
});
