import { administratorName, type DeskNote } from '@monban/domain/history-event';
import { addLock, contractStatus, type LockReason, mayContract } from '@monban/domain/status';

import type { Act } from '../../act.ts';
import { type Asked, command, type Decision, refuse } from '../../operation.ts';
import { confirmation } from '../users/user-target.ts';
import { type ContractView, contractView } from './contract-view.ts';
import { type EitherInput, readAtDesk, readOwn } from './desk-input.ts';

/** Emergency stop: the administrator stops everybody, themselves too. Only the desk starts the contract again. */
export const lockOwnContract = command({
  name: 'lockContract',
  may: ['ADMINISTRATOR'],
  read: (input: EitherInput, asked) => readOwn(input, asked),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act) => lock(act, 'BY_ADMINISTRATOR', administratorName),
  afterwards: (_done, { reply }) => reply.clearSession(),
});

/** The desk stops a contract: on a call, or on a suspicion of the bank's own. */
export const lockContractAtDesk = command({
  name: 'lockContract',
  may: ['DESK'],
  read: (input: EitherInput) => readAtDesk(input),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { desk }, asked }) => lock(act, 'BY_DESK', clerk(asked), desk),
});

interface ContractLocked {
  readonly __typename: 'ContractLocked';
  readonly contract: ContractView;
}

function lock(act: Act, reason: LockReason, by: string, desk?: DeskNote): Decision<ContractLocked> {
  const { contract, now } = act;
  const may = mayContract(contractStatus(contract, now), 'LOCK');
  if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
  if (contract.locks.some((standing) => standing.reason === reason))
    return refuse({ code: 'NOT_ALLOWED_NOW', because: 'ALREADY_LOCKED' });
  const changes = {
    locks: addLock(contract.locks, { reason, at: now, by }),
    // One increment ends every session of the contract.
    sessionsEpoch: contract.sessionsEpoch + 1,
  };
  act.changeContract(changes);
  return {
    done: {
      __typename: 'ContractLocked',
      contract: contractView({ ...contract, ...changes }, now),
    },
    events: [{ type: 'CONTRACT_LOCKED', reason, by, ...(desk && { desk }) }],
  };
}

function clerk({ caller }: Asked): string {
  return caller.bank?.subject ?? '';
}
