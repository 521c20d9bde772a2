import type { CsvField } from './csv.ts';
import { actionsIn, type Columns } from './import-columns.ts';
import type { ImportColumn, ImportProblem } from './import-problem.ts';
import { type Amounts, type MoneyService, moneyServices, noLimit } from './limit.ts';
import { parseYenText, type Yen } from './money.ts';
import type { Permission, Service } from './permission.ts';
import { type Bounds, type InputProblem, problem } from './problem.ts';
import { err, type Result } from './result.ts';

/** A cell below a heading that was understood. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly of: ImportColumn;
}

/** What was read of some cells, and what is wrong with them. */
export interface Part<Value> {
  readonly value: Value;
  readonly problems: readonly ImportProblem[];
}

/** The cells of a line, an empty one where the line ends early. */
export function cellsOf(fields: readonly CsvField[], columns: Columns): readonly Cell[] {
  const line = fields[0]?.line ?? 0;
  return [...columns].map(([column, of]) => ({
    text: fields[column - 1]?.text ?? '',
    line,
    column,
    of,
  }));
}

export function problemAt(
  { line, column, of }: Cell,
  code: ImportProblem['code'],
  bounds?: Bounds,
): ImportProblem {
  return { line, column, of, code, ...(bounds && { bounds }) };
}

/** Null: it is wrong. */
export function readCell<Value>(
  cell: Cell,
  parse: (text: string) => Result<Value, InputProblem>,
): Part<Value | null> {
  if (isLost(cell)) return { value: null, problems: [problemAt(cell, 'CHARACTER_LOST')] };
  const read = parse(cell.text);
  if (read.ok) return { value: read.value, problems: [] };
  return { value: null, problems: [problemAt(cell, read.error.code, read.error.bounds)] };
}

/** What the line grants (R13): words for actions in the columns of the services. */
export function readPermissions(cells: readonly Cell[]): Part<readonly Permission[]> {
  return joined(
    cells.map((cell): Part<readonly Permission[]> => {
      const { of, text } = cell;
      if (of.kind !== 'ACTIONS') return { value: [], problems: [] };
      if (isLost(cell)) return { value: [], problems: [problemAt(cell, 'CHARACTER_LOST')] };
      const actions = actionsIn(text, of.service);
      return actions === null
        ? { value: [], problems: [problemAt(cell, 'ACTION_UNKNOWN')] }
        : { value: actions.map((action) => ({ service: of.service, action })), problems: [] };
    }),
  );
}

/** The line's limits (R14), none where both cells are empty. */
export function readLimits(
  cells: readonly Cell[],
  ceilings: readonly { readonly service: Service; readonly ceiling: Amounts | null }[],
): Part<readonly { readonly service: MoneyService; readonly limit: Amounts }[]> {
  return joined(
    moneyServices.map((service) => {
      const ceiling = ceilings.find((each) => each.service === service)?.ceiling ?? noLimit;
      const { value, problems } = readLimit(cells, service, ceiling);
      return { value: value === null ? [] : [{ service, limit: value }], problems };
    }),
  );
}

function readLimit(
  cells: readonly Cell[],
  service: MoneyService,
  ceiling: Amounts,
): Part<Amounts | null> {
  const cellOf = (amount: keyof Amounts) =>
    cells.find(({ of }) => of.kind === 'LIMIT' && of.service === service && of.amount === amount);
  const [once, daily] = [cellOf('perTransaction'), cellOf('perDay')];
  // One without the other is said at the headings.
  if (once === undefined || daily === undefined) return { value: null, problems: [] };
  if (once.text.trim() === '' && daily.text.trim() === '') return { value: null, problems: [] };
  const perTransaction = readAmount(once, ceiling.perTransaction);
  const perDay = readAmount(daily, ceiling.perDay);
  if (perTransaction.value === null || perDay.value === null)
    return { value: null, problems: [...perTransaction.problems, ...perDay.problems] };
  const limit = { perTransaction: perTransaction.value, perDay: perDay.value };
  return limit.perTransaction > limit.perDay
    ? { value: null, problems: [problemAt(once, 'PER_TRANSACTION_ABOVE_DAY')] }
    : { value: limit, problems: [] };
}

function readAmount(cell: Cell, ceiling: Yen): Part<Yen | null> {
  return readCell(cell, (text) => {
    const read = parseYenText(text, '');
    if (!read.ok || read.value <= ceiling) return read;
    return err(problem('', 'ABOVE_CEILING', { min: 0, max: ceiling }));
  });
}

/** What stands below no heading at all; below one that can't be read is said at the heading. */
export function strayFields(
  fields: readonly CsvField[],
  headings: ReadonlySet<number>,
): readonly ImportProblem[] {
  return fields
    .filter(({ text, column }) => text.trim() !== '' && !headings.has(column))
    .map(({ line, column }) => ({ line, column, of: null, code: 'NO_HEADING' }));
}

/** What the browser puts where bytes are no text in the file's encoding. */
function isLost({ text }: Cell): boolean {
  return text.includes('\ufffd');
}

function joined<Value>(parts: readonly Part<readonly Value[]>[]): Part<readonly Value[]> {
  return {
    value: parts.flatMap(({ value }) => value),
    problems: parts.flatMap(({ problems }) => problems),
  };
}
