import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sweepExpired } from '../src/sweep.ts';
import {
  authorize,
  type BankUser,
  capture,
  giveUp,
  logOnThroughBank,
} from './harness/bank-user.ts';
import { ask, pins, seedContract, seedUser } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const service = 'FUNDS_TRANSFER';
const userIds = ['Sato', 'Tanaka'] as const;
const unit = 1000;
const ceiling = { perTransaction: 12 * unit, perDay: 20 * unit };
const expiry = 300_000;

let ground: Ground;
let server: OwnServer;
const day = 86_400_000;
/** An hour past the next midnight in Japan: all of a play is one day. */
const start = Math.ceil((Date.now() + 9 * 3_600_000) / day) * day - 8 * 3_600_000;
let now = start;

beforeAll(async () => {
  ground = await layGround({ MONBAN_IDLE_SECONDS: '86400' });
  server = await startHere(ground, { now: () => now });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

type Step =
  | { readonly do: 'AUTHORIZE'; readonly who: 0 | 1; readonly amount: number }
  | { readonly do: 'CAPTURE' | 'VOID'; readonly which: number }
  | { readonly do: 'EXPIRE' | 'SWEEP' }
  | { readonly do: 'LOWER_USER'; readonly who: 0 | 1; readonly perDay: number }
  | { readonly do: 'LOWER_CONTRACT'; readonly perDay: number };

const who = fc.constantFrom(0 as const, 1 as const);
const units = (max: number) => fc.integer({ min: 1, max }).map((each) => each * unit);
const which = fc.nat(30);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('AUTHORIZE' as const), who, amount: units(13) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('CAPTURE', 'VOID'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('EXPIRE', 'SWEEP') }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('LOWER_USER' as const), who, perDay: units(15) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('LOWER_CONTRACT' as const), perDay: units(20) }),
  },
);

/** The whole of it as a bank clerk would keep it on paper. */
interface Paper {
  contract: number;
  readonly users: number[];
  readonly given: {
    readonly id: string;
    readonly who: 0 | 1;
    readonly amount: number;
    readonly until: number;
    state: 'OPEN' | 'CAPTURED' | 'VOID';
  }[];
}

const counts = (paper: Paper, of?: 0 | 1): number =>
  paper.given
    .filter(({ state, until }) => state === 'CAPTURED' || (state === 'OPEN' && until > now))
    .filter((one) => of === undefined || one.who === of)
    .reduce((sum, { amount }) => sum + amount, 0);

describe('R14: reserved and captured together', () => {
  it('never exceed any limit at the moment of authorising, whatever is authorised, captured, voided, left to expire or lowered in whatever order; and what fits is never refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), playThrough),
      { numRuns: 25 },
    );
  });
});

async function playThrough(steps: readonly Step[]): Promise<void> {
  now = start;
  const contract = await seedContract(server.url, ground, { services: [{ service, ceiling }] });
  const users: BankUser[] = [];
  for (const userId of userIds) {
    await seedUser(contract, userId, { limits: [{ service, limit: ceiling }] });
    users.push(await logOnThroughBank(ground, server.url, contract, userId));
  }
  const paper: Paper = {
    contract: ceiling.perDay,
    users: [ceiling.perDay, ceiling.perDay],
    given: [],
  };
  const confirmed = { confirmationPin: pins.contractConfirmation };
  const userOf = (index: 0 | 1): BankUser => users[index] ?? raise();

  for (const one of steps) {
    switch (one.do) {
      case 'AUTHORIZE': {
        const left = Math.min(
          (paper.users[one.who] ?? 0) - counts(paper, one.who),
          paper.contract - counts(paper),
          ceiling.perTransaction,
        );
        const answer = await authorize(userOf(one.who), { amount: one.amount });
        expect(answer.code ?? answer.__typename).toBe(
          one.amount <= left ? 'TransactionAuthorized' : 'LIMIT_EXCEEDED',
        );
        if (answer.authorization !== undefined) {
          const { id } = answer.authorization;
          paper.given.push({
            id,
            who: one.who,
            amount: one.amount,
            until: now + expiry,
            state: 'OPEN',
          });
        }
        break;
      }
      case 'CAPTURE':
      case 'VOID': {
        const given = paper.given[one.which % Math.max(1, paper.given.length)];
        if (given === undefined) break;
        const open = given.state === 'OPEN' && given.until > now;
        const { system } = userOf(given.who);
        const answer =
          one.do === 'CAPTURE' ? await capture(system, given.id) : await giveUp(system, given.id);
        const works =
          one.do === 'CAPTURE' ? open || given.state === 'CAPTURED' : given.state !== 'CAPTURED';
        expect(answer.code ?? 'DONE').toBe(works ? 'DONE' : 'NOT_ALLOWED_NOW');
        if (open) given.state = one.do === 'CAPTURE' ? 'CAPTURED' : 'VOID';
        break;
      }
      case 'EXPIRE':
        now += expiry;
        break;
      case 'SWEEP':
        await sweepExpired(server.services);
        break;
      case 'LOWER_USER': {
        const limit = { perTransaction: Math.min(one.perDay, ceiling.perTransaction), ...one };
        const { contract: seen } = await contract.administrator.send<{
          contract: { user: { version: number } };
        }>(`query ($id: UserId!) { contract { user(userId: $id) { version } } }`, {
          id: userIds[one.who],
        });
        const answer = await ask(contract.administrator, 'setUserLimits', {
          userId: userIds[one.who],
          limits: [
            { service, limit: { perTransaction: limit.perTransaction, perDay: limit.perDay } },
          ],
          expectedVersion: seen.user.version,
          ...confirmed,
        });
        expect(answer.__typename).toBe('UserLimitsSet');
        paper.users[one.who] = one.perDay;
        break;
      }
      case 'LOWER_CONTRACT': {
        const { contract: seen } = await contract.administrator.send<{
          contract: { version: number };
        }>(`{ contract { version } }`);
        const perTransaction = Math.min(one.perDay, ceiling.perTransaction);
        const answer = await ask(contract.administrator, 'setContractLimits', {
          limits: [{ service, limit: { perTransaction, perDay: one.perDay } }],
          expectedVersion: seen.version,
          ...confirmed,
        });
        expect(answer.__typename).toBe('ContractLimitsSet');
        paper.contract = one.perDay;
        break;
      }
    }
    const { contract: books } = await contract.administrator.send<{
      contract: {
        services: readonly { usedToday: number }[];
        users: { nodes: readonly { limits: readonly { usedToday: number }[] }[] };
      };
    }>(
      `{ contract { services { usedToday } users(first: 2) { nodes { limits { usedToday } } } } }`,
    );
    expect({
      contract: books.services[0]?.usedToday,
      users: books.users.nodes.map(({ limits }) => limits[0]?.usedToday),
    }).toEqual({ contract: counts(paper), users: [counts(paper, 0), counts(paper, 1)] });
  }
}

function raise(): never {
  throw new Error('Nobody is there.');
}
