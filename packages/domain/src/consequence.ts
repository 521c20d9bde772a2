import { limitOf } from './change.ts';
import type { ServiceLimit } from './history-event.ts';
import { type Amounts, effectiveLimit, heldTo, moneyServices } from './limit.ts';
import {
  type Action,
  everyPermission,
  grants,
  type Permission,
  type Service,
} from './permission.ts';

/** What somebody may do and for how much, as it is or as it would be. */
export interface UserRights {
  readonly userId: string;
  /** False: removed. Somebody locked or on temporary PINs still counts: they come back. */
  readonly present: boolean;
  readonly permissions: readonly Permission[];
  readonly limits: readonly ServiceLimit[];
}

/** What follows from a change of rights, for the whole company: said before it happens. */
export type Consequence =
  /** `number` people can't do it any more, or can from then on (R13). */
  | {
      readonly kind: 'CAN_NO_LONGER' | 'CAN_FROM_NOW_ON';
      readonly service: Service;
      readonly action: Action;
      readonly number: number;
    }
  /** Somebody could, nobody will: said in red. */
  | { readonly kind: 'NOBODY_LEFT'; readonly service: Service; readonly action: Action }
  /** `number` people more would have rights that an amount of 0 makes useless (R14). */
  | { readonly kind: 'RIGHT_WITHOUT_LIMIT'; readonly service: Service; readonly number: number };

/** Per service the smaller of the contract's two layers of limits; one that is missing moves no money, or is none of the contract's. */
export type UpperLimits = ReadonlyMap<Service, Amounts>;

/**
 * Right by right in the order of the table, then service by service. `before` and `after` are
 * everybody of the contract, also those whom nothing changes: else there would seem to be nobody
 * left. `upperAfter`: where the contract's limits change as well.
 */
export function consequencesOf(
  before: readonly UserRights[],
  after: readonly UserRights[],
  upper: UpperLimits,
  upperAfter: UpperLimits = upper,
): readonly Consequence[] {
  return [
    ...everyPermission.flatMap((permission) => shift(before, after, permission)),
    ...moneyServices.flatMap((service) => {
      const stuck = (limits: UpperLimits) => (user: UserRights) =>
        isStuck(user, service, limits.get(service));
      const number = without(those(after, stuck(upperAfter)), those(before, stuck(upper))).length;
      return number > 0 ? [{ kind: 'RIGHT_WITHOUT_LIMIT', service, number } as const] : [];
    }),
  ];
}

/** What counts of somebody's limits: lowering the contract's changes it, and rewrites nothing (R14). */
export function limitsInEffect(
  limits: readonly ServiceLimit[],
  upper: UpperLimits,
): readonly ServiceLimit[] {
  return [...upper].map(([service, amounts]) => ({
    service,
    limit: effectiveLimit(amounts, null, limitOf(limits, service)),
  }));
}

function shift(
  before: readonly UserRights[],
  after: readonly UserRights[],
  permission: Permission,
): readonly Consequence[] {
  const can = ({ permissions }: UserRights) => grants(permissions, permission);
  const [could, will] = [those(before, can), those(after, can)];
  const lost = without(could, will).length;
  const won = without(will, could).length;
  return [
    ...(lost > 0 ? [{ kind: 'CAN_NO_LONGER', ...permission, number: lost } as const] : []),
    ...(won > 0 ? [{ kind: 'CAN_FROM_NOW_ON', ...permission, number: won } as const] : []),
    ...(could.length > 0 && will.length === 0
      ? [{ kind: 'NOBODY_LEFT', ...permission } as const]
      : []),
  ];
}

/** Whether a right in the service is held to an amount that comes to 0. */
function isStuck(
  { permissions, limits }: UserRights,
  service: Service,
  upper: Amounts | undefined,
): boolean {
  if (upper === undefined) return false;
  const counts = effectiveLimit(upper, null, limitOf(limits, service));
  return permissions.some(
    (each) => each.service === service && heldTo(each).some((amount) => counts[amount] === 0),
  );
}

function those(
  list: readonly UserRights[],
  which: (user: UserRights) => boolean,
): readonly string[] {
  return list.filter((user) => user.present && which(user)).map(({ userId }) => userId);
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((userId) => !others.includes(userId));
}
