import type { DeskNote } from '@monban/domain/history-event';
import type { ContractId } from '@monban/domain/id';
import type { Refusal } from '@monban/domain/refusal';
import { err, ok, type Result } from '@monban/domain/result';

import { gather } from '../../input.ts';
import { type DeskInput, readNote } from '../contracts/desk-input.ts';
import { contractOfAct } from './desk-act-view.ts';

/** What deciding over an act takes: which, and the note of whoever decides. */
export interface DeskActInput extends DeskInput {
  readonly actId: string;
}

interface ActMeant {
  readonly contractId: ContractId;
  readonly actId: string;
  readonly desk: DeskNote;
}

export function readActInput(input: DeskActInput): Result<ActMeant, Refusal> {
  const read = gather({ desk: readNote(input) });
  if (!read.ok) return read;
  const { actId } = input;
  const contractId = contractOfAct(actId);
  return contractId === null
    ? err({ code: 'NOT_FOUND', what: 'DESK_ACT' })
    : ok({ contractId, actId, desk: read.value.desk });
}
