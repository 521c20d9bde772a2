import type { Ability, AbilityReason } from './ability.ts';
import type { Action, Service } from './permission.ts';

/** What takes a reason away. DESK: the company can't. ITSELF: time does, at midnight in Japan. */
export type Remedy =
  | 'UNLOCK'
  | 'RESET_PINS'
  | 'FIRST_LOGON'
  | 'PERMISSIONS'
  | 'USER_LIMITS'
  | 'CONTRACT_LIMITS'
  | 'CERTIFICATE'
  | 'NEW_USER'
  | 'DESK';

/** A page offers the way to a remedy by this table, beside the reason in words. */
export const remedies: Readonly<Record<AbilityReason, Remedy>> = {
  CONTRACT_NOT_REGISTERED: 'DESK',
  CONTRACT_LOCKED: 'DESK',
  CONTRACT_CLOSED: 'DESK',
  USER_LOCKED: 'UNLOCK',
  USER_REMOVED: 'NEW_USER',
  TEMPORARY_PINS: 'FIRST_LOGON',
  TEMPORARY_PINS_EXPIRED: 'RESET_PINS',
  NO_CERTIFICATE: 'CERTIFICATE',
  NO_PERMISSION: 'PERMISSIONS',
  CEILING_IS_ZERO: 'DESK',
  CONTRACT_LIMIT_IS_ZERO: 'CONTRACT_LIMITS',
  USER_LIMIT_IS_ZERO: 'USER_LIMITS',
  CONTRACT_DAY_IS_SPENT: 'CONTRACT_LIMITS',
  USER_DAY_IS_SPENT: 'USER_LIMITS',
};

/** Stand in the way of everything: of the contract, or of the person. */
const general: Readonly<Record<AbilityReason, boolean>> = {
  CONTRACT_NOT_REGISTERED: true,
  CONTRACT_LOCKED: true,
  CONTRACT_CLOSED: true,
  USER_LOCKED: true,
  USER_REMOVED: true,
  TEMPORARY_PINS: true,
  TEMPORARY_PINS_EXPIRED: true,
  NO_CERTIFICATE: true,
  NO_PERMISSION: false,
  CEILING_IS_ZERO: false,
  CONTRACT_LIMIT_IS_ZERO: false,
  USER_LIMIT_IS_ZERO: false,
  CONTRACT_DAY_IS_SPENT: false,
  USER_DAY_IS_SPENT: false,
};

/** Actions of one service that stand alike. */
export interface AbilityGroup {
  readonly service: Service;
  readonly actions: readonly Action[];
  readonly allowed: boolean;
  /** What is in the way here, beside what is in the way of everything. */
  readonly reasons: readonly AbilityReason[];
}

export interface AbilitySummary {
  /** In the way of everything. */
  readonly general: readonly AbilityReason[];
  readonly groups: readonly AbilityGroup[];
}

/** What somebody can do, for people to read: what is in the way of everything once, then the actions that stand alike together. */
export function summarize(abilities: readonly Ability[]): AbilitySummary {
  const [first] = abilities;
  const groups: AbilityGroup[] = [];
  for (const { service, action, allowed, reasons } of abilities) {
    const own = reasons.filter((reason) => !general[reason]);
    const alike = groups.findIndex(
      (group) => group.service === service && group.reasons.join() === own.join(),
    );
    const found = groups[alike];
    if (found === undefined) groups.push({ service, actions: [action], allowed, reasons: own });
    else groups[alike] = { ...found, actions: [...found.actions, action] };
  }
  return { general: first?.reasons.filter((reason) => general[reason]) ?? [], groups };
}
