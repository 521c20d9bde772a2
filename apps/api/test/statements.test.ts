import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Database } from '../src/db/client.ts';
import { statement, type Value } from '../src/db/statement.ts';
import { contracts, notificationAddresses } from '../src/db/tables/contracts.ts';
import { persons } from '../src/db/tables/persons.ts';
import { together } from '../src/db/write.ts';
import { insertion, update } from '../src/db/writes.ts';
import { selectContract } from '../src/modules/contracts/contract.store.ts';
import { selectPerson } from '../src/modules/users/user.store.ts';
import { openContract } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;
let database: Database;
let contractId: string;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
  database = server.services.database;
  ({ contractId } = await openContract(server.url, ground));
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

const insertAddresses = insertion(notificationAddresses);
const changeAddress = update(notificationAddresses, 'contractId', 'address');
const changeContract = update(contracts, 'contractId');
const changePerson = update(persons, 'contractId', 'personKey');
const findAddress = statement((queries, contract: Value<string>, address: Value<string>) =>
  queries
    .select()
    .from(notificationAddresses)
    .where(
      and(
        eq(notificationAddresses.contractId, contract),
        eq(notificationAddresses.address, address),
      ),
    ),
);

const addedAt = Date.UTC(2026, 3, 1);
const leavesAt = Date.UTC(2026, 4, 1);

it('R10: a moment that is none stays none, though the statement was first written for one: no address leaves in 1970', async () => {
  const row = { contractId, status: 'IN_FORCE', addedAt } as const;
  await database.acting(contractId, async ({ queries }) => {
    await insertAddresses(queries, { ...row, address: 'leaving@example.com', leavesAt });
    await insertAddresses(
      queries,
      { ...row, address: 'staying@example.com', leavesAt: null },
      { ...row, address: 'going@example.com', leavesAt },
    );
  });
  const found = async (address: string) =>
    (await findAddress(database.lookingUp(contractId), contractId, address))[0];
  expect(await found('leaving@example.com')).toMatchObject({
    ...row,
    address: 'leaving@example.com',
    leavesAt,
  });
  expect(await found('staying@example.com')).toMatchObject({ leavesAt: null });
  expect(await found('going@example.com')).toMatchObject({ leavesAt });

  const at = { contractId, address: 'staying@example.com' };
  const change = (changes: Parameters<typeof changeAddress>[2]) =>
    database.acting(contractId, ({ queries }) => changeAddress(queries, at, changes).execute());
  await change({ leavesAt });
  expect(await found('staying@example.com')).toMatchObject({ leavesAt });
  await change({ leavesAt: null, status: 'IN_FORCE' });
  expect(await found('staying@example.com')).toMatchObject({ leavesAt: null, status: 'IN_FORCE' });
  expect(await found('going@example.com')).toMatchObject({ leavesAt });
});

it('A11: a look-up by a known statement sees the rows of its own contract, whatever it asks for', async () => {
  const other = await openContract(server.url, ground);
  const elsewhere = database.lookingUp(other.contractId);
  expect(await findAddress(elsewhere, contractId, 'leaving@example.com')).toEqual([]);
});

it('A15: writes that travel as one statement each write what they say; two to one table, of which one would be lost, are none', async () => {
  const administrator = { contractId, personKey: '@administrator' };
  const address = { contractId, address: 'together@example.com' };
  const adding = { ...address, status: 'IN_FORCE', addedAt } as const;
  await database.acting(contractId, ({ queries, atCommit }) => {
    atCommit(
      together([
        changePerson(queries, administrator, { name: 'Yamada Hanako', version: 7 }),
        changeContract(queries, { contractId }, { name: 'Yamada Trading', version: 8 }),
        insertAddresses(queries, adding),
      ]),
    );
    return Promise.resolve();
  });
  expect(await selectPerson(database.reading(contractId), contractId, '@administrator')).toEqual([
    expect.objectContaining({ name: 'Yamada Hanako', version: 7 }),
  ]);
  expect(await selectContract(database.reading(contractId), contractId)).toEqual([
    expect.objectContaining({ name: 'Yamada Trading', version: 8 }),
  ]);
  const channel = database.lookingUp(contractId);
  expect(await findAddress(channel, contractId, address.address)).toMatchObject([adding]);

  const twice = () =>
    together([changeAddress(channel, address, { leavesAt }), insertAddresses(channel, adding)]);
  expect(twice).toThrow('two statements');
});

it('A11: nor do writes that travel together reach another contract, whatever they say', async () => {
  const other = await openContract(server.url, ground);
  await database.acting(other.contractId, ({ queries, atCommit }) => {
    const changes = { name: 'Taken over' };
    atCommit(
      together([
        changePerson(queries, { contractId, personKey: '@administrator' }, changes),
        changeContract(queries, { contractId }, changes),
      ]),
    );
    return Promise.resolve();
  });
  const [contract] = await selectContract(database.reading(contractId), contractId);
  expect(contract?.name).toBe('Yamada Trading');
});
