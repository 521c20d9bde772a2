import { prohibitionOf, type TransactionAction } from './authorization.ts';
import type { HistoryEvent, HistoryEventType } from './history-event.ts';
import type { Instant } from './instant.ts';
import { grants, type Service } from './permission.ts';
import type { Refusal } from './refusal.ts';
import {
  type ContractStatus,
  mayContract,
  mayUser,
  type Obstacle,
  type UserStatus,
} from './status.ts';

export type AuthorizationStatus = 'AUTHORIZED' | 'CAPTURED' | 'VOIDED';

/** Why an authorisation came to nothing; the last four are something that happened to its user. */
export type VoidedBecause =
  | 'BY_CLIENT'
  | 'EXPIRED'
  | 'LOCKED'
  | 'PINS_RESET'
  | 'USER_REMOVED'
  | 'RIGHTS_ENDED';

export interface AuthorizationState {
  readonly status: AuthorizationStatus;
  readonly voidedBecause: VoidedBecause | null;
  readonly expiresAt: Instant;
}

/** What has become of an authorisation by now: one that was left alone is void from the moment it expires. */
export function authorizationState<State extends AuthorizationState>(
  state: State,
  now: Instant,
): State {
  return state.status === 'AUTHORIZED' && state.expiresAt <= now
    ? { ...state, status: 'VOIDED', voidedBecause: 'EXPIRED' }
    : state;
}

/** Who stands behind an authorisation at the moment it is captured. */
export interface CaptureStanding {
  readonly contract: ContractStatus;
  readonly user: UserStatus;
  /** Whether the contract still has the service, and the user the permission. */
  readonly permitted: boolean;
  readonly accounts: readonly string[];
}

/** Why an authorisation can't be captured any more, null if it can: it works once, and person, rights and locks are asked again. */
export function captureRefusalOf(
  authorization: AuthorizationState & Pick<OpenAuthorization, 'accountNumber'>,
  standing: CaptureStanding,
  now: Instant,
): Extract<Refusal, { code: 'NOT_PERMITTED' | 'NOT_ALLOWED_NOW' }> | null {
  const obstacle = endOf(authorization, now) ?? standsStill(standing);
  if (obstacle !== null) return { code: 'NOT_ALLOWED_NOW', because: obstacle };
  const because = prohibitionOf(authorization.accountNumber, standing.permitted, standing.accounts);
  return because === null ? null : { code: 'NOT_PERMITTED', because };
}

/** What has become of it, as an obstacle; null while it is open. */
function endOf(state: AuthorizationState, now: Instant): Obstacle | null {
  const { status, voidedBecause } = authorizationState(state, now);
  if (status === 'AUTHORIZED') return null;
  if (status === 'CAPTURED') return 'AUTHORIZATION_CAPTURED';
  return voidedBecause === 'EXPIRED' ? 'AUTHORIZATION_EXPIRED' : 'AUTHORIZATION_VOIDED';
}

function standsStill({ contract, user }: CaptureStanding): Obstacle | null {
  const leaves = [mayContract(contract, 'LOG_ON'), mayUser(user, 'AUTHORIZE')];
  return leaves.flatMap((leave) => (leave === 'ALLOWED' ? [] : [leave]))[0] ?? null;
}

/** What an authorisation that is still open stands on. */
export interface OpenAuthorization {
  /** In ASCII lower case. */
  readonly personKey: string;
  readonly service: Service;
  readonly action: TransactionAction;
  readonly accountNumber: string | null;
}

