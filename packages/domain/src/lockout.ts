import type { Instant } from './instant.ts';

/**
 * What wrong entries are counted on. The administrator has all four, a user the logon and the
 * confirmation PIN. Temporary PINs count on the PIN that they stand in for.
 */
export type CountedSecret =
  | 'REGISTRATION_PIN'
  | 'LOGON_PIN'
  | 'CONFIRMATION_PIN'
  | 'ONE_TIME_PASSWORD';

export type LockLinkage = 'LINKED' | 'UNLINKED';
export type Person = 'ADMINISTRATOR' | 'USER';

/** Whom a lock would stop, as told to the person who is about to cause it. */
export type LockScope = 'MYSELF' | 'EVERYBODY';

/** Wrong entries of one person since each secret was last right as part of a complete success. */
export type Counts = Readonly<Record<CountedSecret, number>>;

export const clearedCounts: Counts = {
  REGISTRATION_PIN: 0,
  LOGON_PIN: 0,
  CONFIRMATION_PIN: 0,
  ONE_TIME_PASSWORD: 0,
};

/** An entry that was reserved and not yet judged. */
export interface Attempt {
  readonly id: string;
  /** What it counts on if nobody ever judges it, because its process died. */
  readonly secret: CountedSecret;
  /** From this moment on it is a wrong one. */
  readonly deadline: Instant;
}

export interface AttemptState {
  readonly counts: Counts;
  readonly inFlight: readonly Attempt[];
}

export interface LockoutPolicy {
  /** Wrong entries in a row, over all of a person's secrets, that lock (R19–R21): 7. */
  readonly threshold: number;
  /** Wrong entries in a row at which mail is sent: 3. */
  readonly warnAt: number;
  /** How long after its reserving an attempt that nobody judged becomes a wrong one: 10. */
  readonly attemptSeconds: number;
}

export const defaultLockoutPolicy: LockoutPolicy = {
  threshold: 7,
  warnAt: 3,
  attemptSeconds: 10,
};

/** Whose attempt it is; both together decide whom a lock stops. */
export interface Entrant {
  readonly person: Person;
  readonly linkage: LockLinkage;
}

export type LockoutEvent =
  | { readonly type: 'WRONG_ENTRY'; readonly secret: CountedSecret; readonly inARow: number }
  | { readonly type: 'WARNED'; readonly inARow: number }
  | { readonly type: 'LOCKED'; readonly scope: 'USER' | 'CONTRACT' };

/**
 * What a comparison came to. `right`: the secrets that were right as part of a complete success,
 * whose counts end. `wrong`: the one secret that the attempt counts on. `void`: the fault was ours;
 * the mark goes and the counts stay, so that an honest entry is never made wrong by us.
 */
export type Verdict =
  | { readonly right: readonly CountedSecret[] }
  | { readonly wrong: CountedSecret }
  | { readonly void: true };

/** Whom the 7th wrong entry stops: R19 (linked), R20 (unlinked, a user), R21 (the administrator). */
const stopped: Record<LockLinkage, Record<Person, LockScope>> = {
  LINKED: { ADMINISTRATOR: 'EVERYBODY', USER: 'EVERYBODY' },
  UNLINKED: { ADMINISTRATOR: 'EVERYBODY', USER: 'MYSELF' },
};

export function locksWhom(person: Person, linkage: LockLinkage): LockScope {
  return stopped[linkage][person];
}

/** Added up over all secrets of the person: guessing at two of them is one row of guesses. */
export function wrongInARow(counts: Counts): number {
  return Object.values(counts).reduce((sum, wrong) => sum + wrong, 0);
}

export function attemptsLeft(counts: Counts, policy: LockoutPolicy): number {
  return Math.max(0, policy.threshold - wrongInARow(counts));
}

/**
 * Whether one more entry may be compared: those in flight count as if they were wrong, so at most
 * `threshold` wrong ones ever are, however many come at once (A1). Attempts past their deadline
 * weigh the same before and after they are counted, so the answer needs no clock.
 */
export function hasRoom(state: AttemptState, policy: LockoutPolicy): boolean {
  return wrongInARow(state.counts) + state.inFlight.length < policy.threshold;
}

/** Null: no room; whoever asked waits for those in flight or is locked out. */
export function reserveAttempt(
  state: AttemptState,
  attempt: Attempt,
  policy: LockoutPolicy,
): AttemptState | null {
  return hasRoom(state, policy) ? { ...state, inFlight: [...state.inFlight, attempt] } : null;
}

/**
 * The verdict over several secrets entered together. One attempt counts one error: on the first
 * that was wrong, in the order in which they are given (the PIN before the one-time password).
 */
export function verdictOf(
  compared: readonly { readonly secret: CountedSecret; readonly right: boolean }[],
): Verdict {
  const wrong = compared.find((entry) => !entry.right);
  return wrong === undefined
    ? { right: compared.map((entry) => entry.secret) }
    : { wrong: wrong.secret };
}

/** An attempt's outcome. `known` is false when its mark is gone: it was counted as wrong before. */
export interface Settlement {
  readonly state: AttemptState;
  readonly events: readonly LockoutEvent[];
  readonly known: boolean;
}

/**
 * Takes an attempt's mark away and counts what came of it. A verdict that comes after the mark has
 * expired changes nothing, a right one neither: the entry has already been counted.
 */
export function settleAttempt(
  state: AttemptState,
  attemptId: string,
  verdict: Verdict,
  who: Entrant,
  policy: LockoutPolicy,
): Settlement {
  const inFlight = state.inFlight.filter((attempt) => attempt.id !== attemptId);
  if (inFlight.length === state.inFlight.length) return { state, events: [], known: false };
  if ('wrong' in verdict) {
    const { counts, events } = countWrong(state.counts, verdict.wrong, who, policy);
    return { state: { counts, inFlight }, events, known: true };
  }
  const counts = 'right' in verdict ? clear(state.counts, verdict.right) : state.counts;
  return { state: { counts, inFlight }, events: [], known: true };
}

/** Attempts whose deadline has come become wrong ones: a crash never takes a count back (A3). */
export function expireAttempts(
  state: AttemptState,
  now: Instant,
  who: Entrant,
  policy: LockoutPolicy,
): { readonly state: AttemptState; readonly events: readonly LockoutEvent[] } {
  const expired = state.inFlight.filter((attempt) => attempt.deadline <= now);
  const inFlight = state.inFlight.filter((attempt) => attempt.deadline > now);
  let counts = state.counts;
  const events: LockoutEvent[] = [];
  for (const attempt of expired) {
    const counted = countWrong(counts, attempt.secret, who, policy);
    counts = counted.counts;
    events.push(...counted.events);
  }
  return { state: { counts, inFlight }, events };
}

function clear(counts: Counts, secrets: readonly CountedSecret[]): Counts {
  return { ...counts, ...Object.fromEntries(secrets.map((secret) => [secret, 0])) };
}

function countWrong(
  before: Counts,
  secret: CountedSecret,
  who: Entrant,
  policy: LockoutPolicy,
): { readonly counts: Counts; readonly events: readonly LockoutEvent[] } {
  const counts = { ...before, [secret]: before[secret] + 1 };
  const inARow = wrongInARow(counts);
  const events: LockoutEvent[] = [{ type: 'WRONG_ENTRY', secret, inARow }];
  if (inARow === policy.warnAt) events.push({ type: 'WARNED', inARow });
  if (inARow === policy.threshold) {
    const scope = locksWhom(who.person, who.linkage) === 'MYSELF' ? 'USER' : 'CONTRACT';
    events.push({ type: 'LOCKED', scope });
  }
  return { counts, events };
}
