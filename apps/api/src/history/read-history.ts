import { changesOf } from '@monban/domain/change';
import { rightsBefore } from '@monban/domain/earlier-rights';
import { concernedUser, type HistoryEvent } from '@monban/domain/history-event';
import { historyKindOf } from '@monban/domain/history-kind';
import {
  type HistoryFilter,
  type HistoryFilterInput,
  readHistoryFilter,
} from '@monban/domain/history-filter';
import type { Locale } from '@monban/domain/locale';
import type { InputProblem } from '@monban/domain/problem';
import type { Result } from '@monban/domain/result';
import { words } from '@monban/domain/wording/words';

import { connection, readPage, storable } from '../graphql/connection.ts';
import { badUserInput } from '../graphql/faults.ts';
import { canonicalAddress } from '../http/address.ts';
import type { Asked } from '../operation.ts';
import { countEntries, selectEntries } from './history.store.ts';
import { type Actor, actorShown } from './record.ts';

export type EntryRow = Awaited<ReturnType<typeof selectEntries>>[number];

export interface HistoryArgs {
  readonly first: number;
  readonly after?: string | null;
  readonly filter?: HistoryFilterInput | null;
}

/** The contract's history, the newest first. Cursors are numbers of entries: what is added moves nothing. */
export async function historyOf(contractId: string, args: HistoryArgs, asked: Asked) {
  const page = readPage(args.first, args.after);
  const before = page.after === null ? null : Number(page.after);
  const filter = readFilter(args.filter);
  if (!filter.ok) throw badUserInput(filter.error.map(problemText).join(' '));
  const queries = () => asked.services.database.reading(contractId);
  const [rows, [total]] = await Promise.all([
    selectEntries(
      queries(),
      contractId,
      filter.value,
      Number.isSafeInteger(before) ? before : null,
      page.first + 1,
    ),
    countEntries(queries(), contractId, filter.value),
  ]);
  return connection(
    rows,
    page,
    total?.count ?? 0,
    ({ number }) => String(number),
    (row) => entryShown(row, asked.caller.origin.locale),
  );
}

/** An address is meant whichever way it is written. */
export function readFilter(
  given: HistoryFilterInput | null | undefined,
): Result<HistoryFilter, readonly InputProblem[]> {
  const { actor, address, ...others } = given ?? {};
  return readHistoryFilter(
    {
      ...others,
      actor: actor == null ? null : storable(actor),
      address: address == null ? null : (canonicalAddress(address) ?? storable(address)),
    },
    'filter',
  );
}

const problemText = (problem: InputProblem) =>
  `${problem.path}: ${words('en').inputProblem(problem)}`;

/** An entry in the reader's language. */
export function entryShown({ number, at, operation, address, ...row }: EntryRow, locale: Locale) {
  // Written by `chain` alone.
  const event = JSON.parse(row.event) as HistoryEvent;
  const actor = JSON.parse(row.actor) as Actor;
  const { change, event: text, headline } = words(locale);
  return {
    id: String(number),
    at,
    operation,
    address,
    event: event.type,
    kind: historyKindOf[event.type],
    actor: actorShown(actor),
    concerns: concernedUser(event),
    text: text(event),
    headline: headline(event),
    changes: changesOf(event).map(change),
    before: rightsBefore(event),
  };
}