/** A new event does not compile until somebody has decided here whether it voids open authorisations. */
const voids: Record<HistoryEventType, VoidedBecause | null> = {
  CONTRACT_OPENED: null,
  CARD_ISSUED: null,
  CARD_REPORTED_LOST: null,
  CARD_SHOWN: null,
  DESK_ACT_ASKED: null,
  DESK_ACT_APPROVED: null,
  DESK_ACT_DECLINED: null,
  CARD_PUT_IN_FORCE: null,
  ADMINISTRATOR_RESET: null,
  // At midnight the contract is closed, and captures nothing any more.
  CONTRACT_CLOSED: null,
  CONTRACT_KEPT: null,
  CONTRACT_UNLOCKED: null,
  LOCK_LINKAGE_SET: null,
  CONTRACT_RENAMED: null,
  IDLE_MINUTES_SET: null,
  AUTHENTICATION_METHOD_SET: null,
  CONTRACT_SERVICES_SET: 'RIGHTS_ENDED',
  ADMINISTRATOR_REGISTERED: null,
  ADMINISTRATOR_LOGGED_ON: null,
  USER_LOGGED_ON: null,
  LOGGED_OFF: null,
  SESSION_ENDED_BY_NEWCOMER: null,
  SESSION_ENDED: null,
  WRONG_ENTRY: null,
  WARNED: null,
  CONTRACT_LOCKED: 'LOCKED',
  USER_LOCKED: 'LOCKED',
  USER_UNLOCKED: null,
  PIN_CHANGED: null,
  TEMPORARY_PINS_REPLACED: null,
  USER_PINS_RESET: 'PINS_RESET',
  USER_ADDED: null,
  USER_UPDATED: null,
  USER_REMOVED: 'USER_REMOVED',
  USER_PERMISSIONS_SET: 'RIGHTS_ENDED',
  // What counts is the limit at the moment of authorising.
  USER_LIMITS_SET: null,
  USER_ACCOUNTS_SET: 'RIGHTS_ENDED',
  CONTRACT_LIMITS_SET: null,
  HISTORY_EXPORTED: null,
  NOTIFICATION_ADDRESS_ADDED: null,
  NOTIFICATION_ADDRESSES_SET: null,
  NOTIFICATION_ADDRESS_CONFIRMED: null,
  ADDRESS_BOUNCED: null,
  MAIL_LANGUAGE_SET: null,
  LOGON_NOTICES_SET: null,
  NOTICE_RESENT: null,
  NOTICES_RESENT: null,
  CARD_DUE: null,
  CARD_EXHAUSTED: null,
  CARD_WITHDRAWN: null,
  CERTIFICATE_GRANTED: null,
  CERTIFICATE_ISSUED: null,
  CERTIFICATE_REVOKED: null,
  CERTIFICATE_EXPIRING: null,
  TRANSACTION_AUTHORIZED: null,
  AUTHORIZATION_CAPTURED: null,
  AUTHORIZATION_VOIDED: null,
  ATTEMPT_REFUSED: null,
  ACT_REFUSED: null,
  REFUSALS_COUNTED: null,
};

/** Whether an event may void authorisations at all: only then is it asked which are open. */
export function mayVoid(event: HistoryEvent): boolean {
  return voids[event.type] !== null;
}

/** Why what happened voids this open authorisation; null: it doesn't. */
export function voidedBy(
  event: HistoryEvent,
  authorization: OpenAuthorization,
): VoidedBecause | null {
  const because = voids[event.type];
  if (because === null || !concerns(event, authorization.personKey)) return null;
  if (event.type === 'USER_PERMISSIONS_SET') {
    return grants(event.to, authorization) ? null : because;
  }
  if (event.type === 'CONTRACT_SERVICES_SET') {
    return event.to.some(({ service }) => service === authorization.service) ? null : because;
  }
  if (event.type === 'USER_ACCOUNTS_SET') {
    const { accountNumber } = authorization;
    const stays =
      event.to.length === 0 || (accountNumber !== null && event.to.includes(accountNumber));
    return stays ? null : because;
  }
  return because;
}

/** What concerns no user in particular concerns them all. */
function concerns(event: HistoryEvent, personKey: string): boolean {
  return 'userId' in event ? event.userId.toLowerCase() === personKey : true;
}
