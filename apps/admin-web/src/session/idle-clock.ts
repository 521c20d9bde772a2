import { warnSeconds } from '@monban/domain/session';

/**
 * What a page knows of its session's end (R11). The server decides; this only says when to warn and
 * when to cover the page. All in milliseconds.
 */
export interface IdleClock {
  /** By the server's clock. */
  readonly idleEndsAt: number;
  /** The absolute end, which nothing puts off. */
  readonly endsAt: number;
  /** The server's clock minus this machine's, which may be wrong or changed. */
  readonly skew: number;
  /** How long the session may be left alone, in seconds. */
  readonly idleSeconds: number;
}

export interface Told {
  readonly idleEndsAt: number;
  readonly idleSeconds: number;
  readonly endsAt: number;
  /** Null where an answer didn't say: this machine's clock has to do. */
  readonly serverNow: number | null;
}

/** The clock after the server said once more when the session ends; `here`: this machine's time. */
export function hear(before: IdleClock | null, told: Told, here: number): IdleClock {
  const serverNow = told.serverNow ?? here + (before?.skew ?? 0);
  return {
    idleEndsAt: told.idleEndsAt,
    endsAt: told.endsAt,
    skew: serverNow - here,
    idleSeconds: told.idleSeconds,
  };
}

export type IdleStage =
  /** Nothing to say for `wait` milliseconds. */
  | { readonly stage: 'CALM'; readonly wait: number }
  /** `final`: it is the absolute end; going on doesn't put it off. */
  | { readonly stage: 'WARN'; readonly secondsLeft: number; readonly final: boolean }
  | { readonly stage: 'OVER' };

export function idleStage(clock: IdleClock, here: number): IdleStage {
  const left = clock.idleEndsAt - (here + clock.skew);
  if (left <= 0) return { stage: 'OVER' };
  const warning = warnSeconds(clock.idleSeconds) * 1000;
  if (left > warning) return { stage: 'CALM', wait: left - warning };
  return {
    stage: 'WARN',
    secondsLeft: Math.ceil(left / 1000),
    final: clock.idleEndsAt >= clock.endsAt,
  };
}
