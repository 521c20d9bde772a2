import { chapters } from './chapters.ts';
import type { Asker, Example, Values } from './example.ts';

/** A value that somebody fills in, and where they get it. */
export interface FilledIn {
  readonly name: string;
  readonly label: string;
  readonly from: string;
}

/** Where no example tells a value, or another one is wanted than it told. */
export const filledIn: readonly FilledIn[] = [
  {
    name: 'bankToken',
    label: 'Bank token',
    from: 'npm run -s monban -- bank-token --scope desk,transactions,read,mail',
  },
  {
    name: 'anotherToken',
    label: 'Another clerk’s token',
    from: 'npm run -s monban -- bank-token --scope desk --sub clerk2',
  },
  { name: 'contractId', label: 'Contract ID', from: 'opening a contract, or the demo’s' },
  { name: 'code', label: 'Code of the mail', from: '/dev/mailbox' },
];

const headers: Readonly<Record<Asker, Readonly<Record<string, string>>>> = {
  STRANGER: {},
  ADMINISTRATOR: {},
  BANK: { Authorization: 'Bearer {{bankToken}}' },
  ANOTHER_CLERK: { Authorization: 'Bearer {{anotherToken}}' },
  USER: { Authorization: 'Bearer {{bankToken}}', 'Monban-Session': '{{sessionToken}}' },
};

/** The headers of an example, with `{{…}}` where a value belongs. */
export function headersOf({ as }: Example): Readonly<Record<string, string>> {
  return headers[as];
}

/** A text with values put in, or the names of those that nobody knows yet. */
export type Filled<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly missing: readonly string[] };

/**
 * Puts values where their names stand. A text that is one name alone becomes the value itself, of
 * whatever kind; within a longer text it becomes part of it.
 */
export function fill<T>(template: T, values: Values): Filled<T> {
  const missing = new Set<string>();
  const valueOf = (name: string): unknown => {
    const value = values[name];
    if (value === undefined || value === '') missing.add(name);
    return value;
  };
  const filled = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const alone = /^\{\{(\w+)\}\}$/.exec(part)?.[1];
      return alone === undefined
        ? part.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(valueOf(name)))
        : valueOf(alone);
    }
    if (Array.isArray(part)) return part.map(filled);
    return typeof part === 'object' && part !== null
      ? Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, filled(inner)]))
      : part;
  };
  // Filled, it has the shape of the template.
  const value = filled(template) as T;
  return missing.size === 0 ? { ok: true, value } : { ok: false, missing: [...missing] };
}

/** What is known once an operation was answered. */
export function learn(values: Values, data: unknown): Values {
  const told = chapters
    .flatMap(({ examples }) => examples)
    .flatMap(({ learns = {} }) => Object.entries(learns))
    .map(([name, path]) => [name, at(data, path.split('.'))] as const)
    .filter(([, value]) => value !== undefined && value !== null);
  const known: Values = { ...values, ...Object.fromEntries(told) };
  return { ...known, ...readCard(known) };
}

/** Where a value comes from, as a sentence for whoever lacks it. */
export function sourceOf(name: string): string {
  const needed = name === 'oneTimePassword' ? 'cells' : name;
  const example = chapters
    .flatMap(({ examples }) => examples)
    .find(({ learns = {} }) => needed in learns);
  const by = filledIn.find((one) => one.name === name);
  return example === undefined
    ? `${name} is not known: ${by === undefined ? 'write it in its place' : `fill it in (${by.from})`}.`
    : `${name} is not known: run “${example.title}” first.`;
}

function at(data: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return data;
  if (typeof data !== 'object' || data === null) return undefined;
  const inner: unknown = Object.entries(data).find(([name]) => name === key)?.[1];
  return at(inner, rest);
}

interface Cell {
  readonly column: string;
  readonly row: string;
}

/** R7: reads the one-time password off the card, as the administrator does with their eyes. */
function readCard({ digits, cells }: Values): Values {
  if (!Array.isArray(digits) || !Array.isArray(cells)) return {};
  const oneTimePassword = cells
    .map(({ column, row }: Cell) =>
      String(digits[Number(row)]).charAt('ABCDEFGHIJ'.indexOf(column)),
    )
    .join('');
  return { oneTimePassword };
}
