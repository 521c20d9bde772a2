import { after, type Instant } from './instant.ts';
import { type InputProblem, problem } from './problem.ts';
import { err, ok, type Result } from './result.ts';

/** What a contract's people log on with: the R1–R7 way alone, or with a certificate too (R12). */
export type AuthenticationMethod = 'ID_PIN' | 'CERTIFICATE';

const idleMinutesBounds = { min: 1, max: 60 };

/** Reads a contract's idle end (R11): 1–60 whole minutes. */
export function parseIdleMinutes(minutes: number, path: string): Result<number, InputProblem> {
  const { min, max } = idleMinutesBounds;
  return Number.isInteger(minutes) && minutes >= min && minutes <= max
    ? ok(minutes)
    : err(problem(path, 'WRONG_MINUTES', idleMinutesBounds));
}

/** What decides when a session ends (R11), all by the server's clock. */
export interface SessionClock {
  readonly startedAt: Instant;
  /** When the person last did something; what a page fetches by itself is no doing. */
  readonly lastActAt: Instant;
  /** Idle end: 60–3,600, a setting of the contract in minutes. */
  readonly idleSeconds: number;
  /** Absolute end, whatever the person does: 43,200 unless set otherwise. */
  readonly absoluteSeconds: number;
}

/** The absolute end. */
export function endsAt(clock: SessionClock): Instant {
  return after(clock.startedAt, clock.absoluteSeconds);
}

/** When the session ends if it is left alone: never later than its absolute end. */
export function idleEndsAt(clock: SessionClock): Instant {
  return Math.min(after(clock.lastActAt, clock.idleSeconds), endsAt(clock));
}

/** At its limit a session is over; a second before it is not (A13). */
export function isOver(clock: SessionClock, now: Instant): boolean {
  return now >= idleEndsAt(clock);
}

/** By how many seconds a warning may come late: a page hears the server's time in whole seconds, and draws after that. */
const late = 2;

/**
 * How many seconds before the idle end the person is warned: 120, or a third of the idle time. With the shortest that
 * a contract can have, a minute, that leaves 20 seconds for one key (WCAG 2.2.1), however late the warning is drawn.
 */
export function warnSeconds(idleSeconds: number): number {
  return Math.min(120, Math.floor(idleSeconds / 3) + late);
}

/** Root fields that tell about the session or the schema and prolong nothing. */
const passiveFields: ReadonlySet<string> = new Set(['viewer', '__typename', '__schema', '__type']);

/** Whether a request is something that a person did, and so moves the idle end (R11). */
export function prolongs(rootFields: readonly string[], saysPassive: boolean): boolean {
  return !saysPassive && rootFields.some((field) => !passiveFields.has(field));
}
