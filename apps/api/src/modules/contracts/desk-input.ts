import type { DeskNote, IdentityCheck } from '@monban/domain/history-event';
import { parseContractId, parseReference } from '@monban/domain/id';

import { gather, optional } from '../../input.ts';
import type { Asked } from '../../operation.ts';
import type { InputProblem } from '@monban/domain/problem';
import { problem } from '@monban/domain/problem';

/** What every act of the desk takes. */
export interface DeskInput {
  readonly reference?: string | null;
  readonly identityCheck?: IdentityCheck | null;
}

export interface DeskContractInput extends DeskInput {
  readonly contractId: string;
}

/** Reads the contract meant and the desk's note. */
export function readDesk(input: DeskContractInput, more: readonly InputProblem[] = []) {
  const read = gather(
    {
      contractId: parseContractId(input.contractId, 'contractId'),
      reference: readReference(input),
    },
    more,
  );
  if (!read.ok) return read;
  const desk: DeskNote = {
    reference: read.value.reference,
    identityCheck: input.identityCheck ?? null,
  };
  return { ok: true, value: { contractId: read.value.contractId, desk } } as const;
}

export function readReference({ reference }: DeskInput) {
  return optional(reference, (text) => parseReference(text, 'reference'));
}

/** Unlocking and resetting: in production the desk says under which number, and how it made sure who was asking. */
export function missingIdentityCheck(
  input: DeskInput,
  { services: { settings } }: Asked,
): readonly InputProblem[] {
  if (!settings.production) return [];
  return (['reference', 'identityCheck'] as const)
    .filter((field) => (input[field] ?? '') === '')
    .map((field) => problem(field, 'REQUIRED'));
}
