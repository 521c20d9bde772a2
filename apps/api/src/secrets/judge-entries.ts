import { parseOneTimePassword } from '@monban/domain/card';
import { type PinContext, pinProblems } from '@monban/domain/pin';
import type { InputProblem } from '@monban/domain/problem';
import type { PinProblem, Refusal } from '@monban/domain/refusal';
import { err, ok, type Result } from '@monban/domain/result';

import type { Settings } from '../settings.ts';
import { type OneTimePassword, openOneTimePassword, openPin, type Pin } from './open-pin.ts';

/** A PIN that somebody wants to have, and what it must differ from: as entered, never from storage. */
export interface ProposedPin {
  /** The input's field. */
  readonly field: string;
  readonly proposed: Pin;
  readonly current?: Pin;
  readonly partner?: Pin;
}

type Ids = Pick<PinContext, 'contractId' | 'userIds'>;

/** Asks the domain about proposed PINs, before any secret is compared (R22). */
export function judgePins(
  pins: readonly ProposedPin[],
  ids: Ids,
  { pinPolicy }: Pick<Settings, 'pinPolicy'>,
): Result<null, Refusal> {
  const problems = pins.flatMap(({ field, proposed, current, partner }): readonly PinProblem[] =>
    pinProblems(pinPolicy, openPin(proposed), {
      ...ids,
      ...(current && { current: openPin(current) }),
      ...(partner && { partner: openPin(partner) }),
    }).map((code) => ({ pin: field, code })),
  );
  return problems.length === 0
    ? ok(null)
    : err({ code: 'PIN_POLICY', policy: pinPolicy, problems });
}

/** What is wrong with a one-time password as entered: it must be four digits to be compared at all. */
export function oneTimePasswordProblems(
  entered: OneTimePassword,
  path: string,
): readonly InputProblem[] {
  const read = parseOneTimePassword(openOneTimePassword(entered), path);
  return read.ok ? [] : [read.error];
}
