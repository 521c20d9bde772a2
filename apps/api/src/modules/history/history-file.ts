import { writeCsv } from '@monban/domain/csv';
import { japanTimestamp } from '@monban/domain/instant';
import type { Locale } from '@monban/domain/locale';
import type { HistoryColumn, Labels } from '@monban/domain/wording/vocabulary';
import { words } from '@monban/domain/wording/words';

import { selectEntries } from '../../history/history.store.ts';
import { entryShown } from '../../history/read-history.ts';
import type { Asked } from '../../operation.ts';
import type { Contents } from './export-history.ts';

const columns: readonly HistoryColumn[] = [
  'number',
  'at',
  'actor',
  'concerns',
  'kind',
  'text',
  'address',
];

/** As many are read and written at once: meanwhile nobody else's request waits. */
const entriesAtOnce = 500;

type Exported = { readonly __typename: 'HistoryExported'; readonly contents: Contents };

/** The file to an export that is committed; every other answer as it is. */
export async function withCsv<Answered extends { readonly __typename: string }>(
  answered: Answered | Exported,
  asked: Asked,
) {
  return isExported(answered)
    ? { ...answered, csv: await csvOf(answered.contents, asked) }
    : answered;
}

function isExported(answered: { readonly __typename: string }): answered is Exported {
  return answered.__typename === 'HistoryExported';
}

async function csvOf(
  { contractId, filter, upTo }: Contents,
  { caller, services }: Asked,
): Promise<string> {
  const { locale } = caller.origin;
  const parts = [writeCsv([columns.map((column) => words(locale).labels.historyColumn[column])])];
  let before = upTo + 1;
  for (let read = entriesAtOnce; read === entriesAtOnce;) {
    const queries = services.database.reading(contractId);
    const rows = await selectEntries(queries, contractId, filter, before, entriesAtOnce);
    parts.push(writeCsv(rows.map((row) => lineOf(entryShown(row, locale), locale))));
    before = rows.at(-1)?.number ?? 0;
    read = rows.length;
  }
  return parts.join('');
}

function lineOf(entry: ReturnType<typeof entryShown>, locale: Locale): readonly string[] {
  const { labels } = words(locale);
  const line: Record<HistoryColumn, string> = {
    number: entry.id,
    at: japanTimestamp(entry.at),
    actor: actorText(entry.actor, labels),
    concerns: entry.concerns ?? '',
    kind: labels.historyKind[entry.kind],
    text: entry.text,
    address: entry.address ?? '',
  };
  return columns.map((column) => line[column]);
}

/** Whoever has no name of their own in the history is called by their kind. */
function actorText(actor: string, { actor: unnamed }: Labels): string {
  return Object.hasOwn(unnamed, actor) ? unnamed[actor as keyof typeof unnamed] : actor;
}
