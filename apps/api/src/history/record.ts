import { createHash } from 'node:crypto';

import type { HistoryEvent } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';
import { unreachable } from '@monban/domain/refusal';

import type { historyEntries } from '../db/tables/history.ts';

/** Who did it. `STRANGER`: somebody who proved nothing; `SYSTEM`: what follows from time alone. */
export type Actor =
  | { readonly kind: 'STRANGER' | 'ADMINISTRATOR' | 'SYSTEM' }
  | { readonly kind: 'USER'; readonly userId: string }
  /** `subject`: the human behind the token. */
  | { readonly kind: 'BANK'; readonly clientId: string; readonly subject: string };

/** User IDs hold neither `@` nor `/`: nobody can be named like something else. */
export function actorShown(actor: Actor): string {
  switch (actor.kind) {
    case 'USER':
      return actor.userId;
    case 'BANK':
      return `${actor.clientId}/${actor.subject}`;
    case 'ADMINISTRATOR':
    case 'STRANGER':
    case 'SYSTEM':
      return `@${actor.kind.toLowerCase()}`;
    default:
      return unreachable(actor);
  }
}

/** What an act adds to the history. */
export interface Happening {
  readonly event: HistoryEvent;
  readonly actor: Actor;
}

export interface Circumstances {
  readonly at: Instant;
  readonly operation: string;
  /** The person's network address; null where nobody came over a network. */
  readonly address: string | null;
}

/** Where a contract's history ends: how many entries, and the last one's hash. */
export interface Head {
  readonly historyCount: number;
  readonly historyHash: Buffer;
}

type NewEntry = typeof historyEntries.$inferInsert;

/** The next entries of a contract's chain, each with the hash of the one before, and the head after them. */
export function chain(
  contractId: string,
  head: Head,
  happenings: readonly Happening[],
  circumstances: Circumstances,
): { readonly entries: readonly NewEntry[]; readonly head: Head } {
  let { historyCount, historyHash } = head;
  const entries = happenings.map(({ event, actor }) => {
    const entry = {
      contractId,
      number: (historyCount += 1),
      ...circumstances,
      actor: JSON.stringify(actor),
      event: JSON.stringify(event),
      previousHash: historyHash,
    };
    historyHash = entryHash(entry);
    return { ...entry, hash: historyHash };
  });
  return { entries, head: { historyCount, historyHash } };
}

/** SHA-256 over everything an entry says and the hash of the entry before it. */
export function entryHash(entry: Omit<NewEntry, 'hash'>): Buffer {
  const said = [
    entry.contractId,
    entry.number,
    entry.at,
    entry.operation,
    entry.actor,
    entry.address ?? null,
    entry.event,
    entry.previousHash.toString('hex'),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest();
}
