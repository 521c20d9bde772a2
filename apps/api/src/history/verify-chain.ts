import type { historyEntries } from '../db/tables/history.ts';
import { entryHash, type Head } from './record.ts';

/** The first thing that does not fit, and at which entry. */
export interface Break {
  readonly number: number;
  readonly kind: BreakKind;
}

export type BreakKind =
  /** No such entry, though the history goes on behind it or its head counts it: deleted, or cut off. */
  | 'MISSING'
  /** An entry where none can be: put in before the first or behind the last. */
  | 'UNEXPECTED'
  /** It does not say what it said when its hash was taken, or is found by something else than it says. */
  | 'ALTERED'
  /** It follows another entry than the one before it. */
  | 'UNCHAINED'
  /** The last entry is another one than the head names. */
  | 'NOT_THE_HEAD'
  /** Once the history ended here with another hash: it was written anew. */
  | 'NOT_AS_KEPT';

type EntryRow = typeof historyEntries.$inferSelect & { readonly foundByWhatItSays: boolean };

/** A head that was noted down outside the database: what it names must still be there. */
export interface KeptHead {
  readonly count: number;
  /** In hexadecimal. */
  readonly hash: string;
}

/** Takes a contract's entries in order, and says where the first of them breaks the chain. */
export interface ChainCheck {
  take(entry: EntryRow): Break | null;
  /** Once all were taken. */
  end(): Break | null;
}

export function checkChain(head: Head, kept: KeptHead | null): ChainCheck {
  let count = 0;
  let hash: Buffer = Buffer.alloc(32);

  function asKept(): Break | null {
    const differs = kept !== null && kept.count === count && kept.hash !== hash.toString('hex');
    return differs ? { number: count, kind: 'NOT_AS_KEPT' } : null;
  }

  return {
    take(entry) {
      const { number } = entry;
      if (number > count + 1) return { number: count + 1, kind: 'MISSING' };
      if (number < count + 1) return { number, kind: 'UNEXPECTED' };
      if (!entry.foundByWhatItSays || !entryHash(entry).equals(entry.hash))
        return { number, kind: 'ALTERED' };
      if (!entry.previousHash.equals(hash)) return { number, kind: 'UNCHAINED' };
      count = number;
      hash = entry.hash;
      return asKept();
    },
    end() {
      // Opening the contract is an entry: an empty history is none.
      const due = Math.max(1, head.historyCount, kept?.count ?? 0);
      if (count < due) return { number: count + 1, kind: 'MISSING' };
      return hash.equals(head.historyHash) ? null : { number: count, kind: 'NOT_THE_HEAD' };
    },
  };
}
