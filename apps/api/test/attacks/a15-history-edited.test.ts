import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Break, KeptHead } from '../../src/history/verify-chain.ts';
import { verifyHistory } from '../../src/history/verify-history.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import { rewriteHistory, setHead } from '../harness/rewrite-history.ts';
import { ask, logOnUser, pins, seedContract, seedUser } from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

let ground: Ground;
let server: OwnServer;
/** Whoever got at the database past every wall. */
let forger: postgres.Sql;
let contractId: string;
let count: number;
let head: Buffer;
/** What every sort of falsification came to, over all of them. */
const sum = { tried: 0, found: 0 };

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
  forger = asSuperuser(ground);
  contractId = await work();
  const [row] = await forger<{ count: string; hash: Buffer }[]>`
    select history_count as count, history_hash as hash from contracts where contract_id = ${contractId}`;
  count = Number(row?.count);
  head = row?.hash ?? Buffer.alloc(0);
  // What the database draws from other columns nobody can write, until somebody has it draw no more.
  const drawn = await forger<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = 'history_entries' and is_generated = 'ALWAYS'`;
  for (const { name } of drawn)
    await forger`alter table history_entries alter column ${forger(name)} drop expression`;
  await forger`create table kept_entries as select * from history_entries where contract_id = ${contractId}`;
});
afterAll(async () => {
  figure('A15', `${sum.found} of ${sum.tried} falsifications found, in all`);
  await forger.end();
  await server.close();
  await ground.clear();
});

/** A contract of which much is told: of desk, administrator, user and stranger, done and refused. */
async function work(): Promise<string> {
  const contract = await seedContract(server.url, ground);
  const { administrator } = contract;
  const confirmed = { userId: 'Sato', confirmationPin: pins.contractConfirmation };
  const user = await seedUser(contract, 'Sato');
  await ask(user, 'logOff');
  await logOnUser(administrator.with({}), contract.contractId, 'Sato', pins.wrong);
  await logOnUser(administrator.with({}), contract.contractId, 'Nobody');
  for (const operation of ['lockUser', 'unlockUser', 'unlockUser', 'resetUserPins'] as const)
    await ask(administrator, operation, confirmed);
  return contract.contractId;
}

/** Where `monban history verify` says that the history is broken; null: nowhere. */
async function broken(kept?: KeptHead): Promise<Break | null> {
  const heads = new Map(kept === undefined ? [] : [[contractId, kept]]);
  for await (const each of verifyHistory(server.services.database, { contractId, kept: heads }))
    return each.broken;
  throw new Error('Nothing was verified.');
}

/** Everything as it was. */
async function restore(): Promise<void> {
  await forger`delete from history_entries where contract_id in (${contractId}, ${nobody})`;
  await forger`insert into history_entries select * from kept_entries`;
  await setHead(forger, contractId, count, head);
}

/** A contract that nobody has (a decoy): where an entry may be moved to. */
const nobody = 'D0000000000';
/** The numbers from one to another, both with them. */
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
const everyEntry = (): readonly number[] => range(1, count);
const at = (number: number) => forger`contract_id = ${contractId} and number = ${number}`;

interface Falsification {
  readonly what: string;
  readonly falsify: () => PromiseLike<unknown>;
  /** Where the chain breaks, then. */
  readonly breaksAt: number;
}

/** Falsifies in each of these ways, one after the other: all are found, and where they are. */
async function expectFound(
  what: string,
  falsifications: readonly Falsification[],
  kept?: KeptHead,
): Promise<void> {
  const elsewhere: string[] = [];
  for (const each of falsifications) {
    await each.falsify();
    const found = await broken(kept);
    if (found?.number !== each.breaksAt)
      elsewhere.push(`${each.what}: expected at ${each.breaksAt}, ${JSON.stringify(found)}`);
    sum.tried += 1;
    if (found !== null) sum.found += 1;
    await restore();
  }
  figure('A15', `${what}: ${falsifications.length} tried, ${elsewhere.length} not found`);
  expect(elsewhere).toEqual([]);
  expect(await broken()).toBeNull();
  expect(falsifications.length).toBeGreaterThan(0);
}

/** Ways to falsify each column of an entry, alone. A column without one fails the test below. */
const edits: Readonly<Record<string, readonly string[]>> = {
  contract_id: [`'${nobody}'`],
  number: ['number + 1000'],
  at: [`at + interval '1 millisecond'`, `at - interval '1 year'`],
  operation: [`operation || 's'`, `upper(operation)`],
  actor: [`'{"kind":"SYSTEM"}'`, `replace(actor::text, '}', ' }')::json`],
  address: [`'192.0.2.9'`, 'null'],
  event: [`'{"type":"CARD_DUE","left":1}'`, `replace(event::text, ':', ': ')::json`],
  previous_hash: [`set_byte(previous_hash, 31, get_byte(previous_hash, 31) # 1)`],
  hash: [`set_byte(hash, 0, get_byte(hash, 0) # 128)`],
  event_type: [`'CARD_DUE'`, 'null'],
  concerns: [`'nobody'`, `coalesce(concerns || 'x', 'x')`],
  actor_name: [`'@system'`, 'null'],
};

