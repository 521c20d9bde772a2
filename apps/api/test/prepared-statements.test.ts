import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { figure } from './harness/figure.ts';
import { fileOf, importUsers, prepare } from './harness/import-file.ts';
import { ask, pins, seedContract, type SeededContract, seedUser } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;
let contract: SeededContract;

const services = ['BALANCE_INQUIRY', 'ACTIVITY_STATEMENT', 'DIRECT_DEBIT', 'FILE_EXCHANGE'];
const rights = services.map((service) => ({ service, action: 'VIEW' }));
const limits = ['FUNDS_TRANSFER', 'BULK_TRANSFER', 'PAYROLL'].map((service) => ({
  service,
  limit: { perTransaction: 1, perDay: 1 },
}));
const confirmed = { confirmationPin: pins.contractConfirmation };

beforeAll(async () => {
  ground = await layGround();
  // All acts go over one connection, which can be asked what it keeps.
  server = await startHere(ground, { connections: 1 });
  contract = await seedContract(server.url, ground, {
    notificationAddress: 'office@yamada.example',
    services: [...services, ...limits.map(({ service }) => service)].map((service) => ({
      service,
    })),
  });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

function kept(): Promise<number> {
  return server.services.database.acting('-', async ({ queries }) => {
    const [row] = await queries.execute<{ count: number }>(
      sql`select count(*)::int as count from pg_prepared_statements`,
    );
    return row?.count ?? 0;
  });
}

let named = 0;

/** The administrator's acts on so many users, each with so many rights. */
async function workOn(many: number): Promise<void> {
  const newIds = Array.from({ length: many }, () => `Shain${(named += 1)}`);
  await importUsers(
    contract.administrator,
    fileOf(...newIds),
    await prepare(contract.administrator, newIds),
  );
  await seedUser(contract, `Ono${many}`, {
    email: `ono${many}@yamada.example`,
    permissions: rights.slice(0, many),
    limits: limits.slice(0, many),
  });
  const change = {
    permissions: rights.slice(0, many),
    limits: limits.slice(0, many),
    accounts: rights.slice(0, many).map((_, index) => String(index)),
  };
  for (const [index, each] of [change, { permissions: [], limits: [], accounts: [] }].entries()) {
    const users = newIds.map((userId) => ({ userId, expectedVersion: 1 + index }));
    const set = await ask(contract.administrator, 'setUserRights', {
      changes: [{ users, ...each }],
      ...confirmed,
    });
    expect(set.users).toHaveLength(many);
  }
}

it('A18: however many users, rights, entries and mails an act comes to, a connection keeps the same statements: they are never given up, and would fill the database’s memory', async () => {
  await workOn(1);
  const few = await kept();
  for (const many of [2, 3, 4]) await workOn(many);
  const more = await kept();
  figure('A18', `statements that a connection keeps: ${few} after acts on 1 user, ${more} on 2–4`);
  expect(more).toBe(few);
});
