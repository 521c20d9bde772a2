import { createHmac, randomBytes } from 'node:crypto';

import { sameDigits } from '@monban/domain/card';
import { confirmationCode } from '@monban/domain/notification-address';

import type { KeySet, SecretKey } from './key-set.ts';

/** What a code is drawn from, beside the key. */
export interface CodeSeed {
  readonly contractId: string;
  readonly address: string;
  readonly salt: Buffer;
}

/**
 * Codes that put a mail address in force (R10). Derived when the mail is written and when they are entered: neither
 * the database nor the history holds one.
 */
export interface AddressCodes {
  drawSalt(): Buffer;
  /** 6 digits, for the mail. */
  code(seed: CodeSeed): string;
  fits(seed: CodeSeed, entered: string): boolean;
}

export function createAddressCodes(keys: KeySet<SecretKey>): AddressCodes {
  return {
    drawSalt: () => randomBytes(16),
    code: (seed) => derive(keys.current, seed),
    fits: (seed, entered) => keys.all.some((key) => sameDigits(derive(key, seed), entered)),
  };
}

function derive({ key }: SecretKey, { contractId, address, salt }: CodeSeed): string {
  const said = JSON.stringify(['notification address', contractId, address, salt.toString('hex')]);
  const drawn = createHmac('sha256', key).update(said).digest().readBigUInt64BE();
  // Of 2^64 numbers a remainder of a million favours none by more than one in 10^13.
  return String(drawn % 10n ** BigInt(confirmationCode.digits)).padStart(
    confirmationCode.digits,
    '0',
  );
}
