import { readFileSync, statSync } from 'node:fs';

import { faultCode } from './fault-code.ts';

/**
 * The text of a file that holds a key: nobody but its owner and group may open it.
 * @param fault makes what is thrown, of what is wrong with the file
 */
export function readPrivateFile(path: string, fault: (what: string) => Error): string {
  const text = readTextFile(path, fault);
  if ((statSync(path).mode & 0o007) !== 0)
    throw fault('everybody on this machine may open it; make it private (chmod 600)');
  return text;
}

/** The text of a file that everybody may open. */
export function readTextFile(path: string, fault: (what: string) => Error): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw fault(`it can’t be read (${faultCode(error)})`);
  }
}
