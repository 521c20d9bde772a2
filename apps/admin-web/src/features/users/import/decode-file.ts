/** What came of a file's bytes. */
export type Decoded =
  | { readonly kind: 'TEXT'; readonly text: string }
  /** A workbook, a picture, UTF-16: no CSV file. */
  | { readonly kind: 'NO_TEXT' };

/** What stands in for bytes that are no text: whoever reads the file names the line and the column. */
const lost = /\ufffd/g;
const beyondAscii = /[^\0-\x7f\ufffd]/gu;

/**
 * The text of a CSV file in UTF-8 (with a byte order mark or without) or Shift_JIS as Windows writes it (① is in it).
 * Bytes that fit neither become U+FFFD. Shift_JIS fits almost nothing of UTF-8; the other way round much fits by
 * chance, and would be read as other letters: so UTF-8 is asked first, and a few broken bytes don't speak against it.
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.includes(0)) return { kind: 'NO_TEXT' };
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = count(utf8, lost);
  const text =
    broken === 0 || count(utf8, beyondAscii) > broken
      ? utf8
      : new TextDecoder('shift_jis').decode(bytes);
  return { kind: 'TEXT', text };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
