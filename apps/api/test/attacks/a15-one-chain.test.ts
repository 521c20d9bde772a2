import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Database, openDatabase } from '../../src/db/client.ts';
import { verifyHistory } from '../../src/history/verify-history.ts';
import { type Client, connect } from '../harness/client.ts';
import { figure } from '../harness/figure.ts';
import { ask, bank, logOnUser, pins, seedContract, seedUser } from '../harness/seed.ts';
import { at, type House, openHouse, tally, word } from './house.ts';
import { historyOf } from './standing.ts';

let house: House;
let database: Database;

beforeAll(async () => {
  house = await openHouse({ MONBAN_MAX_USERS: '1000' });
  database = openDatabase(house.ground.database.applicationUrl);
});
afterAll(async () => {
  await database.close();
  await house.close();
});

const acts = 1_000;
const userIds = Array.from({ length: 5 }, (_, index) => `Sato${index}`);

/** Nothing came back. */
const unheard = 'no answer';
/** What each deed is told as, by its answer. */
const entryOf = {
  CONTRACT_RENAMED: 'ContractRenamed',
  USER_LOGGED_ON: 'LoggedOn',
  USER_ADDED: 'UserAdded',
};

describe('A15: acts at once make one chain', () => {
  it('1,000 acts of desk, administrator, users and strangers in one contract, at two servers: no fork, no gap, every hash right, an entry for each act that was answered', async () => {
    const contract = await seedContract(house.servers[0].url, house.ground);
    const { contractId, administrator } = contract;
    for (const userId of userIds) await seedUser(contract, userId);
    const before = (await historyOf(house, contractId)).length;

    /** What happens at once, each the fourth of all: at either server in turn. */
    const deeds: readonly ((index: number, url: string, there: Client) => Promise<string>)[] = [
      (index, url) =>
        word(
          ask(bank(url, house.ground, ['desk']), 'renameContract', {
            contractId,
            // Each time another: what stays as it is leaves no trace.
            name: `Yamada ${index}`,
          }),
        ),
      (index, url) =>
        word(logOnUser(connect(url), contractId, userIds[index % userIds.length] ?? '')),
      (index, _url, there) =>
        word(
          ask(there, 'addUser', {
            userId: `new${index}`,
            name: `New ${index}`,
            permissions: [],
            limits: [],
            confirmationPin: pins.contractConfirmation,
          }),
        ),
      (index, url) => word(logOnUser(connect(url), contractId, `nobody${index}`)),
    ];
    const words = await Promise.all(
      Array.from({ length: acts }, async (_, index) => {
        const server = house.servers[Math.floor(index / deeds.length) % 2 === 0 ? 0 : 1];
        const deed = deeds[index % deeds.length];
        const said = await deed?.(index, server.url, at(server, administrator)).catch(
          () => unheard,
        );
        return said ?? unheard;
      }),
    );
    const answered = tally(words);

    const numbers = await house.sql<{ number: number }[]>`
      select number::int as number from history_entries where contract_id = ${contractId} order by number`;
    const events = (await historyOf(house, contractId)).slice(before);
    const told = tally(events.map(({ type }) => type));
    const verified = [];
    for await (const each of verifyHistory(database, { contractId, kept: new Map() }))
      verified.push(each);
    figure(
      'A15',
      `${acts} acts at once at two servers: ${JSON.stringify(answered)}; ${events.length} entries, ${verified.filter(({ broken }) => broken !== null).length} broken`,
    );
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, index) => index + 1));
    expect(verified).toMatchObject([{ head: { count: numbers.length }, broken: null }]);
    // Of a thousand at once a slow machine puts some off, or leaves them without an answer: all that was answered is
    // told, and of the rest no more than there was.
    const unknown = (answered[unheard] ?? 0) + (answered['INTERNAL_SERVER_ERROR'] ?? 0);
    for (const [type, answer] of Object.entries(entryOf)) {
      const more = (told[type] ?? 0) - (answered[answer] ?? 0);
      expect([type, more >= 0, more <= unknown]).toEqual([type, true, true]);
    }
    expect(events.length).toBeGreaterThan(acts / 10);
    // Of a flood the first is an entry; the rest are counted beside the history.
    expect(told['ATTEMPT_REFUSED']).toBe(1);
  }, 180_000);
});
