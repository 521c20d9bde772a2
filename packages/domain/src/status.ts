import type { Instant } from './instant.ts';

/** `BY_USER`: a user locked themselves, in an emergency; the contract is never locked for it. */
export type LockReason = 'WRONG_PINS' | 'BY_ADMINISTRATOR' | 'BY_DESK' | 'BY_USER';

/** One reason for which a contract or a user is stopped. Several may stand at once. */
export interface Lock {
  readonly reason: LockReason;
  readonly at: Instant;
  /** Who erred or locked: `administratorName`, a user ID, or the clerk at the desk. */
  readonly by: string;
}

export type ContractStatus = 'AWAITING_REGISTRATION' | 'ACTIVE' | 'LOCKED' | 'CLOSED';
export type AdministratorStatus = 'AWAITING_REGISTRATION' | 'ACTIVE';
export type UserStatus = 'AWAITING_FIRST_LOGON' | 'ACTIVE' | 'LOCKED' | 'REMOVED';

/** Why the state of a thing forbids an act. */
export type Obstacle =
  | 'CONTRACT_NOT_REGISTERED'
  | 'CONTRACT_LOCKED'
  | 'CONTRACT_CLOSED'
  | 'CONTRACT_NOT_LOCKED'
  | 'ADMINISTRATOR_NOT_REGISTERED'
  | 'ADMINISTRATOR_ALREADY_REGISTERED'
  | 'USER_LOCKED'
  | 'USER_REMOVED'
  | 'USER_NOT_LOCKED'
  | 'TEMPORARY_PINS'
  | 'NO_TEMPORARY_PINS'
  | 'ALREADY_LOCKED'
  | 'ONLY_THE_DESK_UNLOCKS'
  | 'TOO_MANY_USERS'
  | 'LAST_ADDRESS_IN_FORCE'
  | 'ADDRESS_NOT_PENDING'
  | 'NOTICE_NOT_UNDELIVERABLE'
  | 'CODE_SPENT'
  | 'NO_LIVE_CARD'
  | 'AUTHORIZATION_CAPTURED'
  | 'AUTHORIZATION_VOIDED'
  | 'AUTHORIZATION_EXPIRED'
  | 'ANOTHER_PERSON_NEEDED'
  | 'DESK_ACT_DECIDED'
  | 'DESK_ACT_EXPIRED'
  | 'SAW_CARD'
  | 'SAW_REGISTRATION_PIN'
  | 'NO_CARD_TO_SHOW'
  | 'NO_SENT_CARD'
  | 'ALREADY_CLOSING'
  | 'NOT_CLOSING'
  | 'TOO_MANY_ENTRIES'
  | 'PREPARED_PINS_EXPIRED'
  | 'CERTIFICATE_IS_OVER'
  | 'NO_CERTIFICATE_IN_USE'
  | 'NOT_RENEWABLE_YET'
  | 'NO_BUILT_IN_AUTHORITY'
  | 'NO_BANK_AUTHORITY';

export type Leave = 'ALLOWED' | Obstacle;

/**
 * `closedAt` is when closing takes effect and may lie ahead. A contract waits for its registration
 * only before the very first one; locked comes before waiting.
 */
export function contractStatus(
  contract: {
    readonly registeredAt: Instant | null;
    readonly closedAt: Instant | null;
    readonly locks: readonly Lock[];
  },
  now: Instant,
): ContractStatus {
  if (contract.closedAt !== null && contract.closedAt <= now) return 'CLOSED';
  if (contract.locks.length > 0) return 'LOCKED';
  return contract.registeredAt === null ? 'AWAITING_REGISTRATION' : 'ACTIVE';
}

/** `registeredAt` is null again after the desk has reset the administrator (R17). */
export function administratorStatus(administrator: {
  readonly registeredAt: Instant | null;
}): AdministratorStatus {
  return administrator.registeredAt === null ? 'AWAITING_REGISTRATION' : 'ACTIVE';
}

/** `temporaryPins`: the PINs are still the drawn ones of an addition or a reset. */
export function userStatus(user: {
  readonly removedAt: Instant | null;
  readonly locks: readonly Lock[];
  readonly temporaryPins: boolean;
}): UserStatus {
  if (user.removedAt !== null) return 'REMOVED';
  if (user.locks.length > 0) return 'LOCKED';
  return user.temporaryPins ? 'AWAITING_FIRST_LOGON' : 'ACTIVE';
}

/** What is done to or by a user. `UPDATE`: name, address, permissions, limits, accounts. */
export type UserAct =
  | 'LOG_ON'
  | 'CHANGE_PIN'
  | 'RENEW_CERTIFICATE'
  | 'SET_LOGON_NOTICES'
  | 'REPLACE_TEMPORARY_PINS'
  | 'AUTHORIZE'
  | 'RESET_PINS'
  | 'LOCK'
  | 'UNLOCK'
  | 'UPDATE'
  | 'REMOVE';

function userRow(awaiting: Leave, active: Leave, locked: Leave): Record<UserStatus, Leave> {
  return {
    AWAITING_FIRST_LOGON: awaiting,
    ACTIVE: active,
    LOCKED: locked,
    REMOVED: 'USER_REMOVED',
  };
}

/**
 * The API refuses by this table; the web application disables a button by it, with the reason.
 * A locked user can be locked again for another reason, and reset: a reset lifts a lock by wrong
 * PINs, never one on purpose (R16).
 */
