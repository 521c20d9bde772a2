import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { ask, pins, seedContract, type SeededContract, seedUser } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;
let contract: SeededContract;
beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});
beforeEach(async () => {
  contract = await seedContract(server.url, ground);
  await seedUser(contract, 'Sato');
  await seedUser(contract, 'Tanaka');
});

const confirmed = { confirmationPin: pins.contractConfirmation };
const transfer = { service: 'FUNDS_TRANSFER', action: 'EXECUTE' };
const view = { service: 'FUNDS_TRANSFER', action: 'VIEW' };
const balance = { service: 'BALANCE_INQUIRY', action: 'VIEW' };
const limit = (perTransaction: number, perDay: number) => ({
  service: 'FUNDS_TRANSFER',
  limit: { perTransaction, perDay },
});

describe('R13, R14: the administrator says who may do what and for how much', () => {
  it('what a user may do becomes exactly what was said, with what it needs; the version is raised', async () => {
    const input = { userId: 'Sato', expectedVersion: 1, permissions: [balance], ...confirmed };
    const set = await ask(contract.administrator, 'setUserPermissions', input);
    expect(set).toMatchObject({
      __typename: 'UserPermissionsSet',
      user: { version: 2, permissions: [balance] },
    });
    const back = { ...input, expectedVersion: 2, permissions: [transfer] };
    expect(await ask(contract.administrator, 'setUserPermissions', back)).toMatchObject({
      user: { version: 3, permissions: [view, transfer] },
    });
  });

  it('whoever saw another version is refused, and nothing is changed', async () => {
    const input = { userId: 'Sato', expectedVersion: 1, ...confirmed };
    await ask(contract.administrator, 'setUserLimits', { ...input, limits: [limit(1, 2)] });
    const stale = await ask(contract.administrator, 'setUserLimits', {
      ...input,
      limits: [limit(3, 4)],
    });
    expect(stale).toMatchObject({ __typename: 'SimpleRefusal', code: 'CONFLICT' });
  });

  it('many users get the same rights in one act; one stale version changes nobody', async () => {
    const users = [
      { userId: 'Sato', expectedVersion: 1 },
      { userId: 'Tanaka', expectedVersion: 1 },
    ];
    const changes = [
      { users, permissions: [balance], limits: [limit(50, 100)], accounts: ['1-2'] },
    ];
    const set = await ask(contract.administrator, 'setUserRights', { changes, ...confirmed });
    expect(set).toMatchObject({ __typename: 'UserRightsSet' });
    const refused = await ask(contract.administrator, 'setUserRights', {
      changes: [
        { users: [{ userId: 'Sato', expectedVersion: 2 }], permissions: [] },
        { users: [{ userId: 'Tanaka', expectedVersion: 1 }], permissions: [] },
      ],
      ...confirmed,
    });
    expect(refused).toMatchObject({ code: 'CONFLICT' });
  });

  it.each([
    [
      'a right that the contract can’t have, for somebody who is named rightly',
      [{ users: ['Sato'], permissions: [{ service: 'PAYROLL', action: 'VIEW' }] }],
      ['changes.0.permissions.0.service SERVICE_NOT_IN_CONTRACT'],
    ],
    [
      'nobody’s ID, and one named twice behind it',
      [{ users: ['Satō', 'Sato', 'SATO'] }, { users: ['Tanaka'] }],
      ['changes.0.users.0.userId NOT_LETTERS_OR_DIGITS', 'changes.0.users.2.userId NAMED_TWICE'],
    ],
    [
      'one in two changes at once',
      [{ users: ['Sato'] }, { users: ['Tanaka', 'sato'] }],
      ['changes.1.users.1.userId NAMED_TWICE'],
    ],
    ['nobody', [{ users: [], permissions: [] }], ['changes WRONG_NUMBER_OF_ENTRIES']],
    [
      'more than a hundred',
      [{ users: Array.from({ length: 101 }, (_, index) => `user${index}`) }],
      ['changes WRONG_NUMBER_OF_ENTRIES'],
    ],
  ])('what is wrong is said where it stands, and nothing else is: %s', async (_, asked, wrong) => {
    const changes = asked.map(({ users, ...rights }) => ({
      users: users.map((userId) => ({ userId, expectedVersion: 1 })),
      ...rights,
    }));
    const refused = await ask(contract.administrator, 'setUserRights', { changes, ...confirmed });
    expect(refused.problems?.map(({ path = '', code }) => `${path} ${code}`)).toEqual(wrong);
  });
});
