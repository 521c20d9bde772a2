import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keepFirst } from './keep-first.ts';
import { drawKeyRing, loadKeyRing } from './key-ring-file.ts';
import type { KeyRing } from './key-set.ts';

export { KeyRingError } from './key-ring-file.ts';
export type { KeyRing } from './key-set.ts';

/** Where the ring is: a file of the operator's, or the one that development keeps for itself. */
export interface KeyRingPlace {
  /** `MONBAN_KEYS` */
  readonly keysFile: string | null;
  /** `MONBAN_DATA_DIR` */
  readonly dataDir: string;
}

/** The ring's file. */
export function keyRingPath({ dataDir, keysFile }: KeyRingPlace): string {
  return keysFile ?? join(dataDir, 'keys.json');
}

/**
 * Opens the key ring. A file that was named must exist; in the data directory it is made at first
 * use, and of several processes starting at once all end with the same one.
 */
export function openKeyRing(place: KeyRingPlace): KeyRing {
  const path = keyRingPath(place);
  if (place.keysFile === null && !existsSync(path)) {
    mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
    keepFirst(path, drawKeyRing());
  }
  return loadKeyRing(path);
}
