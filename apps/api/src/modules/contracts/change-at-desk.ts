import { changesOf } from '@monban/domain/change';
import type { HistoryEvent } from '@monban/domain/history-event';
import { type ContractAct, contractStatus, mayContract } from '@monban/domain/status';

import type { Act } from '../../act.ts';
import type { ContractRow } from '../../db/rows.ts';
import { type Decision, refuse } from '../../operation.ts';
import { type ContractView, contractView } from './contract-view.ts';

/** What the desk sets in a contract's row, told from what to what. What stays as it is leaves no trace. */
export function changeAtDesk<Done extends string>(
  act: Act,
  asks: ContractAct,
  done: Done,
  changes: Partial<ContractRow>,
  event: HistoryEvent,
): Decision<{ readonly __typename: Done; readonly contract: ContractView }> {
  const { contract, now } = act;
  const may = mayContract(contractStatus(contract, now), asks);
  if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
  const changed = changesOf(event).length > 0;
  const row = changed ? { ...changes, version: contract.version + 1 } : {};
  act.changeContract(row);
  return {
    done: { __typename: done, contract: contractView({ ...contract, ...row }, now) },
    events: changed ? [event] : [],
  };
}
