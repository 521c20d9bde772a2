import type { HistoryEvent } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';

import { closingWrites, emailsFor, endedBy, noticeRows } from './act-closing.ts';
import type { Tx, Queries } from './db/client.ts';
import type { ContractRow, PersonRow } from './db/rows.ts';
import { together } from './db/write.ts';
import { chain, type Actor, type Circumstances } from './history/record.ts';
import { selectNotificationAddresses } from './modules/addresses/address.store.ts';
import { voidAuthorizations } from './modules/authorizations/authorization.store.ts';
import { lockContract } from './modules/contracts/contract.store.ts';
import { lockPerson } from './modules/persons/person.store.ts';

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
      if (entries.length > 0) contractChanges = { ...contractChanges, ...head };
      const notices = noticeRows(
        { contract, prover, addresses, now },
        events,
        circumstances.address,
        emails,
        // An act that changes the language tells of it in the new one.
        contractChanges.locale ?? contract.locale,
      );
      for (const write of writes) tx.atCommit(write);
      const closing = closingWrites(queries, contract, {
        prover,
        proverChanges,
        entries,
        contractChanges,
        notices,
      });
      if (closing.length > 0) tx.atCommit(together(closing));
      if (notices.length > 0) tx.announce(contractId);
    },
  };
}
