import type { Instant } from './instant.ts';
import { type Amounts, effectiveLimit, isMoneyService, noLimit } from './limit.ts';
import type { Yen } from './money.ts';
import { type Action, actionsOf, grants, type Permission, type Service } from './permission.ts';
import { type ContractStatus, mayContract, mayUser, type UserStatus } from './status.ts';

/** Why somebody can't do something right now: contract, person, rights, and the three layers of limits. */
export type AbilityReason =
  | 'CONTRACT_NOT_REGISTERED'
  | 'CONTRACT_LOCKED'
  | 'CONTRACT_CLOSED'
  | 'USER_LOCKED'
  | 'USER_REMOVED'
  | 'TEMPORARY_PINS'
  | 'TEMPORARY_PINS_EXPIRED'
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
  readonly reasons: readonly AbilityReason[];
}

/** A service of the contract with its two upper layers; `usedToday` by the whole contract. */
export interface ServiceStanding {
  readonly service: Service;
  readonly ceiling: Amounts;
  readonly contractLimit: Amounts | null;
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
  /** Null: the PINs are the user's own. */
  readonly temporaryUntil: Instant | null;
  readonly services: readonly ServiceStanding[];
  readonly permissions: readonly Permission[];
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

function personReasons(standing: AbilityStanding, now: Instant): readonly AbilityReason[] {
  const { temporaryUntil } = standing;
  const contract = mayContract(standing.contract, 'LOG_ON');
  const user = mayUser(standing.user, 'AUTHORIZE');
  const expired = temporaryUntil !== null && now >= temporaryUntil;
  return [
    ...(isReason(contract) ? [contract] : []),
    ...(isReason(user) ? [user] : []),
    ...(expired ? (['TEMPORARY_PINS_EXPIRED'] as const) : []),
  ];
}

const obstacleReasons = [
  'CONTRACT_NOT_REGISTERED',
  'CONTRACT_LOCKED',
  'CONTRACT_CLOSED',
  'USER_LOCKED',
  'USER_REMOVED',
  'TEMPORARY_PINS',
] as const satisfies readonly AbilityReason[];

function isReason(leave: string): leave is (typeof obstacleReasons)[number] {
  return obstacleReasons.some((reason) => reason === leave);
}

/** Whether an action is held to an amount, and to the day's: approving and creating reserve nothing. */
const weighs: Record<Action, 'NOT' | 'EACH' | 'DAY'> = {
  VIEW: 'NOT',
  CREATE: 'EACH',
  APPROVE: 'EACH',
  EXECUTE: 'DAY',
  SEND: 'DAY',
};

function limitReasons(
  { service, ceiling, contractLimit, usedToday }: ServiceStanding,
  action: Action,
  user: UserLimitStanding | null,
): readonly AbilityReason[] {
  if (!isMoneyService(service) || weighs[action] === 'NOT') return [];
  const own = user?.limit ?? noLimit;
  const isZero = (amounts: Amounts) =>
    amounts.perTransaction === 0 || (weighs[action] === 'DAY' && amounts.perDay === 0);
  const zero: readonly AbilityReason[] = [
    ...(isZero(ceiling) ? (['CEILING_IS_ZERO'] as const) : []),
    ...(!isZero(ceiling) && isZero(contractLimit ?? ceiling)
      ? (['CONTRACT_LIMIT_IS_ZERO'] as const)
      : []),
    ...(isZero(own) ? (['USER_LIMIT_IS_ZERO'] as const) : []),
  ];
  if (zero.length > 0 || weighs[action] !== 'DAY') return zero;
  const company = effectiveLimit(ceiling, contractLimit, ceiling).perDay;
  return [
    ...(usedToday >= company ? (['CONTRACT_DAY_IS_SPENT'] as const) : []),
    ...((user?.usedToday ?? 0) >= effectiveLimit(ceiling, contractLimit, own).perDay
      ? (['USER_DAY_IS_SPENT'] as const)
      : []),
  ];
}
