import { userIdKey, type UserId } from '@monban/domain/id';
import { after } from '@monban/domain/instant';

import { type Asked, sessionOf } from '../../operation.ts';
import type { TemporaryPins } from './temporary-pins.ts';

/** How long PINs that were prepared can be used: an import is confirmed in the same sitting. */
const validSeconds = 15 * 60;

/**
 * A user's temporary PINs on their way to being used, in a text that only we can read, bound to the session that they
 * were prepared in and to the user ID (ADR 22). Until then nothing of them is stored.
 */
export function sealPins({ shown, hashes }: TemporaryPins, userId: UserId, asked: Asked): string {
  const until = after(asked.services.now(), validSeconds);
  const { pin, confirmationPin } = shown;
  const { logonHash, confirmationHash } = hashes;
  const parts: Parts = [until, pin, confirmationPin, logonHash, confirmationHash];
  return asked.services.seal.sealText(JSON.stringify(parts), 'TEMPORARY_PINS', bond(userId, asked));
}

/** Null: prepared in another session or for somebody else, too long ago, or not by us. */
export function openPins(sealed: string, userId: UserId, asked: Asked): TemporaryPins | null {
  const { seal, now } = asked.services;
  const text = seal.openText(sealed, 'TEMPORARY_PINS', bond(userId, asked));
  if (text === null) return null;
  // Sealed by nobody but us, above.
  const [until, pin, confirmationPin, logonHash, confirmationHash] = JSON.parse(text) as Parts;
  if (now() >= until) return null;
  return { shown: { pin, confirmationPin }, hashes: { logonHash, confirmationHash } };
}

type Parts = readonly [
  until: number,
  pin: string,
  confirmationPin: string,
  logonHash: string,
  confirmationHash: string,
];

function bond(userId: UserId, asked: Asked): readonly string[] {
  const { contractId, publicId } = sessionOf(asked);
  return [contractId, publicId, userIdKey(userId)];
}
