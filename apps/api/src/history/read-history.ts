import type { HistoryEvent } from '@monban/domain/history-event';
import type { Locale } from '@monban/domain/locale';
import { unreachable } from '@monban/domain/refusal';
import { historyText } from '@monban/domain/wording/words';

import { connection, readPage } from '../graphql/connection.ts';
import type { Asked } from '../operation.ts';
import { countEntries, selectEntries } from './history.store.ts';
import type { Actor } from './record.ts';

type EntryRow = Awaited<ReturnType<typeof selectEntries>>[number];

/** The contract's history, the newest first. */
export async function historyOf(
  contractId: string,
  args: { readonly first: number; readonly after?: string | null },
  { caller, services }: Asked,
) {
  const page = readPage(args.first, args.after);
  const before = page.after === null ? null : Number(page.after);
  const queries = () => services.database.reading(contractId);
  const [rows, [total]] = await Promise.all([
    selectEntries(
      queries(),
      contractId,
      Number.isSafeInteger(before) ? before : null,
      page.first + 1,
    ),
    countEntries(queries(), contractId),
  ]);
  return connection(
    rows,
    page,
    total?.count ?? 0,
    ({ number }) => String(number),
    (row) => entryShown(row, caller.origin.locale),
  );
}

function entryShown({ number, at, operation, address, ...row }: EntryRow, locale: Locale) {
  // Written by `chain` alone.
  const event = JSON.parse(row.event) as HistoryEvent;
  const actor = JSON.parse(row.actor) as Actor;
  return {
    id: String(number),
    at,
    operation,
    address,
    event: event.type,
    actor: actorShown(actor),
    text: historyText(event, locale),
  };
}

/** User IDs hold neither `@` nor `/`: nobody can be named like something else. */
function actorShown(actor: Actor): string {
  switch (actor.kind) {
    case 'USER':
      return actor.userId;
    case 'BANK':
      return `${actor.clientId}/${actor.subject}`;
    case 'ADMINISTRATOR':
    case 'STRANGER':
    case 'SYSTEM':
      return `@${actor.kind.toLowerCase()}`;
    default:
      return unreachable(actor);
  }
}
