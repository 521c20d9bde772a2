import type { ContractId } from './id.ts';
import { contractIdTail } from './id.ts';
import { concernedUser, type HistoryEvent, type HistoryEventType } from './history-event.ts';
import type { Instant } from './instant.ts';
import { addressKey, isTold, sameAddress, type StandingAddress } from './notification-address.ts';
import { emailsToldOf, type UserEmail } from './user-email.ts';

/** What may wait while other things are told: there are more of these than of all else. */
export const unhurriedNotices: readonly HistoryEventType[] = [
  'ADMINISTRATOR_LOGGED_ON',
  'USER_LOGGED_ON',
];

/** Who is told of an event (R10): the contract, the contract and the user, or nobody and why. */
export type NoticeRule = { readonly to: 'CONTRACT' | 'USER_TOO' } | { readonly none: string };

const contract: NoticeRule = { to: 'CONTRACT' };
const userToo: NoticeRule = { to: 'USER_TOO' };

/** A new event does not compile until somebody has decided here who is told of it. */
export const noticeRules: Record<HistoryEventType, NoticeRule> = {
  CONTRACT_OPENED: contract,
  CARD_ISSUED: contract,
  CARD_REPORTED_LOST: contract,
  CARD_SHOWN: { none: 'the card was told of when it was issued; now it is printed' },
  DESK_ACT_ASKED: { none: 'has done nothing yet; what it comes to is told when it is approved' },
  DESK_ACT_APPROVED: { none: 'stands beside what it let happen, which is told' },
  DESK_ACT_DECLINED: { none: 'of an act that did nothing, and will do nothing' },
  CARD_PUT_IN_FORCE: contract,
  ADMINISTRATOR_RESET: contract,
  CONTRACT_CLOSED: contract,
  CONTRACT_KEPT: contract,
  CONTRACT_UNLOCKED: contract,
  LOCK_LINKAGE_SET: contract,
  CONTRACT_RENAMED: contract,
  IDLE_MINUTES_SET: contract,
  AUTHENTICATION_METHOD_SET: contract,
  CONTRACT_SERVICES_SET: contract,
  ADMINISTRATOR_REGISTERED: contract,
  ADMINISTRATOR_LOGGED_ON: contract,
  USER_LOGGED_ON: userToo,
  LOGGED_OFF: { none: 'ends a session that was told of when it began' },
  SESSION_ENDED_BY_NEWCOMER: userToo,
  WRONG_ENTRY: { none: 'told at the 3rd in a row (WARNED) and at the lock' },
  WARNED: userToo,
  CONTRACT_LOCKED: contract,
  USER_LOCKED: userToo,
  USER_UNLOCKED: userToo,
  PIN_CHANGED: userToo,
  TEMPORARY_PINS_REPLACED: userToo,
  USER_PINS_RESET: userToo,
  USER_ADDED: userToo,
  USER_UPDATED: userToo,
  USER_REMOVED: userToo,
  USER_PERMISSIONS_SET: userToo,
  USER_LIMITS_SET: userToo,
  USER_ACCOUNTS_SET: userToo,
  CONTRACT_LIMITS_SET: contract,
  SESSION_ENDED: userToo,
  HISTORY_EXPORTED: contract,
  NOTIFICATION_ADDRESS_ADDED: contract,
  NOTIFICATION_ADDRESSES_SET: contract,
  NOTIFICATION_ADDRESS_CONFIRMED: contract,
  ADDRESS_BOUNCED: contract,
  MAIL_LANGUAGE_SET: contract,
  LOGON_NOTICES_SET: userToo,
  NOTICE_RESENT: { none: 'what is sent anew tells its own' },
  NOTICES_RESENT: { none: 'what is sent anew tells its own' },
  CARD_DUE: contract,
  CARD_EXHAUSTED: contract,
  CARD_WITHDRAWN: contract,
  CERTIFICATE_GRANTED: userToo,
  CERTIFICATE_ISSUED: userToo,
  CERTIFICATE_REVOKED: userToo,
  CERTIFICATE_EXPIRING: userToo,
  TRANSACTION_AUTHORIZED: { none: 'the bank’s own system tells of each transaction it makes' },
  AUTHORIZATION_CAPTURED: { none: 'the bank’s own system tells of each transaction it makes' },
  AUTHORIZATION_VOIDED: { none: 'came to nothing' },
  ATTEMPT_REFUSED: { none: 'could not succeed; mail for each would let strangers flood people' },
  ACT_REFUSED: { none: 'changed nothing, and the person who tried was told why' },
  REFUSALS_COUNTED: { none: 'sums up refusals of which none was told' },
};

/**
 * What a mail advises whoever knows nothing of what it tells. `STOP_IT`: log on and lock, or call the desk. `CALL`: the
 * desk, since nobody of the company can stop it. `ASK`: it reminds of something, and nobody has done it. `NOT_YOURS`: it
 * may have come to a stranger.
 */
export type Advice = 'STOP_IT' | 'CALL' | 'ASK' | 'NOT_YOURS';

