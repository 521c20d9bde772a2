import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connect } from '../harness/client.ts';
import {
  type Answered,
  ask,
  challenge,
  logOnUser,
  pins,
  readCard,
  seedContract,
  seedUser,
} from '../harness/seed.ts';
import { misread } from './administrator-targets.ts';
import { at, type House, openHouse, word } from './house.ts';
import { reservedOf, standingOf, wrongEntriesOf } from './standing.ts';
import { guess, serverFor } from './target.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The steps of an attack, each at the other server than the one before. */
type Step = (index: number) => Promise<Answered>;

async function play(steps: readonly Step[]): Promise<readonly string[]> {
  const words: string[] = [];
  for (const [index, step] of steps.entries()) words.push(await word(step(index)));
  return words;
}

const times = (count: number, step: Step): readonly Step[] =>
  Array.from({ length: count }, () => step);

/** Sato of an unlinked contract, logged on; and a stranger who tries as Sato. */
async function seedSato() {
  const contract = await seedContract(house.servers[0].url, house.ground, {
    lockLinkage: 'UNLINKED',
  });
  const { contractId } = contract;
  const seeded = await seedUser(contract, 'Sato');
  let sato = seeded;
  const change = (
    index: number,
    kind: 'LOGON' | 'CONFIRMATION',
    newPin: string,
    currentPin: string,
    currentConfirmationPin: string,
  ): Promise<Answered> =>
    ask(at(serverFor(house, index), sato), 'changePin', {
      kind,
      newPin,
      currentPin,
      currentConfirmationPin,
    });
  return {
    person: { contractId, personKey: 'sato' },
    change,
    wrongPin: (index: number) =>
      logOnUser(connect(serverFor(house, index).url), contractId, 'Sato', guess(index)),
    /** Sato logs on again, and goes on in the new session. */
    rightPin: async (index: number) => {
      const again = connect(serverFor(house, index).url);
      const answer = await logOnUser(again, contractId, 'Sato');
      sato = again;
      return answer;
    },
    /** Beside the right PIN. */
    wrongConfirmation: (index: number) =>
      change(index, 'LOGON', 'quite-another-one', pins.user, guess(index)),
  };
}

/** An administrator who logs on with a card at hand; the session stays another one's. */
async function seedAdministrator() {
  const contract = await seedContract(house.servers[0].url, house.ground, {
    lockLinkage: 'UNLINKED',
  });
  await seedUser(contract, 'Sato');
  const { contractId, digits, administrator } = contract;
  const logOn = async (
    index: number,
    contractPin: string,
    entered: (right: string) => string,
  ): Promise<Answered> => {
    const stranger = connect(serverFor(house, index).url);
    const asked = await challenge(stranger, contractId);
    return ask(stranger, 'logOnAdministrator', {
      contractId,
      contractPin,
      oneTimePassword: entered(readCard(digits, asked)),
      challengeId: asked.id,
    });
  };
  const lock = (index: number, userId: string, confirmationPin: string): Promise<Answered> =>
    ask(at(serverFor(house, index), administrator), 'lockUser', { userId, confirmationPin });
  return {
    person: { contractId, personKey: '@administrator' },
    wrongPin: (index: number) => logOn(index, guess(index), (right) => right),
    /** Beside the right contract PIN. */
    wrongOneTimePassword: (index: number) => logOn(index, pins.contract, misread),
    wrongConfirmation: (index: number) => lock(index, 'Sato', guess(index)),
    rightConfirmationOfNothing: (index: number) => lock(index, 'Nobody', pins.contractConfirmation),
    rightConfirmation: (index: number) => lock(index, 'Sato', pins.contractConfirmation),
    right: (index: number) => logOn(index, pins.contract, (right) => right),
  };
}

async function report(
  name: string,
  person: { readonly contractId: string; readonly personKey: string },
): Promise<void> {
  const { wrong, locked } = await standingOf(house, person);
  console.log(
    `A4 ${name}: ${await wrongEntriesOf(house, person)} wrong entries, count ${wrong}, locked: ${locked}`,
  );
}

