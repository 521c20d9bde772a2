import { createHmac } from 'node:crypto';

import { challengeLength } from '@monban/domain/card';
import { day, hour, type Instant } from '@monban/domain/instant';

import type { KeySet, SecretKey } from './key-set.ts';

/** A challenge as a page gets it. */
export interface Challenge {
  readonly id: string;
  readonly cells: readonly number[];
}

/** What stands in for whoever does not exist, is locked or cannot succeed: an answer to strangers tells nothing. */
export interface Decoys {
  /** The decoy contract on which attempts for this ID cost what they cost on a real one; always the same. */
  contractFor(contractId: string, personKey: string): string;
  /** Stands for a contract ID that a stranger typed, where it must not be written down. */
  namelessKey(contractId: string): string;
  /** The challenge of an ID that cannot log on: as stable as a working contract's, and moving as one does (A8). */
  challengeFor(contractId: string, now: Instant): Challenge;
  /** Whether that challenge is another one by `now` than it was at `since`. */
  movedSince(contractId: string, since: Instant, now: Instant): boolean;
}

/** As many as the first migration laid down. */
export const decoyCount = 4096;

/** Logons are counted from here on; no contract is older. */
const beginning = Date.UTC(2026, 0, 1) - 9 * hour;
const cellsOnCard = 100;
const logonsPerDeck = cellsOnCard / challengeLength;

/** @param keys outside the database; all that is drawn here is drawn from the current one, so every server draws the same */
export function createDecoys(keys: Pick<KeySet<SecretKey>, 'current'>): Decoys {
  const draw = (...parts: readonly (string | number)[]) =>
    createHmac('sha256', keys.current.key).update(parts.join('|')).digest();

  /**
   * How many logons this contract would have had by `now`: none, one or two a working day, at moments of its own.
   * One draw covers 32 days.
   */
  function logonsBy(contractId: string, now: Instant): number {
    const today = Math.max(0, Math.floor((now - beginning) / day));
    let logons = 0;
    for (let month = 0; month * 32 <= today; month += 1) {
      const drawn = draw('logons', contractId, month);
      for (let index = 0; index < 32 && month * 32 + index < today; index += 1)
        logons += (drawn[index] ?? 0) % 3;
    }
    const ofToday = (draw('logons', contractId, Math.floor(today / 32))[today % 32] ?? 0) % 3;
    const moments = draw('moments', contractId, today);
    const sinceMidnight = (now - beginning) % day;
    for (let index = 0; index < ofToday; index += 1) {
      // Between 8:00 and 18:40 in Japan.
      const moment = 8 * hour + moments.readUInt16BE(index * 2) * 586;
      if (moment <= sinceMidnight) logons += 1;
    }
    return logons;
  }

  /** A shuffled card: 25 challenges pass before a cell comes again, as on a real one. */
  function deck(contractId: string, number: number): readonly number[] {
    const stream = Buffer.concat(
      [0, 1, 2, 3, 4, 5, 6].map((part) => draw('deck', contractId, number, part)),
    );
    const cells = Array.from({ length: cellsOnCard }, (_, cell) => cell);
    return cells
      .map((cell) => ({ cell, weight: stream.readUInt16BE(cell * 2) }))
      .sort((one, other) => one.weight - other.weight || one.cell - other.cell)
      .map(({ cell }) => cell);
  }

  return {
    contractFor(contractId, personKey) {
      const number = draw('contract', contractId, personKey).readUInt32BE(0) % decoyCount;
      return `D${String(number).padStart(10, '0')}`;
    },
    namelessKey: (contractId) => draw('nameless', contractId).subarray(0, 16).toString('base64url'),
    movedSince: (contractId, since, now) =>
      logonsBy(contractId, since) !== logonsBy(contractId, now),
    challengeFor(contractId, now) {
      const logons = logonsBy(contractId, now);
      const first = (logons % logonsPerDeck) * challengeLength;
      return {
        id: draw('challenge', contractId, logons).subarray(0, 16).toString('base64url'),
        cells: deck(contractId, Math.floor(logons / logonsPerDeck)).slice(
          first,
          first + challengeLength,
        ),
      };
    },
  };
}
