import { defaultLockoutPolicy } from '@monban/domain/lockout';
import type { LockReason, UserStatus } from '@monban/domain/status';

import { logOff } from '../modules/sessions/log-off.ts';
import { addUser } from '../modules/users/add-user.ts';
import { lockUser } from '../modules/users/lock-user.ts';
import { logOnUser } from '../modules/users/log-on-user.ts';
import { replaceTemporaryPins } from '../modules/users/replace-temporary-pins.ts';
import { Pin } from '../secrets/pin.ts';
import type { Services } from '../services.ts';
import type { CastUser, Fate } from './cast.ts';
import { drawPinPair, type PinPair } from './draw-own-pin.ts';
import type { DemoUser } from './kept-demo.ts';
import { visitInBrowser, type Visitor } from './visit.ts';

/** In which contract, and who appoints. */
export interface Appointing {
  readonly contractId: string;
  readonly administrator: Visitor;
  readonly confirmationPin: Pin;
}

const endings: Readonly<
  Record<Fate, { readonly status: UserStatus; readonly lockedBecause: LockReason | null }>
> = {
  ACTIVE: { status: 'ACTIVE', lockedBecause: null },
  AWAITING_FIRST_LOGON: { status: 'AWAITING_FIRST_LOGON', lockedBecause: null },
  LOCKED_BY_ADMINISTRATOR: { status: 'LOCKED', lockedBecause: 'BY_ADMINISTRATOR' },
  LOCKED_BY_WRONG_PINS: { status: 'LOCKED', lockedBecause: 'WRONG_PINS' },
};

/** The administrator appoints a user, who replaces the temporary PINs and meets their fate. */
export async function seedUser(
  services: Services,
  appointing: Appointing,
  part: CastUser,
): Promise<DemoUser> {
  const { contractId, administrator, confirmationPin } = appointing;
  const { userId, name, email, permissions, limits, fate } = part;
  const { temporaryPins } = await administrator.do(addUser, {
    userId,
    name,
    email,
    permissions,
    limits,
    confirmationPin,
  });
  const made = { userId, name, permissions, limits, ...endings[fate] };
  if (fate === 'AWAITING_FIRST_LOGON') {
    const { expiresAt: temporaryUntil, ...temporary } = temporaryPins;
    return { ...made, ...temporary, temporaryUntil };
  }
  const pins = drawPinPair({ contractId, userIds: [userId] });
  await logOnFirst(services, { contractId, userId }, temporaryPins, pins);
  if (fate === 'LOCKED_BY_ADMINISTRATOR')
    await administrator.do(lockUser, { userId, confirmationPin });
  if (fate === 'LOCKED_BY_WRONG_PINS') await err(services, { contractId, userId });
  return { ...made, ...pins, temporaryUntil: null };
}

interface Name {
  readonly contractId: string;
  readonly userId: string;
}

async function logOnFirst(
  services: Services,
  who: Name,
  temporary: PinPair,
  own: PinPair,
): Promise<void> {
  const user = visitInBrowser(services);
  await user.do(logOnUser, { ...who, userPin: Pin.of(temporary.pin) });
  await user.do(replaceTemporaryPins, {
    temporaryConfirmationPin: Pin.of(temporary.confirmationPin),
    newPin: Pin.of(own.pin),
    newConfirmationPin: Pin.of(own.confirmationPin),
  });
  await user.do(logOff, null);
}

/** R20: wrong PINs in a row, as many as lock. */
async function err(services: Services, who: Name): Promise<void> {
  const stranger = visitInBrowser(services);
  for (let each = 0; each < defaultLockoutPolicy.threshold; each += 1) {
    await stranger.ask(logOnUser, { ...who, userPin: Pin.of(`wrong${each}`) });
  }
}
