import { readFileSync, writeFileSync } from 'node:fs';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { authorized as authorizedOther, hashOf, logOnThroughBank } from './harness/bank-user.ts';
import { asSuperuser } from './harness/database.ts';
import { pins, type SeededContract, seedContract, seedUser } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';
import {
  everybody,
  nobody,
  type Transfer,
  transferSystem,
  type TransferSystem,
} from './harness/transfer-system.ts';
import { layWire, type Wire } from './harness/wire.ts';

let ground: Ground;
let server: OwnServer;
let wire: Wire;
let now: number;
let contract: SeededContract;
let system: TransferSystem;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => now });
  wire = await layWire(() => server.url);
});
afterAll(async () => {
  await wire.close();
  await server.close();
  await ground.clear();
});
beforeEach(async () => {
  now = Date.now();
  contract = await seedContract(server.url, ground);
  await seedUser(contract, 'Sato');
  system = transferSystem(ground);
});
afterEach(() => system.clear());

function transfer(more: Partial<Transfer> = {}): Transfer {
  return {
    id: 'T-1',
    contractId: contract.contractId,
    userId: 'Sato',
    from: '001-1234567',
    to: '0310-205-7654321',
    amount: 50_000,
    ...more,
  };
}

/** What Monban knows of the contract's authorisations. */
async function authorized() {
  const sql = asSuperuser(ground);
  const rows = await sql<{ status: string; captureReference: string | null }[]>`
    select status, capture_reference as "captureReference" from authorizations
    where contract_id = ${contract.contractId} order by authorized_at, capture_reference`;
  await sql.end();
  return rows.map(({ status, captureReference }) => `${status} ${captureReference ?? ''}`.trim());
}

const allSteps = ['INTENDED', 'AUTHORIZED', 'CAPTURED', 'PAID'];

