import type { Instant } from './instant.ts';
import { type Amounts, heldTo, noLimit } from './limit.ts';
import type { Yen } from './money.ts';
import { type Action, actionsOf, grants, type Permission, type Service } from './permission.ts';
import type { ContractStatus, UserStatus } from './status.ts';

/** Why somebody can't do something right now: contract, person, rights, and the three layers of limits. */
export type AbilityReason =
  | 'CONTRACT_NOT_REGISTERED'
  | 'CONTRACT_LOCKED'
  | 'CONTRACT_CLOSED'
  | 'USER_LOCKED'
  | 'USER_REMOVED'
  | 'TEMPORARY_PINS'
  | 'TEMPORARY_PINS_EXPIRED'
  /** One is needed (R12), and none is valid. */
  | 'NO_CERTIFICATE'
  | 'NO_PERMISSION'
  | 'CEILING_IS_ZERO'
  | 'CONTRACT_LIMIT_IS_ZERO'
  | 'USER_LIMIT_IS_ZERO'
  | 'CONTRACT_DAY_IS_SPENT'
  | 'USER_DAY_IS_SPENT';

/** One action in one service: whether the person can do it right now, and everything that is in the way. */
export interface Ability {
  readonly service: Service;
  readonly action: Action;
  readonly allowed: boolean;
  /** Empty exactly if it is allowed. */
  readonly reasons: readonly AbilityReason[];
}

/** A service of the contract with its two upper layers, which are not looked at where no money moves. */
export interface ServiceStanding {
  readonly service: Service;
  readonly ceiling: Amounts;
  /** Null: never set, so at the ceiling. */
  readonly contractLimit: Amounts | null;
  /** By all of the contract, this user included; a day is one in Japan. */
  readonly usedToday: Yen;
}

export interface UserLimitStanding {
  readonly limit: Amounts;
  /** By this user. */
  readonly usedToday: Yen;
}

/** All that decides what a user can do right now. */
export interface AbilityStanding {
  readonly contract: ContractStatus;
  readonly user: UserStatus;
  /** From then on the temporary PINs are worth nothing; null: the PINs are the user's own. */
  readonly temporaryUntil: Instant | null;
  /** Whether a certificate is needed (R12) that the person does not have. */
  readonly certificateMissing: boolean;
  readonly services: readonly ServiceStanding[];
  readonly permissions: readonly Permission[];
  /** Null: never set, so 0. */
  limitFor(service: Service): UserLimitStanding | null;
}

/** What a user can do right now, for every action of the contract's services (R13, R14); what is in the way is said whole. */
export function abilities(standing: AbilityStanding, now: Instant): readonly Ability[] {
  const person = personReasons(standing, now);
  return standing.services.flatMap((service) =>
    actionsOf[service.service].map((action) => {
      const wanted = { service: service.service, action };
      const reasons = [
        ...person,
        ...(grants(standing.permissions, wanted) ? [] : (['NO_PERMISSION'] as const)),
        ...limitReasons(service, action, standing.limitFor(service.service)),
      ];
      return { ...wanted, allowed: reasons.length === 0, reasons };
    }),
  );
}

/** As `status.ts` has it of logging on. */
const contractReasons: Record<ContractStatus, readonly AbilityReason[]> = {
  AWAITING_REGISTRATION: ['CONTRACT_NOT_REGISTERED'],
  ACTIVE: [],
  LOCKED: ['CONTRACT_LOCKED'],
  CLOSED: ['CONTRACT_CLOSED'],
};

/** As `status.ts` has it of authorising, but for what the PINs have to do with it. */
const userReasons: Record<UserStatus, readonly AbilityReason[]> = {
  AWAITING_FIRST_LOGON: [],
  ACTIVE: [],
  LOCKED: ['USER_LOCKED'],
  REMOVED: ['USER_REMOVED'],
};

function personReasons(standing: AbilityStanding, now: Instant): readonly AbilityReason[] {
  return [
    ...contractReasons[standing.contract],
    ...userReasons[standing.user],
    ...pinReasons(standing, now),
    ...(standing.certificateMissing && standing.user !== 'REMOVED'
      ? (['NO_CERTIFICATE'] as const)
      : []),
  ];
}

/** Of somebody locked too, whom unlocking alone would not let work; not of somebody removed. */
function pinReasons(
  { user, temporaryUntil }: AbilityStanding,
  now: Instant,
): readonly AbilityReason[] {
  if (user === 'REMOVED') return [];
  if (temporaryUntil !== null && now >= temporaryUntil) return ['TEMPORARY_PINS_EXPIRED'];
  return temporaryUntil !== null || user === 'AWAITING_FIRST_LOGON' ? ['TEMPORARY_PINS'] : [];
}

/**
 * Each layer by itself: the smallest counts (R14), so nothing is allowed until all of them let it
 * through, and whoever raises one must know the next. A layer of 0 has no day to be spent.
 */
function limitReasons(
  { service, ceiling, contractLimit, usedToday }: ServiceStanding,
  action: Action,
  user: UserLimitStanding | null,
): readonly AbilityReason[] {
  const amounts = heldTo({ service, action });
  const isZero = (layer: Amounts) => amounts.some((amount) => layer[amount] === 0);
  const isSpent = ({ perDay }: Amounts, used: Yen) =>
    amounts.includes('perDay') && perDay > 0 && used >= perDay;
  const contract = contractLimit ?? ceiling;
  const own = user?.limit ?? noLimit;
  const reasons: readonly (readonly [AbilityReason, boolean])[] = [
    ['CEILING_IS_ZERO', isZero(ceiling)],
    ['CONTRACT_LIMIT_IS_ZERO', contractLimit !== null && isZero(contractLimit)],
    ['USER_LIMIT_IS_ZERO', isZero(own)],
    ['CONTRACT_DAY_IS_SPENT', isSpent(ceiling, usedToday) || isSpent(contract, usedToday)],
    ['USER_DAY_IS_SPENT', user !== null && isSpent(own, user.usedToday)],
  ];
  return reasons.filter(([, stands]) => stands).map(([reason]) => reason);
}
