import type { WaitingOperation } from '@monban/domain/history-event';

import type { Answer, Asked, Command } from '../../operation.ts';
import { run } from '../../runner/run.ts';
import type { Approval } from '../../runner/second-person.ts';
import { issueCard } from '../cards/issue-card.ts';
import { putCardInForce } from '../cards/put-card-in-force.ts';
import { closeContract } from '../contracts/close-contract.ts';
import type { ContractView } from '../contracts/contract-view.ts';
import { openContract } from '../contracts/open-contract.ts';
import { resetAdministrator } from '../contracts/reset-administrator.ts';
import { setAuthenticationMethod } from '../contracts/set-authentication-method.ts';
import { setContractServices } from '../contracts/set-contract-services.ts';

/** What every act that a second person approves answers. */
interface Done {
  readonly contract: ContractView;
  /** Where the act gives one out. */
  readonly registrationPin?: string;
}

type RunApproved = (input: string, approval: Approval, asked: Asked) => Promise<Answer<Done>>;

/** The acts that can wait for a second person, by their names in the schema. */
export const waitingActs: Readonly<Record<WaitingOperation, RunApproved>> = {
  openContract: approving(openContract),
  issueCard: approving(issueCard),
  putCardInForce: approving(putCardInForce),
  resetAdministrator: approving(resetAdministrator),
  closeContract: approving(closeContract),
  setAuthenticationMethod: approving(setAuthenticationMethod),
  setContractServices: approving(setContractServices),
};

/** Runs what was put aside. In history and log the operation is the approval; its event names what was approved. */
function approving<Input, Entered, Success extends Done, Loaded, Prepared>(
  command: Command<Input, Entered, Success, Loaded, Prepared>,
): RunApproved {
  return (input, approval, asked) =>
    // Kept as it was given to this very command; it is read, and so checked, once more.
    run({ ...command, name: 'approveDeskAct' }, JSON.parse(input) as Input, asked, approval);
}
