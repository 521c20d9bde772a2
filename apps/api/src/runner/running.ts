import type { Hindrance, Refusal } from '@monban/domain/refusal';
import { type Act } from '../act.ts';
import type { PersonRow } from '../db/rows.ts';
import { type Asked, type Command, refuse } from '../operation.ts';
import { isLive } from '../sessions/session-life.ts';

/** A command on its way, its input as it came and as it was read. */
export interface Run<Entered, Success, Loaded, Prepared> {
  readonly command: Command<never, Entered, Success, Loaded, Prepared>;
  readonly input: unknown;
  readonly entered: Entered;
  readonly asked: Asked;
}

/** Nothing was compared, counted or changed. */
export const tryAgain = (
  because: Hindrance,
  retryAfterSeconds: number,
): { readonly refused: Refusal } => refuse({ code: 'TRY_AGAIN', because, retryAfterSeconds });

/** The session that asked is over: it was ended while its request was on the way. */
export const over = { over: true } as const;

/** Somebody who acts in a session must still have it, now that nothing can change under them. */
export function stillLive(act: Act, prover: PersonRow, { caller, services }: Asked): boolean {
  if (caller.kind !== 'ADMINISTRATOR' && caller.kind !== 'USER') return true;
  return isLive(
    { ...caller.session, contract: act.contract, person: prover },
    services.settings,
    act.now,
  );
}
