import type { DeskNote, IdentityCheck } from '@monban/domain/history-event';
import { parseContractId, parseReference } from '@monban/domain/id';
import { type InputProblem, problem } from '@monban/domain/problem';
import { err, ok, type Result } from '@monban/domain/result';

import { gather, optional } from '../../input.ts';
import { type Asked, sessionOf } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';

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
  return gather(deskFields(input), more);
}

/** What every act of the desk is read from, beside what is its own. */
export function deskFields(input: DeskContractInput) {
  return { contractId: parseContractId(input.contractId, 'contractId'), desk: readNote(input) };
}

export function readNote({ reference, identityCheck }: DeskInput): Result<DeskNote, InputProblem> {
  const read = optional(reference, (text) => parseReference(text, 'reference'));
  return read.ok ? ok({ reference: read.value, identityCheck: identityCheck ?? null }) : read;
}

/** Unlocking, and whatever gives somebody a secret: in production the desk says under which number, and how it made sure who was asking. */
export function missingIdentityCheck(
  input: DeskInput,
  { services: { settings } }: Asked,
): readonly InputProblem[] {
  if (!settings.production) return [];
  return (['reference', 'identityCheck'] as const)
    .filter((field) => (input[field] ?? '') === '')
    .map((field) => problem(field, 'REQUIRED'));
}

/** An act that the administrator confirms with a PIN, or the desk does for the contract that it names. */
export interface EitherInput extends DeskInput {
  readonly contractId?: string | null;
  readonly confirmationPin?: Pin | null;
}

/** The desk's side. */
export function readAtDesk(
  { contractId, ...note }: EitherInput,
  more: readonly InputProblem[] = [],
) {
  return readDesk({ ...note, contractId: contractId ?? '' }, more);
}

/** The administrator's side: of their own contract, or of none. */
export function readOwn({ confirmationPin, contractId }: EitherInput, asked: Asked) {
  const own = contractId == null || contractId === sessionOf(asked).contractId;
  if (!own) return err({ code: 'NOT_FOUND', what: 'CONTRACT' } as const);
  return confirmationPin == null
    ? err({ code: 'INVALID_INPUT', problems: [problem('confirmationPin', 'REQUIRED')] } as const)
    : ok({ confirmationPin });
}
