import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import {
  ask,
  logOnAdministrator,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const day = 86_400_000;
const minute = 60_000;
const start = Date.now();
let now = start;
let ground: Ground;
let server: OwnServer;
beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => now });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});
beforeEach(() => {
  now = start;
});

const confirmed = { confirmationPin: pins.contractConfirmation };

interface Waiting {
  readonly kind: string;
  readonly service: string | null;
  readonly users: readonly { readonly userId: string; readonly temporaryUntil: string | null }[];
}

async function waiting({ administrator }: SeededContract): Promise<readonly Waiting[]> {
  const { contract } = await administrator.send<{
    readonly contract: { readonly attention: readonly Waiting[] };
  }>(`{ contract { attention { kind service users { userId temporaryUntil } } } }`);
  return contract.attention;
}

it('R10, R14, R20: what waits for the administrator is said until it is done, and not a moment longer', async () => {
  const contract = await seedContract(server.url, ground, {
    notificationAddress: 'soumu@example.com',
  });
  await seedUser(contract, 'Sato');
  await seedUser(contract, 'Tanaka', { limits: [] });
  expect(await waiting(contract)).toEqual([
    {
      kind: 'USER_LIMIT_IS_ZERO',
      service: 'FUNDS_TRANSFER',
      users: [{ userId: 'Tanaka', temporaryUntil: null }],
    },
  ]);

  await ask(contract.administrator, 'lockUser', { userId: 'Sato', ...confirmed });
  await ask(contract.administrator, 'setUserLimits', {
    userId: 'Tanaka',
    expectedVersion: 1,
    limits: [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 1, perDay: 1 } }],
    ...confirmed,
  });
  expect(await waiting(contract)).toMatchObject([
    { kind: 'USER_LOCKED', users: [{ userId: 'Sato' }] },
  ]);

  await ask(contract.administrator, 'removeUser', { userId: 'Sato', ...confirmed });
  expect(await waiting(contract)).toEqual([]);
});

it('temporary PINs that nobody used wait for their user until the moment they expire, and then for the administrator', async () => {
  const contract = await seedContract(server.url, ground, {
    notificationAddress: 'soumu@example.com',
  });
  await ask(contract.administrator, 'addUser', {
    userId: 'Sato',
    name: 'Sato',
    permissions: [],
    limits: [],
    ...confirmed,
  });
  const [awaiting] = await waiting(contract);
  expect(awaiting).toMatchObject({ kind: 'AWAITING_FIRST_LOGON', users: [{ userId: 'Sato' }] });
  const until = Date.parse(awaiting?.users[0]?.temporaryUntil ?? '');
  expect(until).toBe(start + 14 * day);

  now = until - minute;
  await logOnAdministrator(contract.administrator, contract);
  expect(await waiting(contract)).toEqual([awaiting]);
  now = until;
  expect(await waiting(contract)).toMatchObject([
    { kind: 'TEMPORARY_PINS_EXPIRED', users: [{ userId: 'Sato' }] },
  ]);
});

it('R10: a company whose notices go nowhere is told so', async () => {
  const contract = await seedContract(server.url, ground);
  expect(await waiting(contract)).toEqual([
    { kind: 'NO_ADDRESS_IN_FORCE', service: null, users: [] },
  ]);
});
