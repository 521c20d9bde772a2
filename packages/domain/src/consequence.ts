import type { ServiceLimit } from './history-event.ts';
import { type Amounts, effectiveLimit, isMoneyService } from './limit.ts';
import { limitOf } from './change.ts';
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
  /** `number` people can't do it any more, or can from then on. */
  | {
      readonly kind: 'CAN_NO_LONGER' | 'CAN_FROM_NOW_ON';
      readonly service: Service;
      readonly action: Action;
      readonly number: number;
    }
  /** Somebody could, nobody will: said in red. */
  | { readonly kind: 'NOBODY_LEFT'; readonly service: Service; readonly action: Action }
  /** `number` people would have the right to move money and no amount to move. */
  | { readonly kind: 'RIGHT_WITHOUT_LIMIT'; readonly service: Service; readonly number: number };

/** `upper`: per service the smaller of the contract's two layers; a service that is missing moves no money. */
export function consequencesOf(
  before: readonly UserRights[],
  after: readonly UserRights[],
  upper: ReadonlyMap<Service, Amounts>,
): readonly Consequence[] {
  return [
    ...everyPermission.flatMap((permission) => shift(before, after, permission)),
    ...withoutLimit(before, after, upper),
  ];
}

function shift(
  before: readonly UserRights[],
  after: readonly UserRights[],
  { service, action }: Permission,
): readonly Consequence[] {
  const had = holders(before, { service, action });
  const have = holders(after, { service, action });
  const lost = had.filter((userId) => !have.includes(userId)).length;
  const won = have.filter((userId) => !had.includes(userId)).length;
  return [
    ...(lost > 0 ? [{ kind: 'CAN_NO_LONGER', service, action, number: lost } as const] : []),
    ...(won > 0 ? [{ kind: 'CAN_FROM_NOW_ON', service, action, number: won } as const] : []),
    ...(had.length > 0 && have.length === 0
      ? [{ kind: 'NOBODY_LEFT', service, action } as const]
      : []),
  ];
}

function holders(list: readonly UserRights[], permission: Permission): readonly string[] {
  return list
    .filter(({ present, permissions }) => present && grants(permissions, permission))
    .map(({ userId }) => userId);
}

const moves: readonly Action[] = ['EXECUTE', 'SEND'];

function withoutLimit(
  before: readonly UserRights[],
  after: readonly UserRights[],
  upper: ReadonlyMap<Service, Amounts>,
): readonly Consequence[] {
  return [...upper].flatMap(([service, amounts]) => {
    if (!isMoneyService(service)) return [];
    const stuck = (list: readonly UserRights[]) =>
      list
        .filter(({ present, permissions, limits }) => {
          const may = moves.some((action) => grants(permissions, { service, action }));
          const counts = effectiveLimit(amounts, null, limitOf(limits, service));
          return present && may && (counts.perTransaction === 0 || counts.perDay === 0);
        })
        .map(({ userId }) => userId);
    const already = stuck(before);
    const number = stuck(after).filter((userId) => !already.includes(userId)).length;
    return number > 0 ? [{ kind: 'RIGHT_WITHOUT_LIMIT', service, number } as const] : [];
  });
}
