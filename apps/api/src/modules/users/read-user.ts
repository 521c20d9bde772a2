import { abilities } from '@monban/domain/ability';
import { type Amounts, effectiveLimit, isMoneyService, noLimit } from '@monban/domain/limit';
import { zeroYen, type Yen } from '@monban/domain/money';
import { everyPermission, grants } from '@monban/domain/permission';

import type { Asked } from '../../operation.ts';
import type { UserView } from './user-view.ts';

const keyOf = ({ contract, personKey }: UserView) => ({
  contractId: contract.contractId,
  personKey,
});

/** What the user may do, in the order of the table of services (R13). */
export async function permissionsOf(user: UserView, { loaders }: Asked) {
  const granted = await loaders.permissions.load(keyOf(user));
  return everyPermission.filter((permission) => grants(granted, permission));
}

/** The user's limits in each service of the contract that moves money (R14). */
export async function limitsOf(user: UserView, { loaders }: Asked) {
  const [own, services] = await Promise.all([
    loaders.limits.load(keyOf(user)),
    loaders.services.load(user.contract.contractId),
  ]);
  return services
    .filter(({ service }) => isMoneyService(service))
    .map(({ service, ...layers }) => {
      const row = own.find((limit) => limit.service === service);
      const limit = row === undefined ? noLimit : amounts(row.perTransaction, row.perDay);
      const ceiling = amounts(layers.ceilingPerTransaction, layers.ceilingPerDay);
      const contract = amounts(layers.limitPerTransaction, layers.limitPerDay);
      return {
        service,
        limit,
        effective: effectiveLimit(ceiling, contract, limit),
        usedToday: zeroYen,
      };
    });
}

/** What the user can do right now, and why not: the domain's answer from what is stored. */
export async function abilityOf(user: UserView, { loaders, services: { now } }: Asked) {
  const [permissions, own, services] = await Promise.all([
    loaders.permissions.load(keyOf(user)),
    loaders.limits.load(keyOf(user)),
    loaders.services.load(user.contract.contractId),
  ]);
  return abilities(
    {
      contract: user.contract.status,
      user: user.status,
      temporaryUntil: user.temporaryUntil,
      permissions,
      services: services.map(({ service, ...layers }) => ({
        service,
        ceiling: amounts(layers.ceilingPerTransaction, layers.ceilingPerDay),
        contractLimit: amounts(layers.limitPerTransaction, layers.limitPerDay),
        usedToday: zeroYen,
      })),
      limitFor: (service) => {
        const row = own.find((limit) => limit.service === service);
        if (row === undefined) return null;
        return { limit: amounts(row.perTransaction, row.perDay), usedToday: zeroYen };
      },
    },
    now(),
  );
}

/** Amounts as stored: they were whole yen within bounds when they went in, and the database checks it. */
export function amounts(perTransaction: number | null, perDay: number | null): Amounts {
  return { perTransaction: (perTransaction ?? 0) as Yen, perDay: (perDay ?? 0) as Yen };
}
