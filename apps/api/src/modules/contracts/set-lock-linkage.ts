import type { LockLinkage } from '@monban/domain/lockout';
import { contractStatus, mayContract } from '@monban/domain/status';

import { command, refuse } from '../../operation.ts';
import { contractView } from './contract-view.ts';
import { type DeskContractInput, readDesk } from './desk-input.ts';

interface Input extends DeskContractInput {
  readonly lockLinkage: LockLinkage;
}

/** R19–R21: whether a user's seventh wrong PIN stops the user alone or everybody. */
export const setLockLinkage = command({
  name: 'setLockLinkage',
  may: ['DESK'],
  read: (input: Input) => {
    const read = readDesk(input);
    return read.ok ? { ok: true, value: { ...read.value, lockLinkage: input.lockLinkage } } : read;
  },
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { lockLinkage, desk } }) => {
    const { contract, now } = act;
    const may = mayContract(contractStatus(contract, now), 'SET_LOCK_LINKAGE');
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    const changes = { lockLinkage, version: contract.version + 1 };
    act.changeContract(changes);
    return {
      done: {
        __typename: 'LockLinkageSet',
        contract: contractView({ ...contract, ...changes }, now),
      } as const,
      events: [{ type: 'LOCK_LINKAGE_SET', from: contract.lockLinkage, to: lockLinkage, desk }],
    };
  },
});
