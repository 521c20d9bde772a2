import { limitChanges } from '@monban/domain/change';
import type { ServiceLimit } from '@monban/domain/history-event';
import {
  type Amounts,
  checkContractLimits,
  type EnteredLimit,
  isMoneyService,
} from '@monban/domain/limit';
import type { Service } from '@monban/domain/permission';
import { err, ok } from '@monban/domain/result';

import { command, refuse, sessionOf } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { amounts } from '../users/read-user.ts';
import { confirmation } from '../users/user-target.ts';
import { selectServices, updateContractLimit } from './contract.store.ts';
import { contractView } from './contract-view.ts';

interface Input {
  readonly limits: readonly EnteredLimit[];
  readonly expectedVersion: number;
  readonly confirmationPin: Pin;
}

type ServiceRow = Awaited<ReturnType<typeof selectServices>>[number];

/** R14: the company's own limits, never above the desk's ceiling. Services that aren't named stay as they are. */
export const setContractLimits = command({
  name: 'setContractLimits',
  may: ['ADMINISTRATOR'],
  read: async ({ limits, expectedVersion, confirmationPin }: Input, asked) => {
    const { contractId } = sessionOf(asked);
    const services = await selectServices(asked.services.database.reading(contractId), contractId);
    const problems = checkContractLimits(limits, ceilingsOf(services), 'limits');
    if (problems.length > 0) return err({ code: 'INVALID_INPUT', problems });
    // Checked: whole yen within bounds.
    return ok({ limits: limits as readonly ServiceLimit[], expectedVersion, confirmationPin });
  },
  load: (queries, contractId) => selectServices(queries, contractId),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { entered, loaded }) => {
    const { contract, now, queries } = act;
    const problems = checkContractLimits(entered.limits, ceilingsOf(loaded), 'limits');
    if (problems.length > 0) return refuse({ code: 'INVALID_INPUT', problems });
    if (contract.version !== entered.expectedVersion)
      return refuse({ code: 'CONFLICT', about: 'VERSION' });
    const from = limitsOf(loaded);
    const to = from.map(
      (stands) => entered.limits.find(({ service }) => service === stands.service) ?? stands,
    );
    const changed = limitChanges(from, to).length > 0;
    const changes = changed ? { version: contract.version + 1 } : {};
    act.changeContract(changes);
    if (changed)
      for (const { service, limit } of entered.limits)
        act.atCommit(updateContractLimit(queries, contract.contractId, service, limit));
    return {
      done: {
        __typename: 'ContractLimitsSet',
        contract: contractView({ ...contract, ...changes }, now),
      } as const,
      events: changed ? [{ type: 'CONTRACT_LIMITS_SET', from, to }] : [],
    };
  },
});

function ceilingsOf(services: readonly ServiceRow[]): ReadonlyMap<Service, Amounts> {
  return new Map(
    services.map((row) => [row.service, amounts(row.ceilingPerTransaction, row.ceilingPerDay)]),
  );
}

function limitsOf(services: readonly ServiceRow[]): readonly ServiceLimit[] {
  return services
    .filter(({ service }) => isMoneyService(service))
    .map((row) => ({
      service: row.service,
      limit: amounts(row.limitPerTransaction, row.limitPerDay),
    }));
}
