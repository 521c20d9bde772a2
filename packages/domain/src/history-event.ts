import type { Instant } from './instant.ts';
import type { Locale } from './locale.ts';
import type { Amounts } from './limit.ts';
import type { CountedSecret, LockLinkage } from './lockout.ts';
import type { Yen } from './money.ts';
import type { Action, Permission, Service } from './permission.ts';
import type { RefusalCode } from './refusal.ts';
import type { AuthenticationMethod } from './session.ts';
import type { LockReason } from './status.ts';

/** Whom an event is about: the contract's one administrator, or a user by their ID. */
export type Who =
  | { readonly kind: 'ADMINISTRATOR' }
  | { readonly kind: 'USER'; readonly userId: string };

export type PinKind = 'LOGON' | 'CONFIRMATION';
export type IdentityCheck = 'FORM_WITH_SEAL' | 'IN_PERSON' | 'CALL_BACK';

/** Acts of the desk that can wait for a second person, by their names in the schema. */
export const waitingOperations = [
  'openContract',
  'issueCard',
  'putCardInForce',
  'resetAdministrator',
  'setAuthenticationMethod',
  'setContractServices',
  'closeContract',
] as const;
export type WaitingOperation = (typeof waitingOperations)[number];

/** What the desk wrote down with its act: 受付番号, and how it made sure who was asking. */
export interface DeskNote {
  readonly reference: string | null;
  readonly identityCheck: IdentityCheck | null;
}

export interface ServiceCeiling {
  readonly service: Service;
  readonly ceiling: Amounts | null;
}

/** Who issued a certificate: the built-in authority, or one of the bank's own. */
export type CertificateAuthority = 'BUILT_IN' | 'BANK';
/** By a retrieval code, with the one before it, or registered by the desk as one of the bank's own. */
export type CertificateOrigin = 'GRANTED' | 'RENEWED' | 'REGISTERED';
/** Somebody asked for it, its person is no longer who they were, or the bank's own authority has it on its list. */
export type CertificateRevokedBecause =
  | 'ASKED'
  | 'USER_REMOVED'
  | 'NEW_ADMINISTRATOR'
  | 'BY_ITS_AUTHORITY';

/** What was authorised. */
export interface AuthorizedTransaction {
  readonly userId: string;
  readonly service: Service;
  readonly action: Action;
  readonly amount: Yen;
  readonly accountNumber: string | null;
}

/** What is kept of a user besides what they may do. */
export interface PersonalData {
  readonly name: string;
  readonly email: string | null;
}

export interface ServiceLimit {
  readonly service: Service;
  readonly limit: Amounts;
}

/**
 * The true reason of an attempt that could not succeed whatever was entered. It costs the same time
 * as any other and counts nothing; the person who tried learns nothing of it.
 */
export type RefusedBecause =
  | 'LOCKED'
  | 'CLOSED'
  | 'REMOVED'
  | 'EXPIRED'
  | 'NO_CARD'
  | 'CARD_EXHAUSTED'
  | 'STALE_CHALLENGE'
  | 'ALREADY_REGISTERED'
  | 'NOT_REGISTERED'
  | 'UNKNOWN_USER'
  | 'NO_CERTIFICATE'
  | 'WRONG_CERTIFICATE'
  | 'CERTIFICATE_EXPIRED'
  | 'CERTIFICATE_REVOKED'
  /** The bank's list of revoked certificates is missing, or past its time. */
  | 'CERTIFICATE_UNPROVEN';

type Event<Type extends string, Data = unknown> = { readonly type: Type } & Readonly<Data>;

/**
 * Everything that a contract's history can tell, each with what it needs to be told in words.
 * Never a PIN, an OTP, or what a stranger typed as an ID: people type PINs there. When, by whom,
 * from where and under which operation stands in the entry, not in its event.
 */