describe('the example of a bank system', () => {
  it('has a transfer authorised, checks the token, captures and pays; asked again it pays no second time', async () => {
    const first = system.start(wire.url, [transfer()]);
    expect(await first.ended).toBe(0);
    expect(first.said.at(-1)).toBe('T-1 PAID');
    expect(system.steps()).toEqual(allSteps);
    const again = system.start(wire.url, [transfer()], nobody);
    expect(await again.ended).toBe(0);
    expect(system.steps()).toEqual(allSteps);
    expect(await authorized()).toEqual(['CAPTURED T-1']);
  });

  it('writes no PIN down', async () => {
    await system.start(wire.url, [transfer()]).ended;
    const written = readFileSync(system.journal, 'utf8');
    for (const pin of Object.values(pins)) expect(written).not.toContain(pin);
  });

  it('tells the person why not: over a limit, no permission; nothing is paid, and later it may be asked again', async () => {
    await seedUser(contract, 'Tanaka', { permissions: [], limits: [] });
    const over = transfer({ id: 'T-2', amount: 100_001 });
    const forbidden = transfer({ id: 'T-3', userId: 'Tanaka' });
    const run = system.start(wire.url, [over, forbidden]);
    expect(await run.ended).toBe(1);
    expect(await run.heard(/^T-2/)).toMatch(/^T-2 REFUSED LIMIT_EXCEEDED: .+/);
    expect(await run.heard(/^T-3/)).toMatch(/^T-3 REFUSED NOT_PERMITTED: .+/);
    expect(system.steps()).toEqual(['INTENDED', 'INTENDED']);
    expect(await authorized()).toEqual([]);
  });

  it('after a wrong PIN says how many entries are left, and asks for it anew instead of sending it again', async () => {
    const entered = [pins.user, pins.wrong, pins.userConfirmation];
    const run = system.start(wire.url, [transfer()], () => entered.shift() ?? '');
    expect(await run.ended).toBe(0);
    expect(run.said.filter((line) => line.endsWith(': 6.'))).toHaveLength(1);
    expect(entered).toEqual([]);
  });

  it('with a wrong user PIN nobody gets in, and it is not sent a second time', async () => {
    const run = system.start(wire.url, [transfer()], () => pins.wrong);
    expect(await run.ended).toBe(1);
    expect(run.said.filter((line) => line.endsWith('user PIN'))).toHaveLength(1);
    expect(await run.heard(/^T-1/)).toContain('LOGON_REFUSED');
  });

  it('waits as TRY_AGAIN tells it, and then asks again', async () => {
    const busy = { __typename: 'TryAgain', code: 'TRY_AGAIN', message: 'Busy.' };
    wire.instead('AuthorizeTransaction', { ...busy, retryAfterSeconds: 1 });
    const run = system.start(wire.url, [transfer()]);
    expect(await run.ended).toBe(0);
    expect(run.said.filter((line) => line.endsWith('confirmation PIN'))).toHaveLength(1);
    wire.instead('AuthorizeTransaction', { ...busy, retryAfterSeconds: 3600 });
    const long = system.start(wire.url, [transfer({ id: 'T-2' })]);
    expect(await long.ended).toBe(1);
    expect(await long.heard(/^T-2/)).toBe('T-2 REFUSED TRY_AGAIN: Busy.');
  });

  it('pays nothing where something else was authorised than it asks for', async () => {
    const seized = wire.seize('AuthorizeTransaction', 'ANSWER');
    const run = system.start(wire.url, [transfer()]);
    await seized;
    await run.kill();
    // The same number and key, and by the journal another amount.
    writeFileSync(
      system.journal,
      readFileSync(system.journal, 'utf8').replace('"amount":50000', '"amount":50001'),
    );
    const next = system.start(wire.url, [], nobody);
    expect(await next.ended).not.toBe(0);
    expect(next.said.join('\n')).toContain('amount differs');
    expect(system.steps()).toEqual(['INTENDED']);
  });

  it('pays nothing on a token for another bank system, or for another transfer', async () => {
    const run = system.start(wire.url, [transfer()], everybody, 'other-bank');
    expect(await run.ended).not.toBe(0);
    expect(run.said.at(-1)).toContain('"aud"');
    const sato = await logOnThroughBank(ground, server.url, contract, 'Sato');
    const { id, to, from: accountNumber, ...other } = transfer({ id: 'T-2' });
    const { token } = await authorizedOther(sato, { accountNumber, amount: other.amount });
    const transactionHash = hashOf(
      JSON.stringify(['transfer-1', id, accountNumber, to, other.amount]),
    );
    const told = { ...other, accountNumber, service: 'FUNDS_TRANSFER', action: 'EXECUTE' };
    wire.instead('AuthorizeTransaction', {
      __typename: 'TransactionAuthorized',
      authorization: { ...told, id: 'x', status: 'AUTHORIZED', transactionHash, token },
    });
    const exchanged = system.start(wire.url, [transfer({ id: 'T-2' })]);
    expect(await exchanged.ended).not.toBe(0);
    expect(exchanged.said.at(-1)).toContain('transactionHash differs');
    expect(system.steps('T-2')).toEqual(['INTENDED']);
  });

  it('is one process at a time: a second one on the same journal does not start', async () => {
    const seized = wire.seize('CaptureAuthorization', 'REQUEST');
    const run = system.start(wire.url, [transfer()]);
    await seized;
    const second = system.start(wire.url, [transfer()]);
    expect(await second.ended).not.toBe(0);
    expect(second.said.join('\n')).toContain(`Process ${run.process.pid} uses the journal`);
    await run.kill();
  });
});

const losses = [
  ['AuthorizeTransaction', 'REQUEST'],
  ['AuthorizeTransaction', 'ANSWER'],
  ['CaptureAuthorization', 'REQUEST'],
  ['CaptureAuthorization', 'ANSWER'],
] as const;

