import { type Csv, type CsvField, readCsv } from './csv.ts';
import {
  type EmailAddress,
  type Name,
  parseEmailAddress,
  parseName,
  parseUserId,
  type UserId,
  userIdKey,
} from './id.ts';
import {
  type Cell,
  cellsOf,
  type Part,
  problemAt,
  readCell,
  readLimits,
  readPermissions,
  strayFields,
} from './import-cells.ts';
import { type Headings, readHeadings } from './import-columns.ts';
import type { ImportColumn, ImportProblem } from './import-problem.ts';
import type { Amounts } from './limit.ts';
import { type Permission, type Service, withNeeded } from './permission.ts';
import type { InputProblem } from './problem.ts';
import { ok, type Result } from './result.ts';

/** As many users as one file can add. */
export const mostImportedUsers = 99;

/** What a file is read against: as the contract stands. */
export interface ImportGround {
  /** `ceiling` is null for services that move no money. */
  readonly services: readonly { readonly service: Service; readonly ceiling: Amounts | null }[];
  /** By `userIdKey`, every ID that was ever given out. */
  readonly taken: ReadonlyMap<string, 'PRESENT' | 'REMOVED'>;
  /** How many users the contract can have beyond those it has. */
  readonly free: number;
}

/** A user as one line of a file describes them. */
export interface ImportedUser {
  readonly line: number;
  readonly userId: UserId;
  readonly name: Name;
  readonly email: EmailAddress | null;
  /** With what they need. */
  readonly permissions: readonly Permission[];
  readonly limits: readonly { readonly service: Service; readonly limit: Amounts }[];
}

export interface UserImport {
  /** Those whose line is without problems, in the order of the file. */
  readonly users: readonly ImportedUser[];
  /** All that is wrong, by line and column. None: everybody can be added. */
  readonly problems: readonly ImportProblem[];
}

/**
 * Reads a file of users: a line of headings, in either language and any order, and one user a line. What isn't there
 * isn't granted. In a file amounts are read as the pages read them (`80万`, `１，０００`): a person typed them. A limit
 * above the desk's ceiling is taken for a slip, since nobody sees beside it what would count.
 */
export function readUserImport(text: string, ground: ImportGround): UserImport {
  const csv = readCsv(text);
  const [head, ...lines] = csv.rows.filter((row) => row.some((field) => field.text.trim() !== ''));
  if (head === undefined) return { users: [], problems: countProblems([], ground) };
  const services = ground.services.map(({ service }) => service);
  const headings = readHeadings(head, services);
  const read = lines.slice(0, mostImportedUsers).map((line) => readLine(line, headings, ground));
  const all = [
    ...headings.problems,
    ...faultsIn(csv, headings),
    ...read.flatMap((line) => line.problems),
    ...read.flatMap((line) => idProblems(line, read, ground)),
    ...countProblems(lines, ground),
  ].toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
  const wrong = new Set(all.map(({ line }) => line));
  return {
    users: read.flatMap(({ user }) => (user === null || wrong.has(user.line) ? [] : [user])),
    problems: all,
  };
}

interface ReadLine {
  readonly line: number;
  /** Where the user ID stands, and what it is found by; null where it is missing or wrong. */
  readonly cell: Cell | null;
  readonly key: string | null;
  /** Null: something is wrong with it. */
  readonly user: ImportedUser | null;
  readonly problems: readonly ImportProblem[];
}

function readLine(
  fields: readonly CsvField[],
  { columns, headed }: Headings,
  { services }: ImportGround,
): ReadLine {
  const line = fields[0]?.line ?? 0;
  const cells = cellsOf(fields, columns);
  const readOne = <Value>(kind: ImportColumn['kind'], parse: Parse<Value>): Part<Value | null> => {
    const cell = cells.find(({ of }) => of.kind === kind);
    // That a column is missing is said at the headings.
    return cell === undefined ? { value: null, problems: [] } : readCell(cell, parse);
  };
  const userId = readOne('USER_ID', (text) => parseUserId(withoutBlanks(text), ''));
  const name = readOne('NAME', (text) => parseName(text, ''));
  const email = readOne('EMAIL', (text) => readEmail(withoutBlanks(text)));
  const permissions = readPermissions(cells);
  const limits = readLimits(cells, services);
  const parts = [userId, name, email, permissions, limits];
  const problems = [...strayFields(fields, headed), ...parts.flatMap((part) => part.problems)];
  return {
    line,
    key: userId.value === null ? null : userIdKey(userId.value),
    cell: cells.find(({ of }) => of.kind === 'USER_ID') ?? null,
    problems,
    user:
      userId.value === null || name.value === null
        ? null
        : {
            line,
            userId: userId.value,
            name: name.value,
            email: email.value,
            permissions: withNeeded(permissions.value),
            limits: limits.value,
          },
  };
}

type Parse<Value> = (text: string) => Result<Value, InputProblem>;

function readEmail(text: string): Result<EmailAddress | null, InputProblem> {
  return text === '' ? ok(null) : parseEmailAddress(text, '');
}

/**
 * Drops blanks at the ends, which nobody sees in a spreadsheet; no line breaks. Without the look behind, a row of blanks
 * in the middle would be tried from each of them: 48,000 held the server for half a minute (A19).
 */
function withoutBlanks(text: string): string {
  return text.replaceAll(/^\p{Zs}+|(?<!\p{Zs})\p{Zs}+$/gu, '');
}

/** The user ID was given out before, or stands in another line as well; case makes no difference (R1). */
function idProblems(
  { cell, key, line }: ReadLine,
  lines: readonly ReadLine[],
  { taken }: ImportGround,
): readonly ImportProblem[] {
  if (cell === null || key === null) return [];
  const before = taken.get(key);
  if (before !== undefined)
    return [problemAt(cell, before === 'REMOVED' ? 'USER_ID_REMOVED' : 'USER_ID_TAKEN')];
  const twin = lines.find((other) => other.key === key && other.line !== line);
  return twin === undefined ? [] : [{ ...problemAt(cell, 'USER_ID_TWICE'), otherLine: twin.line }];
}

function countProblems(
  lines: readonly (readonly CsvField[])[],
  { free }: ImportGround,
): readonly ImportProblem[] {
  const whole = { column: null, of: null };
  if (lines.length === 0) return [{ line: 1, ...whole, code: 'NOBODY' }];
  const most = Math.max(0, Math.min(free, mostImportedUsers));
  const first = lines[most]?.[0];
  return first === undefined
    ? []
    : [{ line: first.line, ...whole, code: 'TOO_MANY_USERS', bounds: { min: 1, max: most } }];
}

/** Where the file breaks the format. */
function faultsIn({ faults }: Csv, { columns }: Headings): readonly ImportProblem[] {
  return faults.map((fault) => ({ ...fault, of: columns.get(fault.column) ?? null }));
}
