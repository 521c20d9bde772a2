import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';

import { faultCode } from '../fault-code.ts';
import { CommandError } from './command.ts';

/** Where a card's sheet is going to be kept. */
export interface SheetFile {
  /** Writes the PDF, given as base64. */
  keep(pdf: string): void;
  /** There is nothing to keep: takes the place away again. */
  drop(): void;
}

/**
 * Makes the file before anything is opened: a card is shown once, and must not find its place taken. For its owner
 * alone, and never over another file.
 */
export function reserveSheetFile(path: string): SheetFile {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    const code = faultCode(error);
    throw new CommandError(
      code === 'EEXIST'
        ? '--sheet names a file that is there already; nothing was opened.'
        : `--sheet names a file that can't be written (${code}); nothing was opened.`,
    );
  }
  return {
    keep: (pdf) => {
      const bytes = Buffer.from(pdf, 'base64');
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written);
      closeSync(file);
    },
    drop: () => {
      closeSync(file);
      unlinkSync(path);
    },
  };
}
