import { mayVoid, voidedBy } from '@monban/domain/authorization-end';
import { concernedUser, type HistoryEvent } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';
import { type ContractId, userIdKey, type UserId } from '@monban/domain/id';
import { noticeRules, noticesOf } from '@monban/domain/notice';
import type { StandingAddress } from '@monban/domain/notification-address';
import type { UserEmail } from '@monban/domain/user-email';

import type { Queries } from './db/client.ts';
import type { ContractRow, PersonRow } from './db/rows.ts';
import type { Write } from './db/write.ts';
import { insertEntries } from './history/history.store.ts';
import { selectOpen } from './modules/authorizations/authorization.store.ts';
import { updateContract } from './modules/contracts/contract.store.ts';
import { selectEmails, updatePerson } from './modules/persons/person.store.ts';
import { insertNotices } from './notices/outbox.store.ts';

/** An act as it was found, and when. */
interface Found {
  readonly now: Instant;
  readonly queries: Queries;
  readonly contract: ContractRow;
  readonly prover: PersonRow | null;
  readonly addresses: readonly StandingAddress[];
}

/** Who is told of it, as the outbox keeps them. */
export function noticeRows(
  { contract, prover, addresses, now }: Omit<Found, 'queries'>,
  events: readonly HistoryEvent[],
  origin: string | null,
  emails: ReadonlyMap<string, UserEmail>,
  locale: ContractRow['locale'],
) {
  const { contractId } = contract;
  // A row's contract ID was parsed before it was stored, and the database checks it.
  const facts = { contractId: contractId as ContractId, at: now, address: origin };
  const told = noticesOf(events, facts, {
    contract: addresses,
    logonsOff: prover?.logonNotices === false,
    // A user ID in an event has been parsed: nothing else gets into one.
    user: (userId) => emails.get(userIdKey(userId as UserId)) ?? null,
  });
  return told.map(({ to, at, address, events: each }) => ({
    contractId,
    number: contract.historyCount + 1,
    address: to,
    at,
    origin: address,
    locale,
    events: JSON.stringify(each),
  }));
}

/** What an act leaves in the two rows, the history and the outbox: of each table no more than one write (ADR 36). */
interface Closing {
  readonly prover: PersonRow | null;
  readonly proverChanges: Partial<PersonRow>;
  readonly entries: Parameters<typeof insertEntries>[1];
  readonly contractChanges: Partial<ContractRow>;
  readonly notices: Parameters<typeof insertNotices>[1];
}

/** The same as statements: each where there is something to write. */
export function closingWrites(
  queries: Queries,
  { contractId }: ContractRow,
  { prover, proverChanges, entries, contractChanges, notices }: Closing,
): readonly Write[] {
  const writes: Write[] = [];
  if (prover !== null && Object.keys(proverChanges).length > 0)
    writes.push(updatePerson(queries, contractId, prover.personKey, proverChanges));
  if (entries.length > 0) writes.push(insertEntries(queries, entries));
  if (Object.keys(contractChanges).length > 0)
    writes.push(updateContract(queries, contractId, contractChanges));
  if (notices.length > 0) writes.push(insertNotices(queries, notices));
  return writes;
}

/** The open authorisations that what happened voids: a lock, a reset, a removal, the end of a right (A14). */
export async function endedBy(
  queries: Queries,
  contractId: string,
  events: readonly HistoryEvent[],
) {
  if (!events.some(mayVoid)) return [];
  const open = await selectOpen(queries, contractId);
  return open.flatMap(({ authorizationId, ...authorization }) => {
    const [because] = events.flatMap((event) => voidedBy(event, authorization) ?? []);
    return because === undefined ? [] : [{ authorizationId, because }];
  });
}

/** The mail addresses of the users whom these events concern. */
export async function emailsFor(
  { queries, contract, prover }: Omit<Found, 'addresses' | 'now'>,
  events: readonly HistoryEvent[],
): Promise<ReadonlyMap<string, UserEmail>> {
  const keys = events.flatMap((event) => {
    const rule = noticeRules[event.type];
    const user = concernedUser(event);
    // A user ID in an event has been parsed: nothing else gets into one.
    return 'to' in rule && rule.to === 'USER_TOO' && user !== null
      ? [userIdKey(user as UserId)]
      : [];
  });
  const own = prover === null ? [] : [prover];
  const found = keys.every((key) => key === prover?.personKey)
    ? own
    : await selectEmails(queries, contract.contractId, keys);
  return new Map(found.map((each) => [each.personKey, each]));
}