describe('A4: a row of wrong entries is ended by nothing but its own secret, right and in a complete success', () => {
  it('R5, R6, R20: a right logon PIN between wrong confirmation PINs: locked at the 7th wrong one', async () => {
    const { person, rightPin, wrongConfirmation } = await seedSato();
    const answers = await play([
      ...times(3, wrongConfirmation),
      rightPin,
      ...times(3, wrongConfirmation),
      rightPin,
      wrongConfirmation,
      rightPin,
    ]);
    await report('right logon PINs between wrong confirmation PINs', person);
    const wrong = 'WRONG_PIN';
    expect(answers).toEqual([
      wrong,
      wrong,
      wrong,
      'LoggedOn',
      wrong,
      wrong,
      wrong,
      'LoggedOn',
      wrong,
      'LOGON_REFUSED',
    ]);
    expect(await standingOf(house, person)).toMatchObject({
      counts: { logon: 0, confirmation: 7 },
      locked: 'PERSON',
    });
    expect(await wrongEntriesOf(house, person)).toBe(7);
  });

  it('R3, R7, R21: a right contract PIN beside a wrong one-time password clears nothing: 3 wrong PINs, 3 wrong passwords, 1 wrong PIN lock', async () => {
    const { person, wrongPin, wrongOneTimePassword, right } = await seedAdministrator();
    const six = await play([...times(3, wrongPin), ...times(3, wrongOneTimePassword)]);
    expect(await standingOf(house, person)).toMatchObject({
      counts: { logon: 3, oneTimePassword: 3 },
      locked: 'NOBODY',
    });
    const rest = await play([wrongPin, right]);
    await report('right contract PINs beside wrong one-time passwords', person);
    expect(new Set([...six, ...rest])).toEqual(new Set(['LOGON_REFUSED']));
    expect(await standingOf(house, person)).toMatchObject({
      counts: { logon: 4, oneTimePassword: 3 },
      locked: 'CONTRACT',
    });
  });

  it('R20: 4 wrong user PINs and 3 wrong confirmation PINs are 7 in a row', async () => {
    const { person, wrongPin, wrongConfirmation, rightPin } = await seedSato();
    const answers = await play([...times(4, wrongPin), ...times(3, wrongConfirmation), rightPin]);
    await report('4 wrong of one secret and 3 of another', person);
    expect(answers.slice(4)).toEqual(['WRONG_PIN', 'WRONG_PIN', 'WRONG_PIN', 'LOGON_REFUSED']);
    expect(await standingOf(house, person)).toMatchObject({
      counts: { logon: 4, confirmation: 3 },
      locked: 'PERSON',
    });
  });

  it('R4, R21: a right confirmation PIN whose act is refused clears nothing; one whose act is done clears its own share alone', async () => {
    const {
      person,
      wrongOneTimePassword,
      wrongConfirmation,
      rightConfirmationOfNothing,
      rightConfirmation,
    } = await seedAdministrator();
    await play([...times(2, wrongOneTimePassword), ...times(4, wrongConfirmation)]);
    expect(await play([rightConfirmationOfNothing])).toEqual(['NOT_FOUND']);
    await report('a right confirmation PIN for a user who is not there', person);
    expect(await standingOf(house, person)).toMatchObject({
      counts: { confirmation: 4, oneTimePassword: 2 },
      inFlight: [],
    });
    expect(await play([rightConfirmation])).toEqual(['UserLocked']);
    expect(await standingOf(house, person)).toMatchObject({
      counts: { confirmation: 0, oneTimePassword: 2 },
      inFlight: [],
    });
  });

  it('R3, R7: a complete logon ends the rows of both its secrets, and not that of the confirmation PIN', async () => {
    const { person, wrongPin, wrongOneTimePassword, wrongConfirmation, right } =
      await seedAdministrator();
    await play([
      ...times(2, wrongConfirmation),
      ...times(2, wrongPin),
      ...times(2, wrongOneTimePassword),
    ]);
    expect(await play([right])).toEqual(['LoggedOn']);
    expect(await standingOf(house, person)).toMatchObject({
      counts: { logon: 0, oneTimePassword: 0, confirmation: 2 },
      locked: 'NOBODY',
    });
  });
});

describe('A4: “the same as the other PIN” is judged against what was entered, and tells nothing of what is stored', () => {
  it('R22: 50 tries of changePin with guesses of the confirmation PIN, the right one among them: one answer, 0 compared', async () => {
    const { person, change } = await seedSato();
    const before = {
      compared: await house.compared(person, ['logon_hash', 'confirmation_hash']),
      reserved: await reservedOf(house, person),
    };
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const guessed = index === 25 ? pins.userConfirmation : guess(index);
        const { problems = [], ...answer } = await change(
          index,
          'LOGON',
          guessed,
          pins.user,
          guessed,
        );
        return JSON.stringify({ ...answer, problems });
      }),
    );
    const compared =
      (await house.compared(person, ['logon_hash', 'confirmation_hash'])) - before.compared;
    const reserved = (await reservedOf(house, person)) - before.reserved;
    console.log(
      `A4 changePin as an oracle: 50 guesses, ${compared} compared, ${reserved} reserved, ${new Set(answers).size} answer`,
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('SAME_AS_PARTNER');
    expect(compared).toBe(0);
    expect(reserved).toBe(0);
    expect(await standingOf(house, person)).toMatchObject({ wrong: 0, inFlight: [] });
  });

  it('R22: whoever wants to hear whether a new PIN is the stored other one has every try counted: locked at 7', async () => {
    const { person, change, rightPin } = await seedSato();
    const before = await house.compared(person, ['confirmation_hash']);
    // The new logon PIN is the true confirmation PIN; what is entered as the confirmation PIN is not.
    const oracle = (index: number) =>
      change(index, 'LOGON', pins.userConfirmation, pins.user, guess(index));
    const other = (index: number) =>
      change(index, 'CONFIRMATION', pins.user, guess(index), pins.userConfirmation);
    const answers = await play([...times(4, oracle), ...times(3, other), rightPin]);
    const compared = (await house.compared(person, ['confirmation_hash'])) - before;
    console.log(
      `A4 the other PIN as the new one: ${compared} compared, ${await wrongEntriesOf(house, person)} counted`,
    );
    expect(answers).toEqual([...Array.from({ length: 7 }, () => 'WRONG_PIN'), 'LOGON_REFUSED']);
    expect(compared).toBe(7);
    expect(await standingOf(house, person)).toMatchObject({
      counts: { logon: 3, confirmation: 4 },
      locked: 'PERSON',
    });
  });
});
