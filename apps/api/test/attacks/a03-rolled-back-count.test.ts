import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connect } from '../harness/client.ts';
import { ask, pins, type SeededContract, seedContract, seedUser } from '../harness/seed.ts';
import { type House, openHouse, word } from './house.ts';
import { breakWrites, enterAndHangUp, hold, overdue } from './mishaps.ts';
import { reservedOf, standingOf, weightsOf, wrongEntriesOf } from './standing.ts';
import { guess, serverFor } from './target.ts';

let house: House;

beforeAll(async () => {
  // Long enough for those who only wait on a slow machine, short enough for the one that is to be cut off.
  house = await openHouse({}, '?statement_timeout=8000');
});
afterAll(() => house.close());

interface Sato {
  readonly contract: SeededContract;
  readonly person: { readonly contractId: string; readonly personKey: string };
  /** A logon of Sato's, at the server of that index. */
  logOn(index: number, userPin: string): Promise<string>;
}

async function seedSato(): Promise<Sato> {
  const contract = await seedContract(house.servers[0].url, house.ground);
  await seedUser(contract, 'Sato');
  const { contractId } = contract;
  return {
    contract,
    person: { contractId, personKey: 'sato' },
    logOn: (index, userPin) =>
      word(ask(connect(serverFor(house, index).url), 'logOnUser', logon(contractId, userPin))),
  };
}

const logon = (contractId: string, userPin: string) => ({ contractId, userId: 'Sato', userPin });

/** Whatever went wrong: seven were compared, seven are counted, and the right PIN comes too late. */
async function expectLockedAtSeven(
  sato: Sato,
  name: string,
  comparedBefore: number,
): Promise<void> {
  const { person, logOn } = sato;
  await overdue(house, person);
  expect(await logOn(0, pins.user)).toBe('LOGON_REFUSED');
  const compared = (await house.compared(person, ['logon_hash'])) - comparedBefore;
  const standing = await standingOf(house, person);
  console.log(`A3 ${name}: ${compared} compared, ${standing.wrong} counted`);
  expect(compared).toBe(7);
  expect(standing).toMatchObject({ wrong: 7, inFlight: [], locked: 'PERSON' });
  expect(await wrongEntriesOf(house, person)).toBe(7);
}

/** Counts and marks together, over the steps since: wrong entries only add to them. */
async function expectNeverLess(sato: Sato, from: number): Promise<void> {
  const weights = (await weightsOf(house, sato.person)).slice(from);
  expect(weights).toEqual(weights.toSorted((one, other) => one - other));
}

describe('A3: what goes wrong after the comparison takes no count back', () => {
  it('R20: the database refuses to write seven wrong entries down: they weigh, and lock', async () => {
    const sato = await seedSato();
    const compared = await house.compared(sato.person, ['logon_hash']);
    const steps = (await weightsOf(house, sato.person)).length;
    const mend = await breakWrites(
      house,
      sato.person.contractId,
      'history_entries',
      `new.event ->> 'type' = 'WRONG_ENTRY'`,
    );
    const answers = await Promise.all(
      Array.from({ length: 7 }, (_, index) => sato.logOn(index, guess(index))),
    );
    expect(new Set(answers)).toEqual(new Set(['INTERNAL_SERVER_ERROR']));
    expect((await standingOf(house, sato.person)).inFlight).toHaveLength(7);
    await mend();
    await expectLockedAtSeven(sato, 'exception', compared);
    await expectNeverLess(sato, steps);
  });

  it('R20: seven who hang up before the answer are counted as seven who wait for it', async () => {
    const sato = await seedSato();
    const compared = await house.compared(sato.person, ['logon_hash']);
    const steps = (await weightsOf(house, sato.person)).length;
    for (let index = 0; index < 7; index += 1) {
      await enterAndHangUp(
        house,
        sato.person,
        serverFor(house, index),
        logon(sato.person.contractId, guess(index)),
      );
    }
    await expectLockedAtSeven(sato, 'closed socket', compared);
    await expectNeverLess(sato, steps);
  });

  it('R20: wrong entries whose statements are cut off for taking too long count with the rest', async () => {
    const sato = await seedSato();
    const compared = await house.compared(sato.person, ['logon_hash']);
    const steps = (await weightsOf(house, sato.person)).length;
    const held = await hold(house, 'contracts', sato.person.contractId);
    expect(await Promise.all([sato.logOn(0, guess(0)), sato.logOn(1, guess(1))])).toEqual([
      'INTERNAL_SERVER_ERROR',
      'INTERNAL_SERVER_ERROR',
    ]);
    await held.letGo();
    for (let index = 2; index < 7; index += 1)
      expect(await sato.logOn(index, guess(index))).toBe('LOGON_REFUSED');
    await expectLockedAtSeven(sato, 'statement timeout', compared);
    await expectNeverLess(sato, steps);
  });

  it('R20: a server killed between comparing and counting: its attempt is a wrong one when its 10 seconds are over', async () => {
    const sato = await seedSato();
    const compared = await house.compared(sato.person, ['logon_hash']);
    const steps = (await weightsOf(house, sato.person)).length;
    const doomed = await house.start();
    const held = await hold(house, 'contracts', sato.person.contractId);
    const lost = ask(
      connect(doomed.url),
      'logOnUser',
      logon(sato.person.contractId, guess(0)),
    ).catch(() => null);
    await held.wanted();
    await doomed.stop('SIGKILL');
    expect(await lost).toBe(null);
    await held.letGo();
    expect(await standingOf(house, sato.person)).toMatchObject({
      wrong: 0,
      inFlight: [{ secret: 'LOGON_PIN' }],
    });
    for (let index = 1; index < 7; index += 1)
      expect(await sato.logOn(index, guess(index))).toBe('LOGON_REFUSED');
    await expectLockedAtSeven(sato, 'kill -9', compared);
    await expectNeverLess(sato, steps);
  });
});

