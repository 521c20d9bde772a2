import { longestImport } from '@monban/domain/import-problem';
import { useRef, useState } from 'react';
import { decodeFile } from './decode-file.ts';

/** What is wrong with a file before anything of it is read: keys of the words for it. */
export type FileTrouble = 'tooLong' | 'noText' | 'unreadable';

export interface ChosenFile {
  readonly file: File | null;
  /** Its text, once it is read; null: there is none, or it is none. */
  readonly csv: string | null;
  readonly trouble: FileTrouble | null;
  readonly choose: (file: File | null) => void;
}

const nothing = { file: null, csv: null, trouble: null };

/** The file that somebody chose, in this page's memory alone. */
export function useChosenFile(): ChosenFile {
  const [chosen, setChosen] = useState<Omit<ChosenFile, 'choose'>>(nothing);
  const last = useRef<File>(null);
  const choose = (file: File | null) => {
    last.current = file;
    setChosen({ ...nothing, file });
    if (file === null) return;
    void readFile(file).then((read) => {
      // Another one was chosen meanwhile.
      if (last.current === file) setChosen({ ...nothing, file, ...read });
    });
  };
  return { ...chosen, choose };
}

async function readFile(
  file: File,
): Promise<{ readonly csv: string } | { readonly trouble: FileTrouble }> {
  // No encoding makes twice as many bytes of a text as UTF-8: such a one need not be read.
  if (file.size > 2 * longestImport) return { trouble: 'tooLong' };
  try {
    const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()));
    if (decoded.kind === 'NO_TEXT') return { trouble: 'noText' };
    const bytes = new TextEncoder().encode(decoded.text).length;
    return bytes > longestImport ? { trouble: 'tooLong' } : { csv: decoded.text };
  } catch {
    // Moved or taken away since it was chosen.
    return { trouble: 'unreadable' };
  }
}
