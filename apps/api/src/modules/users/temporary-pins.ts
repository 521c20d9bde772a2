import { type Instant, afterDays } from '@monban/domain/instant';

import type { Asked } from '../../operation.ts';
import { drawTemporaryPin } from '../../secrets/draw-pins.ts';

/** Both temporary PINs of a user: shown once, kept as hashes. */
export interface TemporaryPins {
  readonly hashes: { readonly logonHash: string; readonly confirmationHash: string };
  readonly shown: { readonly pin: string; readonly confirmationPin: string };
}

export async function drawTemporaryPins({ services: { hasher } }: Asked): Promise<TemporaryPins> {
  const logon = drawTemporaryPin();
  const confirmation = drawTemporaryPin();
  return {
    hashes: {
      logonHash: await hasher.hash(logon.pin),
      confirmationHash: await hasher.hash(confirmation.pin),
    },
    shown: { pin: logon.text, confirmationPin: confirmation.text },
  };
}

export function temporaryUntil(now: Instant, { services: { settings } }: Asked): Instant {
  return afterDays(now, settings.temporaryPinDays);
}
