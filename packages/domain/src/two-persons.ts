import type { DeskNote, HistoryEvent, ServiceCeiling } from './history-event.ts';
import type { Instant } from './instant.ts';
import { noLimit } from './limit.ts';
import type { Leave } from './status.ts';

/** What an act of the desk leaves in the history: it holds the desk's note. */
type DeskEvents = { [E in HistoryEvent as 'desk' extends keyof E ? E['type'] : never]: E };
type DeskEvent = DeskEvents[keyof DeskEvents];

const always = () => true;
const never = () => false;

/**
 * Which acts of the desk wait for a second human's approval, told by what they would do: whatever could help a single
 * clerk to become a company, or take one's services away (ASVS 2.3.5). An act that the desk gets anew does not compile
 * until somebody has decided.
 */
const needsAnother: { readonly [T in keyof DeskEvents]: (event: DeskEvents[T]) => boolean } = {
  CONTRACT_OPENED: always,
  CARD_ISSUED: always,
  CARD_SHOWN: never,
  // Of the administrator's own, who has shown that it is in their hands, no desk has a note.
  CARD_PUT_IN_FORCE: ({ desk }) => desk !== null,
  ADMINISTRATOR_RESET: always,
  CONTRACT_CLOSED: always,
  CONTRACT_KEPT: never,
  // A loss and an emergency do not wait; letting back in gives nobody a PIN.
  CARD_REPORTED_LOST: never,
  CONTRACT_LOCKED: never,
  CONTRACT_UNLOCKED: never,
  LOCK_LINKAGE_SET: never,
  CONTRACT_RENAMED: never,
  IDLE_MINUTES_SET: never,
  // To need none, or none until later, is less than there was.
  AUTHENTICATION_METHOD_SET: ({ from, to, fromDay, toDay }) =>
    from === 'CERTIFICATE' && (to !== from || (toDay ?? 0) > (fromDay ?? 0)),
  // Who has one needs PINs and card as before.
  CERTIFICATE_GRANTED: never,
  CERTIFICATE_ISSUED: never,
  CERTIFICATE_REVOKED: never,
  CONTRACT_SERVICES_SET: ({ from, to }) => raisesCeiling(from, to),
  NOTICE_RESENT: never,
  NOTICES_RESENT: never,
  DESK_ACT_ASKED: never,
  DESK_ACT_APPROVED: never,
  DESK_ACT_DECLINED: never,
};

/** Whether an amount of any service's ceiling becomes larger; a service that there was not had none. */
function raisesCeiling(from: readonly ServiceCeiling[], to: readonly ServiceCeiling[]): boolean {
  return to.some(({ service, ceiling }) => {
    const had = from.find((each) => each.service === service)?.ceiling ?? noLimit;
    const has = ceiling ?? noLimit;
    return has.perTransaction > had.perTransaction || has.perDay > had.perDay;
  });
}

function needs<T extends keyof DeskEvents>(type: T, event: DeskEvents[T]): boolean {
  return needsAnother[type](event);
}

function isDeskEvent(event: HistoryEvent): event is DeskEvent {
  return Object.hasOwn(needsAnother, event.type);
}

/** The desk's note of an act that waits for a second person; null: it waits for nobody. */
export function noteOfWaiting(events: readonly HistoryEvent[]): DeskNote | null {
  const waits = events.filter(isDeskEvent).find((event) => needs(event.type, event));
  return waits?.desk ?? null;
}

export type DeskActStatus = 'WAITING' | 'APPROVED' | 'DECLINED';

/** An act that waits, or has waited. */
export interface DeskActStanding {
  readonly status: DeskActStatus;
  readonly expiresAt: Instant;
  /** The human who asked: the `sub` of their token, whichever system they came through. */
  readonly askedSubject: string;
}

/** Whoever is at the desk may decline; the one who asked withdraws. */
export function mayDecline({ status, expiresAt }: DeskActStanding, now: Instant): Leave {
  if (status !== 'WAITING') return 'DESK_ACT_DECIDED';
  return expiresAt <= now ? 'DESK_ACT_EXPIRED' : 'ALLOWED';
}

/** Another human approves. */
export function mayApprove(act: DeskActStanding, subject: string, now: Instant): Leave {
  const open = mayDecline(act, now);
  if (open !== 'ALLOWED') return open;
  return act.askedSubject === subject ? 'ANOTHER_PERSON_NEEDED' : 'ALLOWED';
}

/** What the desk is shown once, and which together make whoever has both a company's administrator. */
export type DeskSecret = 'REGISTRATION_PIN' | 'CARD';

/** Of one contract, nobody at the bank is shown both: neither now, nor of a later PIN or card. */
export function mayBeShown(secret: DeskSecret, seen: readonly DeskSecret[]): Leave {
  if (secret === 'CARD')
    return seen.includes('REGISTRATION_PIN') ? 'SAW_REGISTRATION_PIN' : 'ALLOWED';
  return seen.includes('CARD') ? 'SAW_CARD' : 'ALLOWED';
}
