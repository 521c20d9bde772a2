import { abilities } from '@monban/domain/ability';
import { type Amounts, effectiveLimit, isMoneyService, noLimit } from '@monban/domain/limit';
import type { Yen } from '@monban/domain/money';
import { everyPermission, grants } from '@monban/domain/permission';

import { wholeContract } from '../../db/tables/authorizations.ts';
import { usedBy } from '../authorizations/authorization.store.ts';
import type { Asked } from '../../operation.ts';
import { lacksCertificate } from '../certificates/read-certificates.ts';
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
  const { contract: of, personKey } = user;
  const [own, services, usage] = await Promise.all([
    loaders.limits.load(keyOf(user)),
    loaders.services.load(of.contractId),
    loaders.usage.load(of.contractId),
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
        usedToday: usedBy(usage, personKey, service),
      };
    });
}

/** What the user can do right now, and why not: the domain's answer from what is stored. */
export async function abilityOf(user: UserView, asked: Asked) {
  const {
    loaders,
    services: { now },
  } = asked;
  const { contractId } = user.contract;
  const [permissions, own, services, usage, certificateMissing] = await Promise.all([
    loaders.permissions.load(keyOf(user)),
    loaders.limits.load(keyOf(user)),
    loaders.services.load(contractId),
    loaders.usage.load(contractId),
    lacksCertificate(user, asked),
  ]);
  return abilities(
    {
      contract: user.contract.status,
      user: user.status,
      temporaryUntil: user.temporaryUntil,
      certificateMissing,
      permissions,
      services: services.map(({ service, ...layers }) => ({
        service,
        ceiling: amounts(layers.ceilingPerTransaction, layers.ceilingPerDay),
        contractLimit: amounts(layers.limitPerTransaction, layers.limitPerDay),
        usedToday: usedBy(usage, wholeContract, service),
      })),
      limitFor: (service) => {
        const row = own.find((limit) => limit.service === service);
        if (row === undefined) return null;
        const usedToday = usedBy(usage, user.personKey, service);
        return { limit: amounts(row.perTransaction, row.perDay), usedToday };
      },
    },
    now(),
  );
}

/** Amounts as stored: they were whole yen within bounds when they went in, and the database checks it. */
export function amounts(perTransaction: number | null, perDay: number | null): Amounts {
  return { perTransaction: (perTransaction ?? 0) as Yen, perDay: (perDay ?? 0) as Yen };
}
