import { createHash, createHmac, randomBytes } from 'node:crypto';

import {
  type RetrievalCode,
  retrievalCodeText,
  retrievalLetters,
} from '@monban/domain/certificate-grant';

import type { KeySet, SecretKey } from './key-set.ts';

/** A code as its person gets it, and what the database keeps of it. */
export interface DrawnCode {
  /** `ABCD-EFGH-…` */
  readonly text: string;
  readonly hash: Buffer;
}

/** Whose contract a code names. That it was ever given out, only the database knows. */
export interface OpenedCode {
  readonly contractId: string;
  readonly hash: Buffer;
}

/**
 * Codes that people type: short, and yet carrying their contract in sealed form, so that the look-up knows its scope.
 * 20 letters are drawn (100 bits), 8 are the contract ID behind a pad that key and drawn letters make.
 */
export interface RetrievalCodes {
  draw(contractId: string): DrawnCode;
  /** One for each key of the ring that may have sealed it: mostly one, or none. */
  open(code: RetrievalCode): readonly OpenedCode[];
}

const drawnLetters = 20;
const padBits = 40n;
const contractIds = 10n ** 11n;

export function createRetrievalCodes(keys: KeySet<SecretKey>): RetrievalCodes {
  return {
    draw(contractId) {
      const drawn = lettersOf(BigInt(`0x${randomBytes(13).toString('hex')}`) >> 4n, drawnLetters);
      const sealed = BigInt(contractId) ^ padOf(keys.current, drawn);
      // Both parts are made of the letters that a code has.
      const code = (drawn + lettersOf(sealed, Number(padBits) / bitsALetter)) as RetrievalCode;
      return { text: retrievalCodeText(code), hash: hashOf(code) };
    },

    open(code) {
      const drawn = code.slice(0, drawnLetters);
      const sealed = numberOf(code.slice(drawnLetters));
      return keys.all
        .map((key) => sealed ^ padOf(key, drawn))
        .filter((contractId) => contractId < contractIds)
        .map((contractId) => ({
          contractId: String(contractId).padStart(11, '0'),
          hash: hashOf(code),
        }));
    },
  };
}

const bitsALetter = 5;

function lettersOf(value: bigint, length: number): string {
  let [left, letters] = [value, ''];
  for (let place = 0; place < length; place += 1) {
    letters = (retrievalLetters[Number(left & 31n)] ?? '') + letters;
    left >>= BigInt(bitsALetter);
  }
  return letters;
}

function numberOf(letters: string): bigint {
  return [...letters].reduce(
    (sum, letter) => (sum << BigInt(bitsALetter)) | BigInt(retrievalLetters.indexOf(letter)),
    0n,
  );
}

function padOf({ key }: SecretKey, drawn: string): bigint {
  const bytes = createHmac('sha256', key).update(`retrieval code ${drawn}`).digest();
  return bytes.readBigUInt64BE() >> (64n - padBits);
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
