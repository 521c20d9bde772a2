/**
 * One field of a CSV text. Lines and columns are a spreadsheet's rows and columns, from 1: that is where people look
 * for them. A line break within quotes begins no new line.
 */
export interface CsvField {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Where the text breaks the format (RFC 4180). What follows is read as a spreadsheet reads it. */
export interface CsvFault {
  readonly code: 'QUOTE_NOT_CLOSED' | 'TEXT_AFTER_QUOTE';
  readonly line: number;
  readonly column: number;
}

export interface Csv {
  readonly rows: readonly (readonly CsvField[])[];
  readonly faults: readonly CsvFault[];
}

const byteOrderMark = '\ufeff';
const quoted = /"([^"]*(?:""[^"]*)*)("?)/y;
const plain = /[^,\r\n]*/y;
const separator = /,|\r\n|\r|\n/y;

/** Reads a CSV text (RFC 4180): commas, quotes, CRLF or LF or CR, a byte order mark or none. */
export function readCsv(text: string): Csv {
  const rows: CsvField[][] = [[]];
  const faults: CsvFault[] = [];
  let at = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found;
  };
  while (at < text.length) {
    const row = rows.at(-1) ?? [];
    const place = { line: rows.length, column: row.length + 1 };
    const inside = take(quoted);
    // A quote in the middle of a field without quotes is a letter like others.
    const outside = take(plain)?.[0] ?? '';
    if (inside?.[2] === '') faults.push({ code: 'QUOTE_NOT_CLOSED', ...place });
    else if (inside !== null && outside !== '') faults.push({ code: 'TEXT_AFTER_QUOTE', ...place });
    row.push({ text: (inside?.[1] ?? '').replaceAll('""', '"') + outside, ...place });
    const end = take(separator)?.[0];
    if (end === ',') {
      // A comma at the very end leaves an empty field behind it.
      if (at === text.length) row.push({ text: '', ...place, column: place.column + 1 });
    } else if (at < text.length) rows.push([]);
  }
  return { rows: rows.filter((row) => row.length > 0), faults };
}

/** What spreadsheets take for the beginning of a formula, in both widths. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Writes rows as CSV (RFC 4180, CRLF). A text that a spreadsheet would take for a formula gets an apostrophe before
 * it: what somebody has put into a name is not run on the computer of whoever opens the file.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
