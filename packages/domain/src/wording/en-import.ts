import type { FileProblemCode, ImportColumn, ImportProblem } from '../import-problem.ts';
import { actionsOf } from '../permission.ts';
import { labels } from './en-labels.ts';
import { inputProblem } from './en-problem.ts';

type FileCode = FileProblemCode | 'SERVICE_NOT_IN_CONTRACT';

const columns = { USER_ID: 'User ID', NAME: 'Name', EMAIL: 'Email address' } as const;

function heading(column: ImportColumn): string {
  if (column.kind === 'ACTIONS') return labels.service[column.service];
  if (column.kind !== 'LIMIT') return columns[column.kind];
  return `${labels.service[column.service]} ${labels.field[column.amount].toLowerCase()}`;
}

/** Of the file alone, or said otherwise where a file is meant. */
const texts: Record<FileCode, (problem: ImportProblem) => string> = {
  NOBODY: () => 'there is no user in it. Please enter one user a line, below the headings.',
  TOO_MANY_USERS: ({ bounds }) =>
    `of this file ${bounds?.max ?? 0} users can be added, and none from this line on. Please take lines out.`,
  COLUMN_MISSING: () =>
    'this column is missing. Please add it, with its heading on the first line.',
  COLUMN_UNKNOWN: () =>
    'the heading of this column cannot be read. Please use a heading of the template, or take the column out.',
  COLUMN_TWICE: () => 'this column is there more than once. Please keep one.',
  SERVICE_NOT_IN_CONTRACT: () =>
    "this service is not part of your contract. Please take the column out, or apply for the service at the bank's desk.",
  NO_HEADING: () =>
    'there is something in a column without a heading. Please add the heading on the first line, or empty the cell.',
  QUOTE_NOT_CLOSED: () =>
    'it begins with a quotation mark, and none closes it. Please close it, or take the first one out.',
  TEXT_AFTER_QUOTE: () =>
    'there is something behind the closing quotation mark. Please put the quotation marks right.',
  CHARACTER_LOST: () =>
    'it holds a character that cannot be read. Please type it again, and save the file as “CSV UTF-8”.',
  ACTION_UNKNOWN: ({ of }) =>
    `it names something that is no action of this service. Its actions are ${actionNames(of)}. Please put commas between several.`,
  USER_ID_TWICE: ({ otherLine }) =>
    `it is the same as on line ${otherLine ?? 0}; upper and lower case are the same. Please give one of them another user ID.`,
  USER_ID_TAKEN: () => 'it is taken. Please choose another user ID.',
  USER_ID_REMOVED: () =>
    'it was the ID of a user who has been removed, and stays taken. Please choose another user ID.',
};

function actionNames(of: ImportColumn | null): string {
  if (of?.kind !== 'ACTIONS') return '';
  return actionsOf[of.service].map((action) => labels.action[action]).join(', ');
}

function text(problem: ImportProblem): string {
  const { code, bounds, of } = problem;
  const field = of === null ? 'This cell' : heading(of);
  if (isOfFile(code)) return `${field}: ${texts[code](problem)}`;
  return inputProblem({ path: '', code, ...(bounds && { bounds }) }, field);
}

function isOfFile(code: ImportProblem['code']): code is FileCode {
  return Object.hasOwn(texts, code);
}

export const enImport = { column: heading, problem: text };