export type HistoryEvent =
  // the desk
  | Event<
      'CONTRACT_OPENED',
      {
        name: string;
        services: readonly ServiceCeiling[];
        lockLinkage: LockLinkage;
        desk: DeskNote;
      }
    >
  /** `sent`: useless until it is put in force, since an older one works. */
  | Event<'CARD_ISSUED', { serial: string; sent: boolean; desk: DeskNote }>
  /** R18; `desk` is null where the administrator reported it. */
  | Event<'CARD_REPORTED_LOST', { serial: string; desk: DeskNote | null }>
  /** Two persons: its table was shown to the human who fetched it. */
  | Event<'CARD_SHOWN', { serial: string; desk: DeskNote }>
  /** Two persons: an act was asked for and waits. An opening has no history yet to say so in. */
  | Event<'DESK_ACT_ASKED', { operation: WaitingOperation; actId: string; desk: DeskNote }>
  /** `askedBy`: client and human, as the history shows them; who approved is the entry's actor. */
  | Event<
      'DESK_ACT_APPROVED',
      { operation: WaitingOperation; actId: string; askedBy: string; desk: DeskNote }
    >
  | Event<
      'DESK_ACT_DECLINED',
      { operation: WaitingOperation; actId: string; askedBy: string; desk: DeskNote }
    >
  /** `replaced`: the one that was in force until then; `desk` is null where the administrator entered its cells. */
  | Event<'CARD_PUT_IN_FORCE', { serial: string; replaced: string | null; desk: DeskNote | null }>
  /** R17: a new registration PIN; whose name it is, before and after. */
  | Event<'ADMINISTRATOR_RESET', { from: string; to: string; desk: DeskNote }>
  /** `closedAt` lies ahead: until then the desk can take it back. */
  | Event<'CONTRACT_CLOSED', { closedAt: Instant; desk: DeskNote }>
  | Event<'CONTRACT_KEPT', { desk: DeskNote }>
  | Event<'CONTRACT_UNLOCKED', { lifted: readonly LockReason[]; desk: DeskNote }>
  | Event<'LOCK_LINKAGE_SET', { from: LockLinkage; to: LockLinkage; desk: DeskNote }>
  | Event<'CONTRACT_RENAMED', { from: string; to: string; desk: DeskNote }>
  | Event<'IDLE_MINUTES_SET', { from: number; to: number; desk: DeskNote }>
  | Event<
      'AUTHENTICATION_METHOD_SET',
      {
        from: AuthenticationMethod;
        to: AuthenticationMethod;
        /** From when on everybody needs a certificate, before and after; null or left out: at once. */
        fromDay?: Instant | null;
        toDay?: Instant | null;
        desk: DeskNote;
      }
    >
  /** All services of the contract, with the desk's ceilings. What users lose by it stands in events of their own. */
  | Event<
      'CONTRACT_SERVICES_SET',
      { from: readonly ServiceCeiling[]; to: readonly ServiceCeiling[]; desk: DeskNote }
    >
  // coming and going
  | Event<'ADMINISTRATOR_REGISTERED'>
  | Event<'ADMINISTRATOR_LOGGED_ON'>
  | Event<'USER_LOGGED_ON', { userId: string }>
  | Event<'LOGGED_OFF', { person: Who }>
  | Event<'SESSION_ENDED_BY_NEWCOMER', { person: Who }>
  // errors and locks
  | Event<'WRONG_ENTRY', { person: Who; secret: CountedSecret; inARow: number }>
  | Event<'WARNED', { person: Who; inARow: number }>
  /**
   * `by`: who erred, or who locked on purpose: `administratorName`, a user ID, or the clerk at the desk. Only the desk
   * has a note; its earlier locks have none.
   */
  | Event<'CONTRACT_LOCKED', { reason: LockReason; by: string; desk?: DeskNote }>
  | Event<'USER_LOCKED', { userId: string; reason: LockReason; by: string }>
  | Event<'USER_UNLOCKED', { userId: string; lifted: readonly LockReason[] }>
  // PINs
  | Event<'PIN_CHANGED', { kind: PinKind; person: Who }>
  | Event<'TEMPORARY_PINS_REPLACED', { userId: string }>
  | Event<'USER_PINS_RESET', { userId: string; lifted: readonly LockReason[] }>
  // what the administrator keeps
  | Event<
      'USER_ADDED',
      {
        userId: string;
        name: string;
        email: string | null;
        permissions: readonly Permission[];
        limits: readonly ServiceLimit[];
      }
    >
  | Event<'USER_UPDATED', { userId: string; from: PersonalData; to: PersonalData }>
  | Event<'USER_REMOVED', { userId: string; name: string }>
  | Event<
      'USER_PERMISSIONS_SET',
      { userId: string; from: readonly Permission[]; to: readonly Permission[] }
    >
  | Event<
      'USER_LIMITS_SET',
      { userId: string; from: readonly ServiceLimit[]; to: readonly ServiceLimit[] }
    >
  /** Empty: all of the contract's accounts. */
  | Event<'USER_ACCOUNTS_SET', { userId: string; from: readonly string[]; to: readonly string[] }>
  /** Every service that moves money; one whose limit was never set stands in `from` with its ceiling (R14). */
  | Event<'CONTRACT_LIMITS_SET', { from: readonly ServiceLimit[]; to: readonly ServiceLimit[] }>
  | Event<'SESSION_ENDED', { person: Who }>
  | Event<'HISTORY_EXPORTED', { entries: number }>
  /** At registration; later changes are the next one's. */
  | Event<'NOTIFICATION_ADDRESS_ADDED', { address: string }>
  /** Those in force or waiting for their codes, before and after. */
  | Event<'NOTIFICATION_ADDRESSES_SET', { from: readonly string[]; to: readonly string[] }>
  | Event<'NOTIFICATION_ADDRESS_CONFIRMED', { address: string }>
  /** Of the contract's mails. */
  | Event<'MAIL_LANGUAGE_SET', { from: Locale; to: Locale }>
  /** Whether somebody is told by mail of their own logons. */
  | Event<'LOGON_NOTICES_SET', { person: Who; on: boolean }>
  /** Mail to it comes back; `person`: whose it is, the administrator where it is one of the contract's. */
  | Event<'ADDRESS_BOUNCED', { address: string; person: Who }>
  /** The desk has an undeliverable notice sent anew: the one that was written then. */
  | Event<'NOTICE_RESENT', { address: string; writtenAt: Instant; desk: DeskNote }>
  /** The same of all that were given up since then. */
  | Event<'NOTICES_RESENT', { number: number; failedSince: Instant; desk: DeskNote }>
  // what a bank system asked for in a user's name
  | Event<
      'TRANSACTION_AUTHORIZED',
      AuthorizedTransaction & { clientId: string; transactionHash: string }
    >
  | Event<'AUTHORIZATION_CAPTURED', AuthorizedTransaction & { reference: string }>
  | Event<'AUTHORIZATION_VOIDED', AuthorizedTransaction>
  /** `left`: logons that ask no cell for a second time; `logons`: at all, which earlier entries lack. */
  | Event<'CARD_DUE', { left: number; logons?: number }>
  /** Nobody logs on with it any more. */
  | Event<'CARD_EXHAUSTED', { serial: string }>
  /** The bank revoked the key that its digits come from. */
  | Event<'CARD_WITHDRAWN', { serial: string }>
  // certificates (R12); `desk` is null where the company did it itself
  | Event<'CERTIFICATE_GRANTED', { person: Who; until: Instant; desk: DeskNote | null }>
  | Event<
      'CERTIFICATE_ISSUED',
      {
        person: Who;
        serial: string;
        until: Instant;
        how: CertificateOrigin;
        desk: DeskNote | null;
      }
    >
  | Event<
      'CERTIFICATE_REVOKED',
      { person: Who; serial: string; because: CertificateRevokedBecause; desk: DeskNote | null }
    >
  | Event<
      'CERTIFICATE_EXPIRING',
      {
        person: Who;
        serial: string;
        until: Instant;
        days: number;
        /** Left out in old entries: the built-in one. */
        authority?: CertificateAuthority;
      }
    >
  // refusals; `person` is null for somebody who named nobody that exists
  | Event<'ATTEMPT_REFUSED', { because: RefusedBecause; person: Who | null }>
  | Event<'ACT_REFUSED', { operation: string; code: RefusalCode }>
  /** Of a flood the first is an entry, the rest are counted and appended when the hour ends. */
  | Event<'REFUSALS_COUNTED', { because: RefusedBecause | RefusalCode; number: number }>;

export type HistoryEventType = HistoryEvent['type'];

export const administrator: Who = { kind: 'ADMINISTRATOR' };

/** The administrator where a text names people by their user ID: no user ID holds an @. */
export const administratorName = '@administrator';

export function userOf(userId: string): Who {
  return { kind: 'USER', userId };
}

/** The user whom an event concerns, if it concerns one: they are told as well (R10). */
export function concernedUser(event: HistoryEvent): string | null {
  if ('userId' in event) return event.userId;
  if ('person' in event && event.person?.kind === 'USER') return event.person.userId;
  return null;
}
