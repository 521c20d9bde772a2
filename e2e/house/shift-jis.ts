const decoder = new TextDecoder('shift_jis', { fatal: true });

/** What Windows in Japan writes for each letter: read off the decoder, since Node has no encoder for it. */
const bytesOf = new Map<string, readonly number[]>();
for (let lead = 0x81; lead <= 0xfc; lead += 1) {
  for (let trail = 0x40; trail <= 0xfc; trail += 1) note([lead, trail]);
}
for (let single = 0; single < 0x80; single += 1) note([single]);

function note(bytes: readonly number[]): void {
  try {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if ([...letter].length === 1 && !bytesOf.has(letter)) bytesOf.set(letter, bytes);
  } catch {
    // No letter stands there.
  }
}

/** A text as a spreadsheet in Japan saves it as plain "CSV". */
export function shiftJis(text: string): Buffer {
  return Buffer.from(
    [...text].flatMap((letter) => {
      const bytes = bytesOf.get(letter);
      if (bytes === undefined) throw new Error(`Shift_JIS has no ${letter}.`);
      return bytes;
    }),
  );
}