describe('a transfer is authorised, captured and paid exactly once', () => {
  it.each(losses)('when the network loses %s on the way (%s)', async (operation, when) => {
    const seized = wire.seize(operation, when);
    const run = system.start(wire.url, [transfer()]);
    (await seized).cut();
    expect(await run.ended).toBe(0);
    // It is asked by the key what became of it; the person enters nothing twice.
    expect(run.said.filter((line) => line.endsWith('confirmation PIN'))).toHaveLength(1);
    expect(system.steps()).toEqual(allSteps);
    expect(await authorized()).toEqual(['CAPTURED T-1']);
  });

  it.each(losses)('when it is killed while it waits for %s (%s)', async (operation, when) => {
    const seized = wire.seize(operation, when);
    const run = system.start(wire.url, [transfer()]);
    await seized;
    await run.kill();
    const alone = system.start(wire.url, [], nobody);
    await alone.ended;
    // Only where nothing was authorised the person is asked once more.
    const isLostAtAll = operation === 'AuthorizeTransaction' && when === 'REQUEST';
    expect(alone.said).toEqual([isLostAtAll ? 'T-1 WAITS_FOR_PERSON' : 'T-1 PAID']);
    const next = system.start(wire.url, [transfer()]);
    expect(await next.ended).toBe(0);
    expect(system.steps()).toEqual(allSteps);
    expect(await authorized()).toEqual(['CAPTURED T-1']);
  });

  it('when its journal ends in the middle of anything, a line too; where that leaves open whether it was paid, it stops', async () => {
    await system.start(wire.url, [transfer()]).ended;
    const whole = readFileSync(system.journal, 'utf8');
    const lines = whole.split(/(?<=\n)/);
    const endings = [0, 1, 2, 3].flatMap((kept) => [
      { kept, torn: '' },
      { kept, torn: (lines[kept] ?? '').slice(0, -5) },
    ]);
    for (const { kept, torn } of endings) {
      writeFileSync(system.journal, [...lines.slice(0, kept), torn].join(''));
      const run = system.start(wire.url, [transfer()]);
      const code = await run.ended;
      if (kept < 2) {
        // Captured, which a journal that has not even the authorisation can't have done.
        expect(code).not.toBe(0);
        expect(run.said.join('\n')).toContain('Find out whether it was paid');
      } else {
        expect(code).toBe(0);
        expect(system.steps()).toEqual(allSteps);
      }
    }
    expect(await authorized()).toEqual(['CAPTURED T-1']);
  });

  it('when it expired in between: its amount is free, and the person confirms it anew under another key', async () => {
    const seized = wire.seize('CaptureAuthorization', 'REQUEST');
    const run = system.start(wire.url, [transfer()]);
    await seized;
    await run.kill();
    now += 5 * 60_000;
    const next = system.start(wire.url, [transfer()]);
    expect(await next.ended).toBe(0);
    expect(await next.heard(/^T-1 REFUSED/)).toContain('NOT_ALLOWED_NOW');
    expect(next.said.at(-1)).toBe('T-1 PAID');
    expect(system.steps()).toEqual(['INTENDED', 'AUTHORIZED', 'VOIDED', ...allSteps]);
    expect(await authorized()).toEqual(['VOIDED', 'CAPTURED T-1']);
  });

  it('when it is killed again and again among many', async () => {
    const transfers = Array.from({ length: 40 }, (_, index) =>
      transfer({ id: `T-${index + 10}`, amount: 1000 + index }),
    );
    for (const last of [17, 29, 41]) {
      const run = system.start(wire.url, transfers);
      await run.heard(new RegExp(`^T-${last} PAID$`));
      await run.kill();
    }
    expect(await system.start(wire.url, transfers, everybody).ended).toBe(0);
    for (const { id } of transfers) {
      expect(system.steps(id).filter((step) => step === 'PAID')).toHaveLength(1);
    }
    expect(await authorized()).toEqual(transfers.map(({ id }) => `CAPTURED ${id}`));
  });
});
