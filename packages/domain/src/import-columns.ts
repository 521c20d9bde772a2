import type { CsvField } from './csv.ts';
import type { ImportColumn, ImportProblem } from './import-problem.ts';
import { moneyServices } from './limit.ts';
import { locales } from './locale.ts';
import { type Action, needs, serviceHas, type Service, services } from './permission.ts';
import { importWords } from './wording/import-words.ts';
import { words } from './wording/words.ts';

const people: readonly ImportColumn[] = [{ kind: 'USER_ID' }, { kind: 'NAME' }, { kind: 'EMAIL' }];

/** All columns that a file of users can have for a contract with these services, in the order of the template. */
export function importColumns(of: readonly Service[]): readonly ImportColumn[] {
  const has = (service: Service) => of.includes(service);
  return [
    ...people,
    ...services.filter(has).map((service) => ({ kind: 'ACTIONS', service }) as const),
    ...moneyServices
      .filter(has)
      .flatMap((service) =>
        (['perTransaction', 'perDay'] as const).map(
          (amount) => ({ kind: 'LIMIT', service, amount }) as const,
        ),
      ),
  ];
}

/** Headings that people write besides those of the template. */
const otherHeadings: Readonly<Record<ImportColumn['kind'], readonly string[]>> = {
  USER_ID: ['ID'],
  NAME: ['名前'],
  EMAIL: ['メールアドレス', 'Eメール', 'メール', 'Email', 'Mail address', 'Mail'],
  ACTIONS: [],
  LIMIT: [],
};

/** One object a column: two headings of the same column lead to the same. */
const everyColumn = importColumns(services);

const columnsByHeading = new Map(
  everyColumn.flatMap((column) => {
    const template = locales.map((locale) => importWords(locale).column(column));
    return [...template, ...otherHeadings[column.kind]].map(
      (each) => [bare(each), column] as const,
    );
  }),
);

const allActions = Object.keys(needs) as readonly Action[];

/** Reads the words for actions in a cell, in either language; null: something there is no action of this service. */
export function actionsIn(text: string, service: Service): readonly Action[] | null {
  const named = text.normalize('NFKC').split(/[・、,;/\s]+/u);
  const read = named
    .filter((word) => word !== '')
    .map((word) => actionsByWord.get(bare(word)) ?? null)
    .map((action) => (action !== null && serviceHas(service, action) ? action : null));
  const known = read.filter((action) => action !== null);
  return known.length === read.length ? known : null;
}

const actionsByWord = new Map(
  allActions.flatMap((action) =>
    locales.map((locale) => [bare(words(locale).labels.action[action]), action] as const),
  ),
);

/** Width, case, blanks and signs make no difference to what a word says. */
function bare(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What stands in which column, from 1. */
export type Columns = ReadonlyMap<number, ImportColumn>;

/** The line of headings, as read. */
export interface Headings {
  /** Without columns that can't be read, or that the contract has no service for. */
  readonly columns: Columns;
  /** Columns with any heading at all. */
  readonly headed: ReadonlySet<number>;
  readonly problems: readonly ImportProblem[];
}

export function readHeadings(fields: readonly CsvField[], of: readonly Service[]): Headings {
  const columns = new Map<number, ImportColumn>();
  const problems: ImportProblem[] = [];
  const headings = fields.filter(({ text }) => text.trim() !== '');
  const seen = new Set<ImportColumn>();
  for (const { text, line, column } of headings) {
    const heading = columnsByHeading.get(bare(text)) ?? null;
    const say = (code: ImportProblem['code']) => problems.push({ line, column, of: heading, code });
    if (heading === null) say('COLUMN_UNKNOWN');
    else if (seen.has(heading)) say('COLUMN_TWICE');
    else if ('service' in heading && !of.includes(heading.service)) say('SERVICE_NOT_IN_CONTRACT');
    else columns.set(column, heading);
    if (heading !== null) seen.add(heading);
  }
  const line = fields[0]?.line ?? 1;
  const missing = neededBeside([...columns.values()]).filter((each) => !seen.has(each));
  return {
    columns,
    headed: new Set(headings.map(({ column }) => column)),
    problems: [
      ...missing.map((each) => ({ line, column: null, of: each, code: 'COLUMN_MISSING' }) as const),
      ...problems,
    ],
  };
}

/** Nobody is added without an ID and a name; a limit has two amounts. */
function neededBeside(columns: readonly ImportColumn[]): readonly ImportColumn[] {
  return everyColumn.filter((column) =>
    column.kind === 'LIMIT'
      ? columns.some((each) => each.kind === 'LIMIT' && each.service === column.service)
      : column.kind === 'USER_ID' || column.kind === 'NAME',
  );
}
