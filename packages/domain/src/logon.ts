import type { CertificateFault } from './certificate.ts';
import type { RefusedBecause } from './history-event.ts';
import type { Instant } from './instant.ts';
import {
  type AdministratorStatus,
  type ContractStatus,
  mayAdministrator,
  mayContract,
  mayUser,
  type Obstacle,
  type UserStatus,
} from './status.ts';

/** What an administrator's logon or registration (R2, R3, R7) is judged from, before any secret is. */
export interface AdministratorStanding {
  readonly contract: ContractStatus;
  readonly administrator: AdministratorStatus;
  /** What is wrong with the certificate that is needed; null: nothing, or none is (R12). */
  readonly certificateFault: CertificateFault | null;
  /** `NONE`: no card in force, and for a registration none sent either. */
  readonly card: 'NONE' | 'ANSWERABLE' | 'EXHAUSTED';
  /** Null: no registration PIN was given out. */
  readonly registrationUntil: Instant | null;
}

/** What a user's logon (R5) is judged from, before the PIN is. */
export interface UserStanding {
  readonly contract: ContractStatus;
  /** Null: nobody has this user ID. */
  readonly user: UserStatus | null;
  readonly certificateFault: CertificateFault | null;
  /** Null: the PINs are the user's own. */
  readonly temporaryUntil: Instant | null;
}

/**
 * Why an administrator's attempt cannot succeed whatever is entered; null: it can. The stranger who tried is told
 * nothing of it, and nothing counts.
 */
export function administratorHopeless(
  standing: AdministratorStanding,
  act: 'REGISTER' | 'LOG_ON',
  now: Instant,
): RefusedBecause | null {
  const contract = mayContract(standing.contract, act);
  if (contract !== 'ALLOWED') return refusedBecause(contract);
  const administrator = mayAdministrator(standing.administrator, act);
  if (administrator !== 'ALLOWED') return refusedBecause(administrator);
  if (act === 'REGISTER' && isOver(standing.registrationUntil ?? 0, now)) return 'EXPIRED';
  if (standing.certificateFault !== null) return standing.certificateFault;
  if (standing.card === 'NONE') return 'NO_CARD';
  return standing.card === 'EXHAUSTED' ? 'CARD_EXHAUSTED' : null;
}

/** The same of a user's attempt. Temporary PINs end (14 days after they were drawn). */
export function userHopeless(standing: UserStanding, now: Instant): RefusedBecause | null {
  const contract = mayContract(standing.contract, 'LOG_ON');
  if (contract !== 'ALLOWED') return refusedBecause(contract);
  if (standing.user === null) return 'UNKNOWN_USER';
  const user = mayUser(standing.user, 'LOG_ON');
  if (user !== 'ALLOWED') return refusedBecause(user);
  if (standing.temporaryUntil !== null && isOver(standing.temporaryUntil, now)) return 'EXPIRED';
  return standing.certificateFault;
}

function isOver(until: Instant, now: Instant): boolean {
  return now >= until;
}

/** The history's word for what is in the way of a logon; the rest can't be. */
const reasons: Partial<Record<Obstacle, RefusedBecause>> = {
  CONTRACT_CLOSED: 'CLOSED',
  CONTRACT_NOT_REGISTERED: 'NOT_REGISTERED',
  ADMINISTRATOR_NOT_REGISTERED: 'NOT_REGISTERED',
  ADMINISTRATOR_ALREADY_REGISTERED: 'ALREADY_REGISTERED',
  USER_REMOVED: 'REMOVED',
};

function refusedBecause(obstacle: Obstacle): RefusedBecause {
  return reasons[obstacle] ?? 'LOCKED';
}
