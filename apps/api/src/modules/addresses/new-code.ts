import { after, type Instant } from '@monban/domain/instant';
import { confirmationCode } from '@monban/domain/notification-address';

import type { Services } from '../../services.ts';

const secondsAnHour = 3600;

/** A code that waits for its address, drawn anew. */
export function newCode({ addressCodes }: Services, now: Instant) {
  return {
    codeSalt: addressCodes.drawSalt(),
    codeUntil: after(now, confirmationCode.hours * secondsAnHour),
    codeWrong: 0,
  };
}