const advices: Partial<Record<HistoryEventType, Advice>> = {
  CONTRACT_OPENED: 'CALL',
  CONTRACT_CLOSED: 'CALL',
  CONTRACT_LOCKED: 'CALL',
  ADMINISTRATOR_RESET: 'CALL',
  CARD_REPORTED_LOST: 'CALL',
  CARD_DUE: 'ASK',
  CARD_EXHAUSTED: 'ASK',
  CARD_WITHDRAWN: 'ASK',
  CERTIFICATE_EXPIRING: 'ASK',
  ADDRESS_BOUNCED: 'ASK',
  NOTIFICATION_ADDRESS_ADDED: 'NOT_YOURS',
};

/** Of several things that one mail tells, the gravest counts. */
export function adviceOf(events: readonly HistoryEvent[]): Advice {
  const each = events.map(({ type }) => advices[type] ?? 'STOP_IT');
  return gravest.find((advice) => each.includes(advice)) ?? 'STOP_IT';
}

const gravest: readonly Advice[] = ['CALL', 'STOP_IT', 'ASK', 'NOT_YOURS'];

/** A mail to come: its subject and text are made of this and of nothing else. */
export interface Notice {
  readonly to: string;
  /** All that one act did, of which this address is told: an act sends nobody two mails (A23). */
  readonly events: readonly HistoryEvent[];
  readonly at: Instant;
  /** Where the request came from; null where it came from no network. */
  readonly address: string | null;
  /** The last 3 digits, all of the contract ID that a mail may show. */
  readonly contractIdTail: string;
}

/** What the history's entries say of an act besides its events. */
export interface NoticeFacts {
  readonly contractId: ContractId;
  readonly at: Instant;
  readonly address: string | null;
}

export interface AddressBook {
  readonly contract: readonly StandingAddress[];
  /** Where the notices of a user go whom an event concerns (`concernedUser`); null: none known. */
  user(userId: string): UserEmail | null;
  /** Whoever acts has switched off to be told of their own logons. */
  readonly logonsOff?: boolean;
}

/**
 * The mails that an act sends (R10): one for each address, however often and in whatever letters it
 * is registered, and however much happened. Nobody is told more than each event by itself would tell
 * them.
 */
export function noticesOf(
  events: readonly HistoryEvent[],
  facts: NoticeFacts,
  book: AddressBook,
): readonly Notice[] {
  const mails = new Map<string, { readonly to: string; readonly told: Set<HistoryEvent> }>();
  for (const event of events) {
    for (const { to, about } of recipients(event, facts, book)) {
      const mail = mails.get(addressKey(to)) ?? { to, told: new Set() };
      mails.set(addressKey(to), mail);
      mail.told.add(about);
    }
  }
  const { at, address } = facts;
  const tail = contractIdTail(facts.contractId);
  return Array.from(mails.values(), ({ to, told }) => ({
    to,
    events: [...told],
    at,
    address,
    contractIdTail: tail,
  }));
}

/** Who hears of an event, and what: the event itself, or a newcomer among addresses its own addition. */
interface Told {
  readonly to: string;
  readonly about: HistoryEvent;
}

function recipients(event: HistoryEvent, { at }: NoticeFacts, book: AddressBook): readonly Told[] {
  const rule = noticeRules[event.type];
  if ('none' in rule) return [];
  if (event.type === 'ADMINISTRATOR_LOGGED_ON' && book.logonsOff === true) return [];
  const standing = book.contract
    .filter((each) => isTold(each, at) && !comesBack(event, each.address))
    .map(({ address }) => address);
  // The company goes on being told of its users' logons: it did not switch anything off.
  const off = event.type === 'USER_LOGGED_ON' && book.logonsOff === true;
  const concerned = rule.to === 'USER_TOO' && !off ? concernedUser(event) : null;
  const user = concerned === null ? null : book.user(concerned);
  const theirs = user === null ? [] : emailsToldOf(user, at);
  const told = [...standing, ...theirs, ...namedIn(event)];
  return [
    ...told.map((to) => ({ to, about: event })),
    ...newcomers(event)
      .filter((to) => !told.some((each) => sameAddress(each, to)))
      .map((address) => ({
        to: address,
        about: { type: 'NOTIFICATION_ADDRESS_ADDED', address } as const,
      })),
  ];
}

/** That mail to it comes back is of no use to tell an address by mail. */
function comesBack(event: HistoryEvent, address: string): boolean {
  return event.type === 'ADDRESS_BOUNCED' && sameAddress(event.address, address);
}

/** Whom only the event knows, since the book may be from before the act or from after it. */
function namedIn(event: HistoryEvent): readonly string[] {
  switch (event.type) {
    case 'NOTIFICATION_ADDRESS_ADDED':
    case 'NOTIFICATION_ADDRESS_CONFIRMED':
      return [event.address];
    case 'USER_ADDED':
      return event.email === null ? [] : [event.email];
    case 'USER_UPDATED':
      return [event.from.email, event.to.email].filter((email) => email !== null);
    default:
      return [];
  }
}

/**
 * A change of addresses goes to the old ones and to the new ones. A new one may be somebody else's by mistake: until
 * its code was entered it hears of no address but itself. Those that wait since an earlier change are told no more.
 */
function newcomers(event: HistoryEvent): readonly string[] {
  return event.type === 'NOTIFICATION_ADDRESSES_SET'
    ? event.to.filter((address) => !event.from.includes(address))
    : [];
}
