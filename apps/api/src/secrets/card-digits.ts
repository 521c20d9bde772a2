import { hkdfSync, randomBytes } from 'node:crypto';

import { expectedOneTimePassword, sameDigits } from '@monban/domain/card';

import type { KeySet, SecretKey } from './key-set.ts';
import { type OneTimePassword, openOneTimePassword } from './open-pin.ts';

/** What the database keeps of a card's table: neither this nor the key alone reveals a digit (R8). */
export interface CardSeed {
  readonly keyId: string;
  readonly salt: Buffer;
}

/** The digits of customer cards, derived when they are needed. */
export interface CardDigits {
  /** A seed for a new card: the current key, and 128 random bits. */
  draw(): CardSeed;
  /** The whole table, row by row: shown once, when the card is issued. */
  table(seed: CardSeed, cells: number): string;
  /** Whether the one-time password is what these cells show. */
  fits(seed: CardSeed, total: number, cells: readonly number[], entered: OneTimePassword): boolean;
}

export function createCardDigits(keys: KeySet<SecretKey>): CardDigits {
  function table({ keyId, salt }: CardSeed, cells: number): string {
    const key = keys.byId(keyId);
    if (key === null) throw new Error('A card names a key that the key ring lacks.');
    // Bytes of 250 and more are passed over, or the digits 0–5 would come up more often than the others.
    const stream = Buffer.from(
      hkdfSync('sha256', key.key, salt, 'monban card digits', cells * 2 + 64),
    );
    const digits = [...stream].filter((byte) => byte < 250).map((byte) => String(byte % 10));
    if (digits.length < cells) throw new Error('The card’s digits ran out.');
    return digits.slice(0, cells).join('');
  }
  return {
    draw: () => ({ keyId: keys.current.id, salt: randomBytes(16) }),
    table,
    fits: (seed, total, cells, entered) =>
      sameDigits(expectedOneTimePassword(table(seed, total), cells), openOneTimePassword(entered)),
  };
}
