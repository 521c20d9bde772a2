import { nextJapanMidnight } from '@monban/domain/instant';
import { contractStatus, mayContract } from '@monban/domain/status';

import { command, refuse } from '../../operation.ts';
import { contractView } from './contract-view.ts';
import { type DeskContractInput, readDesk } from './desk-input.ts';

/** 解約: takes effect at the next midnight in Japan, by the clock alone; until then it can be taken back. */
export const closeContract = command({
  name: 'closeContract',
  may: ['DESK'],
  read: (input: DeskContractInput) => readDesk(input),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { desk } }) => {
    const { contract, now } = act;
    const may = mayContract(contractStatus(contract, now), 'CLOSE');
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    if (contract.closedAt !== null)
      return refuse({ code: 'NOT_ALLOWED_NOW', because: 'ALREADY_CLOSING' });
    const changes = { closedAt: nextJapanMidnight(now), version: contract.version + 1 };
    act.changeContract(changes);
    return {
      done: {
        __typename: 'ContractClosed',
        contract: contractView({ ...contract, ...changes }, now),
      } as const,
      events: [{ type: 'CONTRACT_CLOSED', closedAt: changes.closedAt, desk }],
    };
  },
});

/** 解約の取消し: the contract goes on as if nothing had been. */
export const keepContract = command({
  name: 'keepContract',
  may: ['DESK'],
  read: (input: DeskContractInput) => readDesk(input),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { desk } }) => {
    const { contract, now } = act;
    const may = mayContract(contractStatus(contract, now), 'KEEP');
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    if (contract.closedAt === null)
      return refuse({ code: 'NOT_ALLOWED_NOW', because: 'NOT_CLOSING' });
    const changes = { closedAt: null, version: contract.version + 1 };
    act.changeContract(changes);
    return {
      done: {
        __typename: 'ContractKept',
        contract: contractView({ ...contract, ...changes }, now),
      } as const,
      events: [{ type: 'CONTRACT_KEPT', desk }],
    };
  },
});