const userActs: Record<UserAct, Record<UserStatus, Leave>> = {
  LOG_ON: userRow('ALLOWED', 'ALLOWED', 'USER_LOCKED'),
  CHANGE_PIN: userRow('TEMPORARY_PINS', 'ALLOWED', 'USER_LOCKED'),
  RENEW_CERTIFICATE: userRow('TEMPORARY_PINS', 'ALLOWED', 'USER_LOCKED'),
  SET_LOGON_NOTICES: userRow('TEMPORARY_PINS', 'ALLOWED', 'USER_LOCKED'),
  REPLACE_TEMPORARY_PINS: userRow('ALLOWED', 'NO_TEMPORARY_PINS', 'USER_LOCKED'),
  AUTHORIZE: userRow('TEMPORARY_PINS', 'ALLOWED', 'USER_LOCKED'),
  RESET_PINS: userRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  LOCK: userRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  UNLOCK: userRow('USER_NOT_LOCKED', 'USER_NOT_LOCKED', 'ALLOWED'),
  UPDATE: userRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  REMOVE: userRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
};

export function mayUser(status: UserStatus, act: UserAct): Leave {
  return userActs[act][status];
}

export type AdministratorAct = 'REGISTER' | 'LOG_ON';

const administratorActs: Record<AdministratorAct, Record<AdministratorStatus, Leave>> = {
  REGISTER: { AWAITING_REGISTRATION: 'ALLOWED', ACTIVE: 'ADMINISTRATOR_ALREADY_REGISTERED' },
  LOG_ON: { AWAITING_REGISTRATION: 'ADMINISTRATOR_NOT_REGISTERED', ACTIVE: 'ALLOWED' },
};

/** Asked beside `mayContract`: after a reset (R17) the contract is active, its administrator not. */
export function mayAdministrator(status: AdministratorStatus, act: AdministratorAct): Leave {
  return administratorActs[act][status];
}

/** What is done in or to a contract: the first three by its people, most of the rest by the desk. */
export type ContractAct =
  | 'REGISTER'
  | 'LOG_ON'
  | 'ADMINISTER'
  | 'LOCK'
  | 'UNLOCK'
  | 'ISSUE_CARD'
  | 'SET_LOCK_LINKAGE'
  | 'REPORT_CARD_LOST'
  | 'RESET_ADMINISTRATOR'
  | 'PUT_CARD_IN_FORCE'
  | 'UPDATE'
  | 'CLOSE'
  | 'KEEP';

function contractRow(awaiting: Leave, active: Leave, locked: Leave): Record<ContractStatus, Leave> {
  return {
    AWAITING_REGISTRATION: awaiting,
    ACTIVE: active,
    LOCKED: locked,
    CLOSED: 'CONTRACT_CLOSED',
  };
}

const contractActs: Record<ContractAct, Record<ContractStatus, Leave>> = {
  REGISTER: contractRow('ALLOWED', 'ALLOWED', 'CONTRACT_LOCKED'),
  LOG_ON: contractRow('CONTRACT_NOT_REGISTERED', 'ALLOWED', 'CONTRACT_LOCKED'),
  ADMINISTER: contractRow('CONTRACT_NOT_REGISTERED', 'ALLOWED', 'CONTRACT_LOCKED'),
  LOCK: contractRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  UNLOCK: contractRow('CONTRACT_NOT_LOCKED', 'CONTRACT_NOT_LOCKED', 'ALLOWED'),
  ISSUE_CARD: contractRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  SET_LOCK_LINKAGE: contractRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  REPORT_CARD_LOST: contractRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  RESET_ADMINISTRATOR: contractRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  UPDATE: contractRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  CLOSE: contractRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  KEEP: contractRow('ALLOWED', 'ALLOWED', 'ALLOWED'),
  // A first card is in force from registration.
  PUT_CARD_IN_FORCE: contractRow('CONTRACT_NOT_REGISTERED', 'ALLOWED', 'ALLOWED'),
};

export function mayContract(status: ContractStatus, act: ContractAct): Leave {
  return contractActs[act][status];
}

/** Who or what lifts locks. `RESET`: new PINs for somebody, which end a lock by wrong ones only (R16). */
export type Unlocker = 'ADMINISTRATOR' | 'DESK' | 'RESET';

/**
 * What each may lift where: the administrator lets users back in, whether they erred or were locked
 * on purpose (R20); the desk opens a contract again for any reason, and nobody in the company does
 * (R19, R21). A user's own lock survives the contract's unlock: scope `CONTRACT` reaches no user.
 */
const liftable: Record<Unlocker, Record<'USER' | 'CONTRACT', readonly LockReason[]>> = {
  ADMINISTRATOR: { USER: ['WRONG_PINS', 'BY_ADMINISTRATOR', 'BY_USER'], CONTRACT: [] },
  DESK: { USER: [], CONTRACT: ['WRONG_PINS', 'BY_ADMINISTRATOR', 'BY_DESK', 'BY_USER'] },
  RESET: { USER: ['WRONG_PINS'], CONTRACT: [] },
};

export function liftLocks(
  locks: readonly Lock[],
  by: Unlocker,
  scope: 'USER' | 'CONTRACT',
): { readonly left: readonly Lock[]; readonly lifted: readonly Lock[] } {
  const reasons = liftable[by][scope];
  return {
    left: locks.filter((lock) => !reasons.includes(lock.reason)),
    lifted: locks.filter((lock) => reasons.includes(lock.reason)),
  };
}

/** Adds a lock; one of each reason stands, and the first of a reason stays. */
export function addLock(locks: readonly Lock[], lock: Lock): readonly Lock[] {
  return locks.some((standing) => standing.reason === lock.reason) ? locks : [...locks, lock];
}
