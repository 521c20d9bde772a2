import {
  type AttemptState,
  type LockLinkage,
  attemptsLeft,
  clearedCounts,
  expireAttempts,
  type LockoutEvent,
  type LockoutPolicy,
  type Person,
  settleAttempt,
  type Verdict,
} from '@monban/domain/lockout';
import {
  administrator,
  administratorName,
  type HistoryEvent,
  userOf,
  type Who,
} from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';
import { addLock } from '@monban/domain/status';

import type { ContractRow, PersonRow } from '../db/rows.ts';

/** What follows from attempts that were judged: what changes in the two rows, and what the history says. */
export interface Settled {
  readonly person: Partial<PersonRow>;
  readonly contract: Partial<ContractRow>;
  readonly events: readonly HistoryEvent[];
  readonly attemptsLeft: number;
  /** False: the attempt's mark had run out, and it was counted as a wrong one. */
  readonly known: boolean;
}

type Standing = Pick<ContractRow, 'lockLinkage' | 'locks' | 'sessionsEpoch'>;

/**
 * One attempt's verdict, counted on its person's row (R19–R21). Others whose deadline has come are counted first, so
 * that a crash weighs as a wrong entry and no longer than one.
 */
export function settle(
  contract: Standing,
  person: PersonRow,
  attemptId: string,
  verdict: Verdict,
  policy: LockoutPolicy,
  now: Instant,
): Settled {
  const who = entrant(contract, person);
  const { counts, inFlight } = attemptsOf(person);
  const own = inFlight.filter(({ id }) => id === attemptId);
  const others = inFlight.filter(({ id }) => id !== attemptId);
  const expired = expireAttempts({ counts, inFlight: others }, now, who, policy);
  const before = { ...expired.state, inFlight: [...expired.state.inFlight, ...own] };
  const { state, events, known } = settleAttempt(before, attemptId, verdict, who, policy);
  return {
    ...consequences(contract, person, state, [...expired.events, ...events], policy, now),
    known,
  };
}

/** Attempts past their deadline, whose process died: wrong ones. */
export function expire(
  contract: Standing,
  person: PersonRow,
  policy: LockoutPolicy,
  now: Instant,
): Settled {
  const { state, events } = expireAttempts(
    attemptsOf(person),
    now,
    entrant(contract, person),
    policy,
  );
  return { ...consequences(contract, person, state, events, policy, now), known: true };
}

/** The counts of a person who starts afresh; marks in flight stay, and are judged when their turn comes. */
export const noWrongEntries = countsIn(clearedCounts);

export function whoIs(person: Pick<PersonRow, 'userId'>): Who {
  return person.userId === null ? administrator : userOf(person.userId);
}

export function kindOf(person: Pick<PersonRow, 'userId'>): Person {
  return person.userId === null ? 'ADMINISTRATOR' : 'USER';
}

function attemptsOf(person: PersonRow): AttemptState {
  return {
    counts: {
      REGISTRATION_PIN: person.wrongRegistration,
      LOGON_PIN: person.wrongLogon,
      CONFIRMATION_PIN: person.wrongConfirmation,
      ONE_TIME_PASSWORD: person.wrongOneTimePassword,
    },
    inFlight: person.attempts,
  };
}

function countsIn(counts: AttemptState['counts']) {
  return {
    wrongRegistration: counts.REGISTRATION_PIN,
    wrongLogon: counts.LOGON_PIN,
    wrongConfirmation: counts.CONFIRMATION_PIN,
    wrongOneTimePassword: counts.ONE_TIME_PASSWORD,
  };
}

function entrant(contract: Standing, person: PersonRow): { person: Person; linkage: LockLinkage } {
  return { person: kindOf(person), linkage: contract.lockLinkage };
}

function consequences(
  contract: Standing,
  person: PersonRow,
  state: AttemptState,
  events: readonly LockoutEvent[],
  policy: LockoutPolicy,
  now: Instant,
): Omit<Settled, 'known'> {
  const by = person.userId ?? administratorName;
  const lock = { reason: 'WRONG_PINS', at: now, by } as const;
  const wrong = events.filter((event) => event.type === 'WRONG_ENTRY').length;
  const scopes = events.flatMap((event) => (event.type === 'LOCKED' ? [event.scope] : []));
  return {
    person: {
      ...countsIn(state.counts),
      attempts: state.inFlight,
      wrongSinceLastLogon: person.wrongSinceLastLogon + wrong,
      ...(scopes.includes('USER') && { locks: addLock(person.locks, lock), currentSession: null }),
    },
    contract: scopes.includes('CONTRACT')
      ? { locks: addLock(contract.locks, lock), sessionsEpoch: contract.sessionsEpoch + 1 }
      : {},
    events: events.map((event) => toHistory(event, person, by)),
    attemptsLeft: attemptsLeft(state.counts, policy),
  };
}

function toHistory(event: LockoutEvent, person: PersonRow, by: string): HistoryEvent {
  const who = whoIs(person);
  switch (event.type) {
    case 'WRONG_ENTRY':
      return { ...event, person: who };
    case 'WARNED':
      return { ...event, person: who };
    case 'LOCKED':
      return event.scope === 'CONTRACT' || person.userId === null
        ? { type: 'CONTRACT_LOCKED', reason: 'WRONG_PINS', by }
        : { type: 'USER_LOCKED', userId: person.userId, reason: 'WRONG_PINS', by };
  }
}
