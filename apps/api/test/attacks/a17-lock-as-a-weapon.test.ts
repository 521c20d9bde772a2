import { afterAll, beforeAll, expect, it } from 'vitest';

import { requireCertificates } from '../harness/certified.ts';
import { connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  ask,
  bank,
  bankToken,
  logOnUser,
  pins,
  seedContract,
  seedUser,
  type SeededContract,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

let ground: Ground;
let server: OwnServer;
let contracts: readonly SeededContract[];

beforeAll(async () => {
  ground = await layGround({ MONBAN_LOCKS_PER_HOUR: '3' });
  server = await startHere(ground);
  contracts = await Promise.all(
    Array.from({ length: 5 }, () => seedContract(server.url, ground, { lockLinkage: 'LINKED' })),
  );
  for (const contract of contracts) await seedUser(contract, 'Sato');
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

async function lockedContracts(): Promise<number> {
  const read = bank(server.url, ground, ['read']);
  const statuses = await Promise.all(
    contracts.map(async ({ contractId }) => {
      const { contract } = await read.send<{ contract: { status: string } }>(
        'query ($id: ContractId!) { contract(contractId: $id) { status } }',
        { id: contractId },
      );
      return contract.status;
    }),
  );
  return statuses.filter((status) => status === 'LOCKED').length;
}

it('A17: an address that has locked 3 contracts in an hour is put off for all, however many it attacks at once', async () => {
  const stranger = connect(server.url);
  await Promise.all(
    contracts.flatMap(({ contractId }) =>
      Array.from({ length: 20 }, () => logOnUser(stranger, contractId, 'Sato', pins.wrong)),
    ),
  );
  const locked = await lockedContracts();
  figure('A17', `5 contracts attacked at once from one address: ${locked} locked`);
  expect(locked).toBeLessThanOrEqual(3);
  const unlocked = contracts.length - locked;
  expect(unlocked).toBeGreaterThanOrEqual(2);
  for (const { contractId } of contracts) {
    expect(await logOnUser(stranger, contractId, 'Sato')).toMatchObject({ code: 'TRY_AGAIN' });
  }
});

it('A17: a stranger without a certificate locks nobody of a contract that asks for one, and costs them no error', async () => {
  const own = await layGround({ MONBAN_LOCKS_PER_HOUR: '1000000' });
  const here = await startHere(own);
  const company = await seedContract(here.url, own, { lockLinkage: 'LINKED' });
  await seedUser(company, 'Sato');
  await requireCertificates(bank(here.url, own, ['desk']), company.contractId);
  const tries = 300;
  await Promise.all(
    Array.from({ length: tries }, () =>
      logOnUser(connect(here.url), company.contractId, 'Sato', pins.wrong),
    ),
  );
  const sql = asSuperuser(own);
  const [row] = await sql<{ locks: number; wrong: number }[]>`
    select (select jsonb_array_length(locks) from contracts where contract_id = ${company.contractId}) as locks,
      (select sum(wrong_logon)::int from persons where contract_id = ${company.contractId}) as wrong`;
  await sql.end();
  await here.close();
  await own.clear();
  figure(
    'A17',
    `${tries} wrong entries without a certificate: ${row?.locks} locks, ${row?.wrong} counted`,
  );
  expect(row).toEqual({ locks: 0, wrong: 0 });
});

it('A17: people behind a bank’s front end log on by their own address, and the bank’s own is never limited', async () => {
  const open = await openOne();
  const token = `Bearer ${bankToken(ground, ['transactions'])}`;
  const own = connect(server.url, { authorization: token });
  expect(await logOnUser(own, open.contractId, 'Sato')).toMatchObject({ __typename: 'LoggedOn' });
  const elsewhere = connect(server.url, {
    authorization: token,
    'monban-client-address': '198.51.100.7',
  });
  expect(await logOnUser(elsewhere, open.contractId, 'Sato')).toMatchObject({
    __typename: 'LoggedOn',
  });
  const attacker = connect(server.url, {
    authorization: token,
    'monban-client-address': '127.0.0.1',
  });
  expect(await logOnUser(attacker, open.contractId, 'Sato')).toMatchObject({ code: 'TRY_AGAIN' });
});

/** One of the contracts, let back in by the desk. */
async function openOne(): Promise<SeededContract> {
  const [contract] = contracts;
  if (contract === undefined) throw new Error('seeded above');
  await ask(bank(server.url, ground, ['desk']), 'unlockContract', {
    contractId: contract.contractId,
  });
  return contract;
}
