import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connect } from '../harness/client.ts';
import { type Answered, ask, pins, seedContract, seedUser } from '../harness/seed.ts';
import { at, type House, openHouse, tally, word } from './house.ts';
import { historyOf, reservedOf, standingOf } from './standing.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ MONBAN_MAX_USERS: '1000' });
});
afterAll(() => house.close());

const administratorKey = '@administrator';

/** A contract whose administrator appoints users at both servers in turn. */
async function seedAdministrator() {
  const { contractId, administrator } = await seedContract(house.servers[0].url, house.ground, {
    lockLinkage: 'LINKED',
  });
  const appoint = (index: number, confirmationPin: string): Promise<Answered> =>
    ask(at(house.servers[index % 2 === 0 ? 0 : 1], administrator), 'addUser', {
      userId: `user${index}`,
      name: `User ${index}`,
      permissions: [],
      limits: [],
      confirmationPin,
    });
  return { person: { contractId, personKey: administratorKey }, appoint };
}

/** Whom a slow machine puts off, with nothing done and nothing counted, asks again as they are told to. */
async function appointed(act: () => Promise<Answered>): Promise<string> {
  const said = await word(act());
  return said === 'TRY_AGAIN' ? appointed(act) : said;
}

describe('A2: right entries at once, at two servers', () => {
  it('R4, R19: 200 acts with the right confirmation PIN all succeed, and nothing is counted: being in a crowd is no error', async () => {
    const { person, appoint } = await seedAdministrator();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        appointed(() => appoint(index, pins.contractConfirmation)),
      ),
    );
    const standing = await standingOf(house, person);
    console.log(
      `A2 200 right: ${tally(answers)['UserAdded'] ?? 0} succeed, count ${standing.wrong}`,
    );
    expect(tally(answers)).toEqual({ UserAdded: 200 });
    expect(standing).toMatchObject({ wrong: 0, inFlight: [], locked: 'NOBODY' });
    const events = await historyOf(house, person.contractId);
    expect(events.filter(({ type }) => type === 'USER_ADDED')).toHaveLength(200);
    expect(events.filter(({ type }) => type === 'WRONG_ENTRY')).toEqual([]);
  });

  it('R5, R20: 100 right logons of one user all succeed: each proves itself, the newest session stays', async () => {
    const contract = await seedContract(house.servers[0].url, house.ground);
    await seedUser(contract, 'Sato');
    const { contractId } = contract;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        word(
          ask(connect(house.servers[index % 2 === 0 ? 0 : 1].url), 'logOnUser', {
            contractId,
            userId: 'Sato',
            userPin: pins.user,
          }),
        ),
      ),
    );
    const standing = await standingOf(house, { contractId, personKey: 'sato' });
    console.log(
      `A2 100 right logons: ${tally(answers)['LoggedOn'] ?? 0} succeed, count ${standing.wrong}`,
    );
    expect(tally(answers)).toEqual({ LoggedOn: 100 });
    expect(standing).toMatchObject({ wrong: 0, inFlight: [], locked: 'NOBODY' });
  });

  it('R4, R19: among 6 wrong ones 100 right ones all succeed, and each success ends the row before it', async () => {
    const { person, appoint } = await seedAdministrator();
    const before = await reservedOf(house, person);
    const answers = await Promise.all(
      Array.from({ length: 106 }, (_, index) =>
        // Wrong ones from the first on, at either server.
        word(appoint(index, index % 21 === 0 ? pins.wrong : pins.contractConfirmation)),
      ),
    );
    const standing = await standingOf(house, person);
    console.log(
      `A2 100 right among 6 wrong: ${tally(answers)['UserAdded'] ?? 0} succeed, count ${standing.wrong}`,
    );
    expect(tally(answers)).toEqual({ UserAdded: 100, WRONG_PIN: 6 });
    expect(await reservedOf(house, person)).toBe(before + 106);
    expect(standing).toMatchObject({ inFlight: [], locked: 'NOBODY' });

    let inARow = 0;
    for (const event of await historyOf(house, person.contractId)) {
      if (event.type === 'USER_ADDED') inARow = 0;
      if (event.type === 'WRONG_ENTRY') expect(event.inARow).toBe((inARow += 1));
    }
    expect(standing.wrong).toBe(inARow);
    expect(standing.counts.confirmation).toBe(inARow);
  });

  it('R4, R19: one step from the lock, with room for one at a time, 30 right ones all wait for their turn and succeed', async () => {
    const { person, appoint } = await seedAdministrator();
    for (let index = 0; index < 6; index += 1) {
      expect(await word(appoint(index, pins.wrong))).toBe('WRONG_PIN');
    }
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        appointed(() => appoint(index, pins.contractConfirmation)),
      ),
    );
    console.log(`A2 30 right after 6 wrong: ${tally(answers)['UserAdded'] ?? 0} succeed`);
    expect(tally(answers)).toEqual({ UserAdded: 30 });
    expect(await standingOf(house, person)).toMatchObject({ wrong: 0, inFlight: [] });
  });
});
