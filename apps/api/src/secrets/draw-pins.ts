import { randomInt } from 'node:crypto';

import { Pin } from './pin.ts';

/** Letters and digits that nobody mistakes for one another on paper: 32, so 5 bits each. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function group(length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** A drawn PIN: to show once, and to hash. */
export interface DrawnPin {
  readonly text: string;
  readonly pin: Pin;
}

/** R2: 60 bits in groups of four. */
export function drawRegistrationPin(): DrawnPin {
  return drawn([group(4), group(4), group(4)].join('-'));
}

/** A temporary PIN, for one logon on the way to a person's own: 50 bits. */
export function drawTemporaryPin(): DrawnPin {
  return drawn([group(5), group(5)].join('-'));
}

function drawn(text: string): DrawnPin {
  return { text, pin: Pin.of(text) };
}
