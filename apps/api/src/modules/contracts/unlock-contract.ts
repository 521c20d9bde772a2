import { contractStatus, liftLocks, mayContract } from '@monban/domain/status';

import { command, refuse } from '../../operation.ts';
import { noWrongEntries } from '../../secrets/settle.ts';
import { clearCounts } from '../persons/person.store.ts';
import { contractView } from './contract-view.ts';
import { type DeskContractInput, missingIdentityCheck, readDesk } from './desk-input.ts';

/** R19, R21: only the desk starts a contract again. Counts begin anew; a user's own lock stays. */
export const unlockContract = command({
  name: 'unlockContract',
  may: ['DESK'],
  read: (input: DeskContractInput, asked) => readDesk(input, missingIdentityCheck(input, asked)),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { desk } }) => {
    const { contract, now, queries } = act;
    const may = mayContract(contractStatus(contract, now), 'UNLOCK');
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    const { left, lifted } = liftLocks(contract.locks, 'DESK', 'CONTRACT');
    act.changeContract({ locks: left });
    act.atCommit(clearCounts(queries, contract.contractId, noWrongEntries));
    return {
      done: {
        __typename: 'ContractUnlocked',
        contract: contractView({ ...contract, locks: left }, now),
      } as const,
      events: [{ type: 'CONTRACT_UNLOCKED', lifted: lifted.map(({ reason }) => reason), desk }],
    };
  },
});
