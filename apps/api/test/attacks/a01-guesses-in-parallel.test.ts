import type { LockLinkage } from '@monban/domain/lockout';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { at, type House, openHouse, tally, word } from './house.ts';
import { reservedOf, standingOf, wrongEntriesOf } from './standing.ts';
import { codeInTheMail } from '../harness/address-code.ts';
import { ask, pins, seedContract } from '../harness/seed.ts';
import {
  administratorsMix,
  anyConfirmedAct,
  confirmedActs,
  contractConfirmationPin,
  contractPin,
  oneTimePassword,
  registrationPin,
  seedForEveryAct,
} from './administrator-targets.ts';
import { type Aim, serverFor } from './target.ts';
import {
  temporaryConfirmationPin,
  userConfirmationPin,
  userPin,
  usersMix,
} from './user-targets.ts';

/** The six secrets of the product's (R2–R7), and all that one person has of them at once. */
const aims: readonly (readonly [string, Aim])[] = [
  ['registration PIN', registrationPin],
  ['contract PIN', contractPin],
  ['contract confirmation PIN', contractConfirmationPin],
  ['user PIN', userPin],
  ['user confirmation PIN', userConfirmationPin],
  ['one-time password', oneTimePassword],
  ['an administrator’s mix', administratorsMix],
];

/** Further ways to the same counts. */
const sideAims: readonly (readonly [string, Aim])[] = [
  ['temporary confirmation PIN', temporaryConfirmationPin],
  ['a user’s mix', usersMix],
  ['each act that the administrator confirms, in turn', anyConfirmedAct],
];

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/**
 * What somebody may hear who guesses: wrong, no session any more, or a stranger's one answer. Of very many at once a
 * slow machine puts some off: those are compared with nothing.
 */
function refusalsOf(count: number): readonly string[] {
  const refusals = ['LOGON_REFUSED', 'WRONG_PIN', 'UNAUTHENTICATED'];
  return count > 100 ? [...refusals, 'TRY_AGAIN'] : refusals;
}

async function attack(name: string, aim: Aim, count: number, linkage: LockLinkage): Promise<void> {
  const target = await aim(house, linkage);
  const refusals = refusalsOf(count);
  const reservedBefore = await reservedOf(house, target);
  const comparedBefore = await house.compared(target, target.hashes);
  const reserved = async () => (await reservedOf(house, target)) - reservedBefore;

  const guesses = Array.from({ length: count }, (_, index) => word(target.wrong(index)));
  const crowd = Promise.all(guesses);
  // The seventh is in flight, the rest of the crowd on its way: the right one comes too late by a hair.
  const seventh = house.until(async () => (await reserved()) >= 7);
  const hidden = Promise.race([seventh, crowd]).then(() => word(target.right()));
  const [answers, right] = await Promise.all([crowd, hidden]);

  const compared = (await house.compared(target, target.hashes)) - comparedBefore;
  console.log(`A1 ${name}, N=${count}: ${compared} compared`);
  expect(compared).toBe(7);
  expect(await reserved()).toBe(7);
  expect(await wrongEntriesOf(house, target)).toBe(7);
  expect(await standingOf(house, target)).toMatchObject({
    wrong: 7,
    inFlight: [],
    locked: target.locks,
  });
  expect(refusals).toContain(right);
  expect(Object.keys(tally(answers)).filter((each) => !refusals.includes(each))).toEqual([]);
  expect(refusals).toContain(await word(target.right()));
}

describe.each(aims)('A1: wrong entries at once at two servers, %s', (name, aim) => {
  it.each([
    [8, 'UNLINKED'],
    [50, 'LINKED'],
    [100, 'LINKED'],
    [500, 'UNLINKED'],
  ] as const)(
    'R19–R21: of %i guesses 7 are compared with what is stored, and the right one behind them is refused',
    (count, linkage) => attack(name, aim, count, linkage),
  );
});

describe.each(sideAims)('A1: wrong entries at once at two servers, %s', (name, aim) => {
  it.each([
    [8, 'LINKED'],
    [50, 'UNLINKED'],
  ] as const)('R19, R20: of %i guesses 7 are compared there, too', (count, linkage) =>
    attack(name, aim, count, linkage),
  );
});

describe('A1: no way to confirm is left out', () => {
  it('R4: each act that the administrator confirms compares the PIN, and counts a wrong one', async () => {
    const { contractId, administrator } = await seedForEveryAct(house, 'UNLINKED');
    const person = { contractId, personKey: '@administrator' };
    const uncounted: string[] = [];
    for (const { name, input } of confirmedActs) {
      const said = await word(ask(administrator, name, { ...input, confirmationPin: pins.wrong }));
      const { wrong } = await standingOf(house, person);
      if (said !== 'WRONG_PIN' || wrong !== 1) uncounted.push(`${name}: ${said}, ${wrong} counted`);
      await house.sql`update persons set wrong_confirmation = 0 where contract_id = ${contractId}`;
    }
    console.log(`A1 ${confirmedActs.length} acts are confirmed: ${uncounted.length} do not count`);
    expect(uncounted).toEqual([]);
    expect(confirmedActs.length).toBeGreaterThan(15);
  });
});

describe('A1: the code that puts a mail address in force', () => {
  it('R10: of 60 guesses at once at two servers 5 are compared, and the right code behind them is refused', async () => {
    const address = 'second@yamada.example';
    const contract = await seedContract(house.servers[0].url, house.ground);
    const { contractId, administrator } = contract;
    const confirmed = { confirmationPin: pins.contractConfirmation };
    const [row] = await house.sql<{ version: number }[]>`
      select version from contracts where contract_id = ${contractId}`;
    await ask(administrator, 'setNotificationAddresses', {
      addresses: [address],
      expectedVersion: row?.version,
      ...confirmed,
    });
    const right = await codeInTheMail(house.ground, contractId, address);
    const enter = (index: number, code: string) =>
      word(
        ask(at(serverFor(house, index), administrator), 'confirmNotificationAddress', {
          address,
          code,
          ...confirmed,
        }),
      );
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        enter(index, String((Number(right) + 1 + index) % 1_000_000).padStart(6, '0')),
      ),
    );
    console.log(`A1 code of an address, N=60: ${tally(answers)['INVALID_INPUT'] ?? 0} compared`);
    expect(tally(answers)).toEqual({ INVALID_INPUT: 5, NOT_ALLOWED_NOW: 55 });
    expect(await enter(0, right)).toBe('NOT_ALLOWED_NOW');
  });
});
