import { japanDay } from '@monban/domain/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import { type OwnPostgres, startOwnPostgres } from './harness/own-postgres.ts';
import { type SeededContract, seedContract, seedUser } from './harness/seed.ts';
import type { ServerProcess } from './harness/server-process.ts';
import { startProcess } from './harness/server.ts';
import {
  type Run,
  type Transfer,
  transferSystem,
  type TransferSystem,
} from './harness/transfer-system.ts';

/** `TRANSFERS=2000` is the whole. */
const number = Number(process.env['TRANSFERS'] ?? 400);
const companies = 4;
const userIds = ['Sato', 'Tanaka'];

let store: OwnPostgres;
let server: ServerProcess;
let contracts: readonly SeededContract[];
let system: TransferSystem;

beforeAll(async () => {
  store = await startOwnPostgres();
  server = await startProcess(store.ground);
  contracts = await Promise.all(
    Array.from({ length: companies }, () => seedContract(server.url, store.ground)),
  );
  for (const userId of userIds) {
    await Promise.all(contracts.map((contract) => seedUser(contract, userId)));
  }
  system = transferSystem(store.ground);
});
afterAll(async () => {
  system.clear();
  await server.stop();
  await store.stop();
});

/** The same address, as whoever keeps a server running sees to: again, while the database is not back. */
async function serverComesBack(): Promise<void> {
  const { port } = new URL(server.url);
  for (let tries = 1; ; tries += 1) {
    try {
      server = await startProcess(store.ground, { PORT: port });
      return;
    } catch (fault) {
      if (tries === 20) throw fault;
    }
  }
}

function transfersOfAll(): readonly Transfer[] {
  return Array.from({ length: number }, (_, index) => ({
    id: `T-${index}`,
    contractId: contracts[index % companies]?.contractId ?? '',
    userId: userIds[Math.floor(index / companies) % userIds.length] ?? '',
    from: '001-1234567',
    to: '0310-205-7654321',
    amount: 500 + (index % 97),
  }));
}

interface Found {
  readonly contractId: string;
  readonly personKey: string;
  readonly status: string;
  readonly reference: string | null;
  readonly amount: number;
  readonly at: Date;
}

async function authorizations(): Promise<readonly Found[]> {
  const sql = asSuperuser(store.ground);
  const found = await sql<Found[]>`
    select contract_id as "contractId", person_key as "personKey", status, amount::int,
      capture_reference as reference, authorized_at as at
    from authorizations`;
  await sql.end();
  return found;
}

/** What the administrator sees: used today by the contract and by each user, 資金移動. */
async function usedToday({ administrator }: SeededContract) {
  const services = 'service usedToday';
  const { contract } = await administrator.send<{
    contract: { services: readonly Used[] } & Record<string, { limits: readonly Used[] }>;
  }>(
    `{ contract { services { ${services} } ${userIds
      .map((userId) => `${userId}: user(userId: "${userId}") { limits { ${services} } }`)
      .join(' ')} } }`,
  );
  const transfers = (list: readonly Used[] = []) =>
    list.find(({ service }) => service === 'FUNDS_TRANSFER')?.usedToday;
  return [
    transfers(contract.services),
    ...userIds.map((userId) => transfers(contract[userId]?.limits)),
  ];
}

interface Used {
  readonly service: string;
  readonly usedToday: number | null;
}

const sum = (found: readonly Found[]) => found.reduce((total, { amount }) => total + amount, 0);

it(
  `kill -9 of server, PostgreSQL and the bank system in the middle of ${number} transfers: each is authorised, captured and paid exactly once, and what is used is their sum`,
  { timeout: 600_000 },
  async () => {
    const transfers = transfersOfAll();
    const started = Date.now();
    const share = (part: number) => Math.round(number * part);
    const paid = (run: Run, part: number) => run.heard(/ PAID$/, share(part));

    const run = system.start(server.url, transfers);
    await paid(run, 0.2);
    await server.stop('SIGKILL');
    await serverComesBack();
    await paid(run, 0.4);
    await store.kill();
    await paid(run, 0.6);
    await run.kill();
    const second = system.start(server.url, transfers);
    await paid(second, 0.8);
    await Promise.all([server.stop('SIGKILL'), store.kill(), second.kill()]);
    await serverComesBack();
    const third = system.start(server.url, transfers);
    expect(await third.ended).toBe(0);

    const ids = transfers.map(({ id }) => id).toSorted();
    const payments = system.paid();
    expect(payments.toSorted()).toEqual(ids);
    const found = await authorizations();
    expect(found.filter(({ status }) => status !== 'CAPTURED')).toEqual([]);
    expect(found.map(({ reference }) => reference ?? '').toSorted()).toEqual(ids);

    const today = found.filter(({ at }) => japanDay(at.getTime()) === japanDay(Date.now()));
    for (const contract of contracts) {
      const own = today.filter(({ contractId }) => contractId === contract.contractId);
      const each = userIds.map((userId) =>
        sum(own.filter(({ personKey }) => personKey === userId.toLowerCase())),
      );
      expect(await usedToday(contract)).toEqual([sum(own), ...each]);
    }
    const asked = [run, second, third].flatMap(({ said }) =>
      said.filter((line) => line.endsWith('confirmation PIN')),
    );
    figure(
      'the bank system',
      `${number} transfers, server and PostgreSQL killed twice, itself twice, in ${Math.round((Date.now() - started) / 1000)} s: ` +
        `${payments.length} paid, ${new Set(payments).size} of them different; ${found.length} authorised and captured; ` +
        `0 reservations left; asked for a PIN ${asked.length} times`,
    );
  },
);
