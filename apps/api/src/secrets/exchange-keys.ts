import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';

import { faultCode } from '../fault-code.ts';
import { drawKey, KeyRingError, loadKeyRing } from './key-ring-file.ts';

/** Whose keys can be exchanged. */
export const keyPurposes = ['pepper', 'card', 'seal', 'decoy', 'signing'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** A purpose's keys as the file has them, in its order. */
interface KeptSet {
  readonly current: string;
  /** Prepared, and to be the current one at the next exchange. */
  readonly next?: string;
  readonly keys: Readonly<Record<string, unknown>>;
}

type KeptRing = Readonly<Record<KeyPurpose, KeptSet>>;

export interface ExchangedKey {
  readonly purpose: KeyPurpose;
  /** Current until now, and kept. */
  readonly from: string;
  /** The new one: current, or only prepared. */
  readonly to: string;
}

/**
 * Adds a new key for each purpose behind those that are there. It becomes the current one, or with `prepare` waits for
 * that under the name of `next`: the next exchange takes that key rather than a new one, and no other that is there. An
 * old key that came back into use might be one that has leaked.
 */
export function exchangeKeys(
  path: string,
  purposes: readonly KeyPurpose[],
  prepare: boolean,
): readonly ExchangedKey[] {
  const exchanged: ExchangedKey[] = [];
  rewrite(path, (ring) => {
    const sets = purposes.map((purpose) => {
      const { current: from, keys, next } = ring[purpose];
      const { id, key } = next === undefined ? drawKey(purpose) : { id: next, key: keys[next] };
      exchanged.push({ purpose, from, to: id });
      const names = prepare ? { current: from, next: id } : { current: id };
      return [purpose, { ...names, keys: { ...keys, [id]: key } }] as const;
    });
    return { ...ring, ...Object.fromEntries(sets) };
  });
  return exchanged;
}

export interface FoundKey {
  readonly purpose: KeyPurpose;
  readonly isCurrent: boolean;
}

/** For what keys of this ID are there: an operator's own ring may call two of them alike. */
export function findKeys(path: string, id: string): readonly FoundKey[] {
  const ring = loadKeyRing(path);
  return keyPurposes.flatMap((purpose) =>
    ring[purpose].byId(id) === null
      ? []
      : [{ purpose, isCurrent: ring[purpose].current.id === id }],
  );
}

/** Takes a key out of the ring that is not the current one. */
export function dropKey(path: string, purpose: KeyPurpose, id: string): void {
  rewrite(path, (ring) => {
    const { current, keys, next } = ring[purpose];
    const rest = Object.fromEntries(Object.entries(keys).filter(([each]) => each !== id));
    const names = next === undefined || next === id ? { current } : { current, next };
    return { ...ring, [purpose]: { ...names, keys: rest } };
  });
}

/** Writes the ring beside and puts it in the old one's place whole; that the draft's name is one keeps a second writer off. */
function rewrite(path: string, change: (ring: KeptRing) => KeptRing): void {
  loadKeyRing(path);
  const draft = `${path}.new`;
  const owner = statSync(path);
  const file = openDraft(draft);
  try {
    try {
      const ring = JSON.parse(readFileSync(path, 'utf8')) as KeptRing;
      writeSync(file, `${JSON.stringify(change(ring), null, 2)}\n`);
      // Whoever could read the ring still can, and nobody else.
      fchownSync(file, owner.uid, owner.gid);
      fchmodSync(file, owner.mode & 0o660);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // A ring that no server could open never gets into its place.
    loadKeyRing(draft);
    renameSync(draft, path);
  } catch (error) {
    unlinkSync(draft);
    throw error;
  }
}

function openDraft(draft: string): number {
  try {
    return openSync(draft, 'wx', 0o600);
  } catch (error) {
    const code = faultCode(error);
    throw new KeyRingError(
      code === 'EEXIST'
        ? `Keys are being exchanged already, or that was broken off: then delete ${draft}.`
        : `The key ring can't be written beside ${draft} (${code}).`,
    );
  }
}
