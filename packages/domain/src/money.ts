import type { Branded } from './brand.ts';
import { type InputProblem, problem } from './problem.ts';
import { err, ok, type Result } from './result.ts';

/** Whole yen, 0 … 9,999,999,999,999: past 32 bits, well within a double's whole numbers. */
export type Yen = Branded<number, 'Yen'>;

export const maximumYen = 10 ** 13 - 1;
const bounds = { min: 0, max: maximumYen };

/** What a limit that isn't set counts as. */
export const zeroYen = 0 as Yen;

export function parseYen(amount: number, path: string): Result<Yen, InputProblem> {
  if (!Number.isInteger(amount)) return err(problem(path, 'NOT_WHOLE_YEN'));
  if (amount < bounds.min || amount > bounds.max) {
    return err(problem(path, 'OUT_OF_RANGE', bounds));
  }
  // Minus zero passes every test above, and prints as "-0" in some places.
  return ok((amount === 0 ? 0 : amount) as Yen);
}

export function smallest(first: Yen, ...others: readonly Yen[]): Yen {
  return others.reduce((least, amount) => (amount < least ? amount : least), first);
}

/** `¥1,050,000,000`, in both languages. */
export function formatYen(amount: number): string {
  return `¥${grouped(amount)}`;
}

const myriads = [
  { unit: '兆', worth: 10 ** 12 },
  { unit: '億', worth: 10 ** 8 },
  { unit: '万', worth: 10 ** 4 },
  { unit: '', worth: 1 },
] as const;

/** The amount as it is read aloud, exactly: `10億5,000万円`. */
export function readYen(amount: number): string {
  const parts = myriads.map(({ unit, worth }) => {
    const digits = Math.floor(amount / worth) % 10_000;
    return digits === 0 ? '' : grouped(digits) + unit;
  });
  return `${parts.join('') || '0'}円`;
}

const figure = '([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)';
const written = new RegExp(
  `^[¥\\\\]?(?:${figure}兆)?(?:${figure}億)?(?:${figure}万)?${figure}?円?$`,
);

/**
 * Reads an amount as people write it: `80万`, `1,000,000`, `１，０００円`, `10億5,000万`. Exact: what
 * could be read in two ways (`1億50000万`, `1,00`) is refused. For input fields of the web
 * application; the API takes whole numbers.
 */
export function parseYenText(text: string, path: string): Result<Yen, InputProblem> {
  const plain = halfWidthAmount(text);
  if (plain === '') return err(problem(path, 'REQUIRED'));
  const figures = written.exec(plain)?.slice(1);
  if (figures === undefined || figures.every((each) => each === undefined)) {
    return err(problem(path, 'UNREADABLE_AMOUNT'));
  }
  let sum = 0;
  for (const [index, { worth }] of myriads.entries()) {
    const count = Number((figures[index] ?? '0').replaceAll(',', ''));
    // Behind a higher unit only what is below it makes sense.
    if (sum > 0 && count >= 10_000) return err(problem(path, 'UNREADABLE_AMOUNT'));
    sum += count * worth;
  }
  // Hundreds of digits make Infinity, which is out of range rather than no whole number.
  return parseYen(Math.min(sum, maximumYen + 1), path);
}

/** `０`–`９`, `，` and `￥` made half-width; blanks at the ends dropped. */
function halfWidthAmount(text: string): string {
  return text
    .trim()
    .replace(/[０-９，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/^￥/, '¥');
}

function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}
