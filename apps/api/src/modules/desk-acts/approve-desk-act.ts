import { type Answer, type Asked, refuse } from '../../operation.ts';
import type { ContractView } from '../contracts/contract-view.ts';
import { selectDeskAct } from './desk-act.store.ts';
import { type DeskActView, deskActView } from './desk-act-view.ts';
import { type DeskActInput, readActInput } from './read-act-input.ts';
import { waitingActs } from './waiting-acts.ts';

interface DeskActApproved {
  readonly __typename: 'DeskActApproved';
  readonly act: DeskActView;
  readonly contract: ContractView;
  readonly registrationPin: string | null;
}

/** The second person: another human has what waits done, decided anew on what stands now. */
export async function approveDeskAct(
  input: DeskActInput,
  asked: Asked,
): Promise<Answer<DeskActApproved>> {
  const read = readActInput(input);
  if (!read.ok) return refuse(read.error);
  const { contractId, actId, desk } = read.value;
  const reading = asked.services.database.reading(contractId);
  // Who it was and what is in it never changes; whether it still waits is asked once more behind its lock.
  const [act] = await selectDeskAct(reading, contractId, actId);
  if (act === undefined) return refuse({ code: 'NOT_FOUND', what: 'DESK_ACT' });
  const answer = await waitingActs[act.operation](act.input, { actId, desk }, asked);
  if (!('done' in answer)) return answer;
  const { contract, registrationPin = null } = answer.done;
  const done = { __typename: 'DeskActApproved', act: deskActView(act), contract } as const;
  return { done: { ...done, registrationPin } };
}