describe('A3: a right entry is made no wrong one by what goes wrong with us', () => {
  /** The administrator, three steps on the way to a lock of everybody's. */
  async function seedErring() {
    const { contract } = await seedSato();
    const { contractId, administrator } = contract;
    const lockSato = (confirmationPin: string) =>
      word(ask(administrator, 'lockUser', { userId: 'Sato', confirmationPin }));
    for (let index = 0; index < 3; index += 1)
      expect(await lockSato(guess(index))).toBe('WRONG_PIN');
    return { person: { contractId, personKey: '@administrator' }, lockSato };
  }

  it.each([
    [
      'exception',
      (contractId: string) => breakWrites(house, contractId, 'persons', `new.locks <> '[]'`),
    ],
    [
      'statement timeout',
      async (contractId: string) => (await hold(house, 'persons', contractId, 'sato')).letGo,
    ],
  ] as const)(
    'R4, R21: %s in the act: the count stays as it was, and the act can be asked for again',
    async (name, mishap) => {
      const { person, lockSato } = await seedErring();
      const before = await reservedOf(house, person);
      const mend = await mishap(person.contractId);
      expect(await lockSato(pins.contractConfirmation)).toBe('INTERNAL_SERVER_ERROR');
      const after = await standingOf(house, person);
      console.log(`A3 ${name} in a right entry's act: count 3 before, ${after.wrong} after`);
      expect(await reservedOf(house, person)).toBe(before + 1);
      expect(after).toMatchObject({ wrong: 3, inFlight: [], locked: 'NOBODY' });
      expect(await standingOf(house, { ...person, personKey: 'sato' })).toMatchObject({
        locked: 'NOBODY',
      });
      await mend();
      expect(await lockSato(pins.contractConfirmation)).toBe('UserLocked');
      expect(await standingOf(house, person)).toMatchObject({ wrong: 0, inFlight: [] });
    },
  );

  it('R4, R21: the connection to the database is lost in the act: the count stays as it was', async () => {
    const { person, lockSato } = await seedErring();
    const held = await hold(house, 'persons', person.contractId, 'sato');
    const answer = lockSato(pins.contractConfirmation);
    await held.wanted();
    await held.cutOff();
    expect(await answer).toBe('INTERNAL_SERVER_ERROR');
    await held.letGo();
    const after = await standingOf(house, person);
    console.log(`A3 lost connection in a right entry's act: count 3 before, ${after.wrong} after`);
    expect(after).toMatchObject({ wrong: 3, inFlight: [], locked: 'NOBODY' });
    expect(await lockSato(pins.contractConfirmation)).toBe('UserLocked');
  });

  it('R5: whoever hangs up after entering the right PIN has entered the right PIN', async () => {
    const sato = await seedSato();
    for (let index = 0; index < 3; index += 1) await sato.logOn(index, guess(index));
    await enterAndHangUp(
      house,
      sato.person,
      house.servers[0],
      logon(sato.person.contractId, pins.user),
    );
    expect(await standingOf(house, sato.person)).toMatchObject({
      wrong: 0,
      inFlight: [],
      locked: 'NOBODY',
    });
  });

  it('a right entry in flight at a kill weighs one until somebody succeeds after its 10 seconds, and locks nobody', async () => {
    const sato = await seedSato();
    const doomed = await house.start();
    const held = await hold(house, 'contracts', sato.person.contractId);
    const lost = ask(
      connect(doomed.url),
      'logOnUser',
      logon(sato.person.contractId, pins.user),
    ).catch(() => null);
    await held.wanted();
    await doomed.stop('SIGKILL');
    expect(await lost).toBe(null);
    await held.letGo();
    await overdue(house, sato.person);
    expect(await sato.logOn(0, pins.user)).toBe('LoggedOn');
    expect(await wrongEntriesOf(house, sato.person)).toBe(1);
    expect(await standingOf(house, sato.person)).toMatchObject({
      wrong: 0,
      inFlight: [],
      locked: 'NOBODY',
    });
  });
});
