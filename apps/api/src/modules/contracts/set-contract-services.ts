import type { ServiceCeiling } from '@monban/domain/history-event';
import { isMoneyService } from '@monban/domain/limit';
import { services as everyService } from '@monban/domain/permission';

import type { Act } from '../../act.ts';
import { gather } from '../../input.ts';
import { command } from '../../operation.ts';
import { loadEverybodysRights, withdrawServices } from '../rights/withdraw-services.ts';
import { amounts } from '../users/read-user.ts';
import { changeAtDesk } from './change-at-desk.ts';
import {
  deleteServices,
  insertServices,
  selectServices,
  updateCeilings,
} from './contract.store.ts';
import { type DeskContractInput, deskFields } from './desk-input.ts';
import { ceilingsIn, type EnteredService, serviceProblems } from './read-services.ts';

interface Input extends DeskContractInput {
  readonly services: readonly EnteredService[];
}

/**
 * Which services a contract has, with the desk's ceilings: the whole list. A service that goes takes with it what users
 * could do in it. A ceiling rewrites no limit below it: what counts is the smallest of the three (R14).
 */
export const setContractServices = command({
  name: 'setContractServices',
  may: ['DESK'],
  read: ({ services, ...input }: Input) => {
    const read = gather(deskFields(input), serviceProblems(services));
    return read.ok ? { ok: true, value: { ...read.value, services: ceilingsIn(services) } } : read;
  },
  load: async (queries, contractId) => {
    const [services, rights] = await Promise.all([
      selectServices(queries, contractId),
      loadEverybodysRights(queries, contractId),
    ]);
    return { from: standing(services), rights };
  },
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { services: to, desk }, loaded: { from, rights } }) => {
    const event = { type: 'CONTRACT_SERVICES_SET', from, to, desk } as const;
    const decision = changeAtDesk(act, 'UPDATE', 'ContractServicesSet', {}, event);
    if ('refused' in decision) return decision;
    const { came, gone, stayed } = compare(from, to);
    write(act, { came, gone, stayed });
    const lost = gone.length === 0 ? [] : withdrawServices(act, gone, rights);
    return { ...decision, events: [...decision.events, ...lost] };
  },
});

function standing(rows: Awaited<ReturnType<typeof selectServices>>): readonly ServiceCeiling[] {
  return everyService.flatMap((service) =>
    rows
      .filter((row) => row.service === service)
      .map(({ ceilingPerTransaction, ceilingPerDay }) => ({
        service,
        ceiling: isMoneyService(service) ? amounts(ceilingPerTransaction, ceilingPerDay) : null,
      })),
  );
}

function compare(from: readonly ServiceCeiling[], to: readonly ServiceCeiling[]) {
  const has = (list: readonly ServiceCeiling[]) => (one: ServiceCeiling) =>
    list.some(({ service }) => service === one.service);
  const gone = from.filter((one) => !has(to)(one)).map(({ service }) => service);
  return { came: to.filter((one) => !has(from)(one)), gone, stayed: to.filter(has(from)) };
}

function write({ atCommit, queries, contract }: Act, changes: ReturnType<typeof compare>): void {
  const { contractId } = contract;
  const { came, gone, stayed } = changes;
  if (gone.length > 0) atCommit(deleteServices(queries, contractId, gone));
  // The contract limit of a service that is new begins at its ceiling.
  if (came.length > 0) atCommit(insertServices(queries, contractId, came));
  if (stayed.length > 0) atCommit(updateCeilings(queries, contractId, stayed));
}
