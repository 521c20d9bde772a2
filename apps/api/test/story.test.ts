import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connect } from './harness/client.ts';
import {
  ask,
  bank,
  logOnAdministrator,
  logOnUser,
  pins,
  seedContract,
  seedUser,
} from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

async function err(times: number, contractId: string, userId: string): Promise<void> {
  const stranger = connect(server.url);
  for (let each = 0; each < times; each += 1) {
    expect(await logOnUser(stranger, contractId, userId, pins.wrong)).toMatchObject({
      code: 'LOGON_REFUSED',
    });
  }
}

describe('R19–R21 as stories', () => {
  it('R20: a user of an unlinked contract errs seven times; the user alone is stopped, and the administrator lets them back in', async () => {
    const contract = await seedContract(server.url, ground, { lockLinkage: 'UNLINKED' });
    await seedUser(contract, 'Sato');
    const tanaka = await seedUser(contract, 'Tanaka');
    await err(7, contract.contractId, 'sato');

    expect(await logOnUser(connect(server.url), contract.contractId, 'Sato')).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    expect(await tanaka.send(`{ viewer { __typename } }`)).toEqual({
      viewer: { __typename: 'User' },
    });
    const unlocked = await ask(contract.administrator, 'unlockUser', {
      userId: 'Sato',
      confirmationPin: pins.contractConfirmation,
    });
    expect(unlocked).toMatchObject({
      __typename: 'UserUnlocked',
      user: { status: 'ACTIVE', wrongPins: 0, locks: [] },
    });
    expect(await logOnUser(connect(server.url), contract.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
  });

  it('R19: in a linked contract a user’s seventh error stops everybody, at once; only the desk starts them again', async () => {
    const contract = await seedContract(server.url, ground, { lockLinkage: 'LINKED' });
    await seedUser(contract, 'Sato');
    const tanaka = await seedUser(contract, 'Tanaka');
    await err(7, contract.contractId, 'Sato');

    expect(await tanaka.send(`{ viewer { __typename } }`)).toEqual({ viewer: null });
    expect(await contract.administrator.send(`{ viewer { __typename } }`)).toEqual({
      viewer: null,
    });
    expect(await logOnUser(connect(server.url), contract.contractId, 'Tanaka')).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
      code: 'LOGON_REFUSED',
    });

    const desk = bank(server.url, ground, ['desk']);
    expect(await ask(desk, 'unlockContract', { contractId: contract.contractId })).toMatchObject({
      contract: { status: 'ACTIVE' },
    });
    expect(await logOnUser(connect(server.url), contract.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
    expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
      __typename: 'LoggedOn',
    });
  });

  it('R21: in an unlinked contract the administrator’s seventh error stops everybody; only the desk starts them again', async () => {
    const contract = await seedContract(server.url, ground, { lockLinkage: 'UNLINKED' });
    const sato = await seedUser(contract, 'Sato');
    for (let each = 0; each < 7; each += 1) {
      expect(await logOnAdministrator(connect(server.url), contract, pins.wrong)).toMatchObject({
        code: 'LOGON_REFUSED',
      });
    }
    expect(await sato.send(`{ viewer { __typename } }`)).toEqual({ viewer: null });
    expect(await logOnUser(connect(server.url), contract.contractId, 'Sato')).toMatchObject({
      code: 'LOGON_REFUSED',
    });
    await ask(bank(server.url, ground, ['desk']), 'unlockContract', {
      contractId: contract.contractId,
    });
    expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
      __typename: 'LoggedOn',
    });
    expect(await logOnUser(connect(server.url), contract.contractId, 'Sato')).toMatchObject({
      __typename: 'LoggedOn',
    });
  });
});