/** Moves the numbers of all entries behind one up or down. */
async function renumber(behind: number, by: number): Promise<void> {
  await forger`update history_entries set number = -number where contract_id = ${contractId} and number > ${behind}`;
  await forger`update history_entries set number = ${by} - number where contract_id = ${contractId} and number < 0`;
}

async function swap(one: number, other: number): Promise<void> {
  await forger`update history_entries set number = -1 where ${at(one)}`;
  await forger`update history_entries set number = ${one} where ${at(other)}`;
  await forger`update history_entries set number = ${other} where ${at(-1)}`;
}

async function copy(from: number, to: number): Promise<void> {
  await forger`insert into history_entries
    select (jsonb_populate_record(found, ${forger.json({ number: to })})).* from history_entries found where ${at(from)}`;
}

const falsifyAddress = (number: number) =>
  forger`update history_entries set address = '192.0.2.9' where ${at(number)}`;

describe('A15: whoever changes the history, past every wall, is found', () => {
  it('edited: any column of any entry, to the last bit and blank', async () => {
    const columns = await forger<{ name: string }[]>`
      select column_name as name from information_schema.columns where table_name = 'history_entries' order by ordinal_position`;
    expect(Object.keys(edits)).toEqual(columns.map(({ name }) => name));
    const all = Object.entries(edits).flatMap(([column, values]) =>
      values.flatMap((value) =>
        everyEntry().map((number) => ({
          what: `${column} = ${value} of entry ${number}`,
          falsify: () =>
            forger`update history_entries set ${forger(column)} = ${forger.unsafe(value)} where ${at(number)}`,
          breaksAt: number,
        })),
      ),
    );
    await expectFound('an entry edited', all);
  });

  it('deleted: any entry, and a tail of any length', async () => {
    const gaps = everyEntry().map((number) => ({
      what: `entry ${number} deleted`,
      falsify: () => forger`delete from history_entries where ${at(number)}`,
      breaksAt: number,
    }));
    const tails = everyEntry().map((number) => ({
      what: `cut off from entry ${number} on`,
      falsify: () =>
        forger`delete from history_entries where contract_id = ${contractId} and number >= ${number}`,
      breaksAt: number,
    }));
    const all = {
      what: 'all of it, the head set back to the beginning',
      falsify: async () => {
        await forger`delete from history_entries where contract_id = ${contractId}`;
        await setHead(forger, contractId, 0, Buffer.alloc(32));
      },
      // Opening a contract is an entry: no history is none.
      breaksAt: 1,
    };
    await expectFound('an entry or a tail deleted', [...gaps, ...tails, all]);
  });

  it('deleted: any entry, the numbers behind it moved up and the head’s count with them', async () => {
    const all = everyEntry().map((number) => ({
      what: `entry ${number} deleted, the rest moved up`,
      falsify: async () => {
        await forger`delete from history_entries where ${at(number)}`;
        await renumber(number, -1);
        await setHead(forger, contractId, count - 1, head);
      },
      // Of the last one nothing is left but the head, which names it.
      breaksAt: Math.min(number, count - 1),
    }));
    await expectFound('an entry deleted, the numbers closed up', all);
  });

  it('swapped: any two entries', async () => {
    const all = everyEntry().flatMap((one) =>
      range(one + 1, count).map((other) => ({
        what: `entries ${one} and ${other} swapped`,
        falsify: () => swap(one, other),
        breaksAt: one,
      })),
    );
    await expectFound('two entries swapped', all);
  });

  it('put in: at any place, before the first and behind the last', async () => {
    const within = everyEntry().map((place) => ({
      what: `put in at ${place}`,
      falsify: async () => {
        await renumber(place - 1, 1);
        await copy(place === 1 ? 3 : place - 1, place);
        await setHead(forger, contractId, count + 1, head);
      },
      breaksAt: place,
    }));
    const outside = [
      { what: 'put in before the first', falsify: () => copy(2, 0), breaksAt: 0 },
      { what: 'put in behind the last', falsify: () => copy(2, count + 1), breaksAt: count + 1 },
      {
        what: 'put in behind the last, and counted',
        falsify: async () => {
          await copy(2, count + 1);
          await setHead(forger, contractId, count + 1, head);
        },
        breaksAt: count + 1,
      },
    ];
    await expectFound('an entry put in', [...within, ...outside]);
  });

  it('the head: its count or its hash', async () => {
    await expectFound('the head edited', [
      ...range(0, count - 1).map((counted) => ({
        what: `${counted} counted`,
        falsify: () => setHead(forger, contractId, counted, head),
        breaksAt: counted === 0 ? 1 : counted,
      })),
      {
        what: 'one more counted',
        falsify: () => setHead(forger, contractId, count + 1, head),
        breaksAt: count + 1,
      },
      {
        what: 'its hash',
        falsify: () => setHead(forger, contractId, count, Buffer.alloc(32)),
        breaksAt: count,
      },
    ]);
  });

  it('edited with its own hash taken anew, or with all the hashes behind it too, by somebody who knows how', async () => {
    const alone = everyEntry().map((number) => ({
      what: `entry ${number} with its own hash`,
      falsify: async () => {
        await falsifyAddress(number);
        await rewriteHistory(forger, contractId, number, number);
      },
      breaksAt: Math.min(number + 1, count),
    }));
    const behind = everyEntry().map((number) => ({
      what: `entry ${number} with all hashes behind it`,
      falsify: async () => {
        await falsifyAddress(number);
        await rewriteHistory(forger, contractId, number);
      },
      // The head is no entry: it still names the old last one.
      breaksAt: count,
    }));
    await expectFound('an entry edited and hashes taken anew', [...alone, ...behind]);
  });

  it('written anew as a whole, every hash and the head with it: by the head kept outside, and by that alone', async () => {
    const kept = { count, hash: head.toString('hex') };
    const unseen: (Break | null)[] = [];
    const all = [
      ...everyEntry().map((number) => ({
        what: `all from entry ${number} on written anew`,
        falsify: async () => {
          await falsifyAddress(number);
          await setHead(
            forger,
            contractId,
            count,
            await rewriteHistory(forger, contractId, number),
          );
          unseen.push(await broken());
        },
        breaksAt: count,
      })),
      ...range(1, count - 1).map((number) => ({
        what: `deleted from entry ${number + 1} on, the head set back`,
        falsify: async () => {
          await forger`delete from history_entries where contract_id = ${contractId} and number > ${number}`;
          const last = await rewriteHistory(forger, contractId, number, number);
          await setHead(forger, contractId, number, last);
          unseen.push(await broken());
        },
        breaksAt: number + 1,
      })),
    ];
    await expectFound('written anew as a whole', all, kept);
    // So it is: without a head from outside nothing within a database can tell.
    expect(new Set(unseen)).toEqual(new Set([null]));
  });
});
