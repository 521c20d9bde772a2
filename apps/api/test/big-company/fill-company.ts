import { randomBytes } from 'node:crypto';

import type { HistoryEvent } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';
import { and, asc, eq, isNotNull } from 'drizzle-orm';

import { openDatabase, type Queries } from '../../src/db/client.ts';
import type { ContractRow, PersonRow } from '../../src/db/rows.ts';
import { historyEntries } from '../../src/db/tables/history.ts';
import { persons, userLimits, userPermissions } from '../../src/db/tables/persons.ts';
import { sessions } from '../../src/db/tables/sessions.ts';
import { insertEntries } from '../../src/history/history.store.ts';
import { type Actor, chain, type Head } from '../../src/history/record.ts';
import {
  selectContract,
  selectServices,
  updateContract,
} from '../../src/modules/contracts/contract.store.ts';
import { type Member, member } from './staff.ts';
import { type PastEntry, pastEntry } from './past.ts';

export interface BigCompany {
  /** Past every wall: the beginning of the history is moved into the past. */
  readonly superuserUrl: string;
  /** Of a contract that is registered and has one user, with PINs of their own: everybody gets the same. */
  readonly contractId: string;
  /** How many there are then, that one among them, and without those removed. */
  readonly users: number;
  /** How many the history has then, at least. */
  readonly entries: number;
  readonly now: Instant;
}

const day = 86_400_000;
/** As many as one statement takes. */
const rowsAtOnce = 1_000;
const lengthOfPast = 400 * day;
/** Of the users who work every third is logged on. */
const loggedOnEvery = 3;

/** Makes a big company of a small one, in seconds: through the product's tables and its own chain of hashes. */
export async function fillCompany(company: BigCompany): Promise<readonly string[]> {
  const database = openDatabase(company.superuserUrl, { connections: 1 });
  try {
    return await database.acting(company.contractId, async ({ queries }) => {
      const [contract] = await selectContract(queries, company.contractId);
      const [model] = await queries
        .select()
        .from(persons)
        .where(and(eq(persons.contractId, company.contractId), isNotNull(persons.userId)));
      if (contract === undefined || model === undefined)
        throw new Error('No such contract, or nobody in it.');
      const added = await appoint(queries, contract, model, company);
      const userIds = [model.userId ?? '', ...added];
      await tell(queries, contract, userIds, company);
      return userIds;
    });
  } finally {
    await database.close();
  }
}

async function appoint(
  queries: Queries,
  { contractId, sessionsEpoch }: ContractRow,
  model: PersonRow,
  { users, now }: BigCompany,
): Promise<readonly string[]> {
  const services = (await selectServices(queries, contractId)).map(({ service }) => service);
  const numbers = Array.from({ length: users - 1 }, (_, index) => index + 1);
  const staff: readonly Member[] = [
    ...numbers.map((index) => member(model, services, index, now)),
    ...numbers
      .filter((index) => index % 16 === 0)
      .map((index) => member(model, services, index, now, true)),
  ];
  const working = staff
    .map(({ person }) => person)
    .filter(
      ({ locks, removedAt, temporaryUntil }) =>
        locks?.length === 0 && removedAt === null && temporaryUntil === null,
    );
  const loggedOn = new Map(
    working
      .filter((_, index) => index % loggedOnEvery === 0)
      .map(({ personKey }) => [personKey, randomBytes(16).toString('hex')]),
  );
  await inBatches(staff, (some) =>
    queries.insert(persons).values(
      some.map(({ person }) => ({
        ...person,
        currentSession: loggedOn.get(person.personKey) ?? null,
      })),
    ),
  );
  await inBatches(
    staff.flatMap(({ permissions }) => permissions),
    (some) => queries.insert(userPermissions).values([...some]),
  );
  await inBatches(
    staff.flatMap(({ limits }) => limits),
    (some) => queries.insert(userLimits).values([...some]),
  );
  await inBatches([...loggedOn], (some) =>
    queries.insert(sessions).values(
      some.map(([personKey, sessionId], index) => ({
        contractId,
        tokenHash: randomBytes(32),
        sessionId,
        personKey,
        epoch: sessionsEpoch,
        startedAt: now - index * 60_000,
        lastActAt: now,
        address: `192.0.2.${1 + (index % 20)}`,
      })),
    ),
  );
  return staff.map(({ person }) => person.userId);
}

/** The history from its beginning on, moved a year back, and all that happened since. */
async function tell(
  queries: Queries,
  { contractId }: ContractRow,
  userIds: readonly string[],
  { entries, now }: BigCompany,
): Promise<void> {
  const own = eq(historyEntries.contractId, contractId);
  const beginning = await queries
    .select()
    .from(historyEntries)
    .where(own)
    .orderBy(asc(historyEntries.number));
  const began = now - lengthOfPast;
  const told: readonly PastEntry[] = [
    ...beginning.map(({ event, actor, operation, address }) => ({
      // Written by `chain`.
      event: JSON.parse(event) as HistoryEvent,
      actor: JSON.parse(actor) as Actor,
      operation,
      address,
    })),
    ...Array.from({ length: Math.max(0, entries - beginning.length) }, (_, index) =>
      pastEntry(index, userIds),
    ),
  ];
  let head: Head = { historyCount: 0, historyHash: Buffer.alloc(32) };
  const rows = told.flatMap(({ event, actor, operation, address }, index) => {
    const at = Math.floor(began + (lengthOfPast * index) / told.length);
    const next = chain(contractId, head, [{ event, actor }], { at, operation, address });
    head = next.head;
    return next.entries;
  });
  await queries.delete(historyEntries).where(own);
  await inBatches(rows, (some) => insertEntries(queries, some));
  await updateContract(queries, contractId, { ...head, openedAt: began, registeredAt: began });
}

async function inBatches<T>(
  all: readonly T[],
  insert: (some: readonly T[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let from = 0; from < all.length; from += rowsAtOnce)
    await insert(all.slice(from, from + rowsAtOnce));
}
