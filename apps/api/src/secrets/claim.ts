import type { RefusedBecause, Who } from '@monban/domain/history-event';
import type { CountedSecret } from '@monban/domain/lockout';

import type { CardSeed } from './card-digits.ts';
import type { PermitQueue } from './permits.ts';
import type { OneTimePassword, Pin } from './pin.ts';

/** One secret as entered, and what it counts on. */
export type Entry =
  | { readonly secret: Exclude<CountedSecret, 'ONE_TIME_PASSWORD'>; readonly pin: Pin }
  | {
      readonly secret: 'ONE_TIME_PASSWORD';
      readonly entered: OneTimePassword;
      readonly card: { readonly seed: CardSeed; readonly total: number };
      /** The cells that were current when the entry arrived: it is judged by them. */
      readonly cells: readonly number[];
    };

/** Who somebody says they are, and what they entered to prove it. The PIN comes before the one-time password. */
export interface Claim {
  readonly contractId: string;
  readonly personKey: string;
  readonly entries: readonly Entry[];
  /** The card's challenge that was answered: of several logons with one one-time password one gets in. */
  readonly challengeId: string | null;
  readonly queue: PermitQueue;
  /** Why nothing that was entered could succeed; then it is tried on a decoy, costs the same and counts nothing. */
  readonly hopeless: Hopeless | null;
}

export interface Hopeless {
  readonly because: RefusedBecause;
  /** Null where the person doesn't exist. */
  readonly person: Who | null;
  /** False where the contract doesn't exist either: then there is no history to write to. */
  readonly contractExists: boolean;
}
