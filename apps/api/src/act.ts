import { mayVoid, voidedBy } from '@monban/domain/authorization-end';
import { concernedUser, type HistoryEvent } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';
import { type ContractId, userIdKey, type UserId } from '@monban/domain/id';
import { noticeRules, noticesOf } from '@monban/domain/notice';
import type { UserEmail } from '@monban/domain/user-email';

import type { Tx, Queries } from './db/client.ts';
import type { ContractRow, PersonRow } from './db/rows.ts';
import { together, type Write } from './db/write.ts';
import { insertEntries } from './history/history.store.ts';
import { chain, type Actor, type Circumstances } from './history/record.ts';
import { selectNotificationAddresses } from './modules/addresses/address.store.ts';
import { selectOpen, voidAuthorizations } from './modules/authorizations/authorization.store.ts';
import { lockContract, updateContract } from './modules/contracts/contract.store.ts';
import { lockPerson, selectEmails, updatePerson } from './modules/persons/person.store.ts';
import { insertNotices } from './notices/outbox.store.ts';

/** One act within its transaction: what it found, and what it changes. */
export interface Act {
  readonly now: Instant;
  readonly queries: Queries;
  /** As found; its row is locked. */
  readonly contract: ContractRow;
  /** Who proves themselves with a secret, or acts in a session; as found, the row locked. Null: the bank's desk. */
  readonly prover: PersonRow | null;
  /** Travels with the commit, if the act is not refused. */
  atCommit(query: { execute(): Promise<unknown> }): void;
  changeContract(changes: Partial<ContractRow>): void;
  changeProver(changes: Partial<PersonRow>): void;
}

/** An act that can be brought to its end: history, notices and the two rows, in the same transaction. */
export interface OpenAct extends Act {
  readonly addresses: Awaited<ReturnType<typeof selectNotificationAddresses>>;
  /** Forgets all that the act would have changed: a refused act changes nothing. */
  discard(): void;
  finish(
    events: readonly HistoryEvent[],
    actor: Actor,
    circumstances: Circumstances,
  ): Promise<void>;
}

/** Locks the contract, then the person, and reads what else is needed behind them; null where the contract doesn't exist. */
export async function openAct<Loaded>(
  tx: Tx,
  contractId: string,
  personKey: string | null,
  now: Instant,
  load: (queries: Queries) => PromiseLike<Loaded>,
): Promise<{ readonly act: OpenAct; readonly loaded: Loaded } | null> {
  const { queries } = tx;
  // Started in this order, in one go: whatever follows the contract's lock sees what the lock waited for, and nobody
  // holds a person's row while waiting for the contract's.
  const started = [
    lockContract(queries, contractId).execute(),
    personKey === null ? Promise.resolve([]) : lockPerson(queries, contractId, personKey).execute(),
    selectNotificationAddresses(queries, contractId).execute(),
    load(queries),
  ] as const;
  const [[contract], [prover], addresses, loaded] = await Promise.all(started);
  return contract === undefined
    ? null
    : { act: actOn(tx, contract, prover ?? null, addresses, now), loaded };
}

/** For what needs no more than the two rows. */
export const nothingElse = (): Promise<null> => Promise.resolve(null);

export function actOn(
  tx: Tx,
  contract: ContractRow,
  prover: PersonRow | null,
  addresses: OpenAct['addresses'],
  now: Instant,
): OpenAct {
  const { queries } = tx;
  const { contractId } = contract;
  let contractChanges: Partial<ContractRow> = {};
  let proverChanges: Partial<PersonRow> = {};
  let writes: { execute(): Promise<unknown> }[] = [];

  return {
    now,
    queries,
    contract,
    prover,
    addresses,
    atCommit: (query) => void writes.push(query),
    discard: () => {
      contractChanges = {};
      proverChanges = {};
      writes = [];
    },
    changeContract: (changes) => void (contractChanges = { ...contractChanges, ...changes }),
    changeProver: (changes) => void (proverChanges = { ...proverChanges, ...changes }),
    async finish(events, actor, circumstances) {
      const { entries, head } = chain(
        contractId,
        contract,
        events.map((event) => ({ event, actor })),
        circumstances,
      );
      const [emails, ended] = await Promise.all([
        emailsFor({ queries, contract, prover }, events),
        endedBy(queries, contractId, events),
      ]);
      if (ended.length > 0) writes.push(voidAuthorizations(queries, contractId, ended, now));
      const facts = {
        contractId: contractId as ContractId,
        at: now,
        address: circumstances.address,
      };
      const notices = noticesOf(events, facts, {
        contract: addresses,
        // A user ID in an event has been parsed: nothing else gets into one.
        logonsOff: prover?.logonNotices === false,
        user: (userId) => emails.get(userIdKey(userId as UserId)) ?? null,
      }).map(({ to, at, address, events: told }) => ({
        contractId,
        number: contract.historyCount + 1,
        address: to,
        at,
        origin: address,
        // An act that changes the language tells of it in the new one.
        locale: contractChanges.locale ?? contract.locale,
        events: JSON.stringify(told),
      }));
      const closing: Write[] = [];
      if (prover !== null && Object.keys(proverChanges).length > 0)
        closing.push(updatePerson(queries, contractId, prover.personKey, proverChanges));
      if (entries.length > 0) {
        closing.push(insertEntries(queries, entries));
        contractChanges = { ...contractChanges, ...head };
      }
      if (Object.keys(contractChanges).length > 0)
        closing.push(updateContract(queries, contractId, contractChanges));
      if (notices.length > 0) {
        closing.push(insertNotices(queries, notices));
        tx.announce(contractId);
      }
      for (const write of writes) tx.atCommit(write);
      if (closing.length > 0) tx.atCommit(together(closing));
    },
  };
}

/** The open authorisations that what happened voids: a lock, a reset, a removal, the end of a right (A14). */
async function endedBy(queries: Queries, contractId: string, events: readonly HistoryEvent[]) {
  if (!events.some(mayVoid)) return [];
  const open = await selectOpen(queries, contractId);
  return open.flatMap(({ authorizationId, ...authorization }) => {
    const [because] = events.flatMap((event) => voidedBy(event, authorization) ?? []);
    return because === undefined ? [] : [{ authorizationId, because }];
  });
}

/** The mail addresses of the users whom these events concern. */
async function emailsFor(
  { queries, contract, prover }: Pick<Act, 'queries' | 'contract' | 'prover'>,
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
