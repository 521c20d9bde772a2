import { describe, expect, test } from 'vitest';
import {
  attemptsLeft,
  type AttemptState,
  clearedCounts,
  type CountedSecret,
  defaultLockoutPolicy as policy,
  type Entrant,
  expireAttempts,
  hasRoom,
  locksWhom,
  type LockoutEvent,
  reserveAttempt,
  settleAttempt,
  type Verdict,
  verdictOf,
  wrongInARow,
} from './lockout.ts';

const administrator: Entrant = { person: 'ADMINISTRATOR', linkage: 'UNLINKED' };
const user: Entrant = { person: 'USER', linkage: 'UNLINKED' };
const fresh: AttemptState = { counts: clearedCounts, inFlight: [] };

interface Played {
  readonly state: AttemptState;
  readonly events: readonly LockoutEvent[];
}

/** Enters one thing after the other, each reserved and settled before the next. */
function enter(from: AttemptState, verdicts: readonly Verdict[], who: Entrant = user): Played {
  let state = from;
  const events: LockoutEvent[] = [];
  for (const verdict of verdicts) {
    const secret = 'wrong' in verdict ? verdict.wrong : 'LOGON_PIN';
    const reserved = reserveAttempt(state, { id: 'a', secret, deadline: 10 }, policy);
    if (reserved === null) return { state, events };
    const settled = settleAttempt(reserved, 'a', verdict, who, policy);
    state = settled.state;
    events.push(...settled.events);
  }
  return { state, events };
}

/** So many entries that were reserved and not yet judged. */
function crowd(size: number): AttemptState {
  const inFlight = Array.from({ length: size }, (_, index) => ({
    id: `a${index}`,
    secret: 'CONFIRMATION_PIN' as const,
    deadline: 10_000,
  }));
  return { counts: clearedCounts, inFlight };
}

const wrong = (times: number, secret: CountedSecret = 'LOGON_PIN'): readonly Verdict[] =>
  Array.from({ length: times }, () => ({ wrong: secret }));
const locks = (played: Played): readonly LockoutEvent[] =>
  played.events.filter((event) => event.type === 'LOCKED');

describe('whom the 7th wrong entry in a row stops', () => {
  test('R19: linked, whoever erred, the whole contract', () => {
    for (const person of ['ADMINISTRATOR', 'USER'] as const) {
      const played = enter(fresh, wrong(7), { person, linkage: 'LINKED' });
      expect(locks(played)).toEqual([{ type: 'LOCKED', scope: 'CONTRACT' }]);
      expect(locksWhom(person, 'LINKED')).toBe('EVERYBODY');
    }
  });

  test('R20: unlinked, a user alone', () => {
    expect(locks(enter(fresh, wrong(7), user))).toEqual([{ type: 'LOCKED', scope: 'USER' }]);
    expect(locksWhom('USER', 'UNLINKED')).toBe('MYSELF');
  });

  test('R21: unlinked, the administrator, the whole contract', () => {
    const played = enter(fresh, wrong(7), administrator);
    expect(locks(played)).toEqual([{ type: 'LOCKED', scope: 'CONTRACT' }]);
    expect(locksWhom('ADMINISTRATOR', 'UNLINKED')).toBe('EVERYBODY');
  });
});

describe('R19–R21: what counts as seven in a row', () => {
  test('six lock nobody, and the person is told that one try is left', () => {
    const six = enter(fresh, wrong(6));
    expect(locks(six)).toEqual([]);
    expect(attemptsLeft(six.state.counts, policy)).toBe(1);
  });

  test('the 8th is not compared any more, were it right', () => {
    const locked = enter(fresh, wrong(7)).state;
    expect(hasRoom(locked, policy)).toBe(false);
    expect(reserveAttempt(locked, { id: 'b', secret: 'LOGON_PIN', deadline: 9 }, policy)).toBe(
      null,
    );
    expect(attemptsLeft(locked.counts, policy)).toBe(0);
  });

  test('4 of one secret and 3 of another are seven (A4)', () => {
    const played = enter(fresh, [...wrong(4), ...wrong(3, 'CONFIRMATION_PIN')]);
    expect(locks(played)).toHaveLength(1);
    expect(wrongInARow(played.state.counts)).toBe(7);
  });

  test('a right logon PIN does not clear confirmation errors (A4)', () => {
    const six = enter(fresh, wrong(6, 'CONFIRMATION_PIN')).state;
    const played = enter(six, [{ right: ['LOGON_PIN'] }, { wrong: 'CONFIRMATION_PIN' }]);
    expect(locks(played)).toHaveLength(1);
  });

  test('a complete success clears the shares of the secrets that were in it', () => {
    const six = enter(fresh, [...wrong(3), ...wrong(3, 'ONE_TIME_PASSWORD')]).state;
    const { state } = enter(six, [{ right: ['LOGON_PIN', 'ONE_TIME_PASSWORD'] }]);
    expect(state.counts).toEqual(clearedCounts);
  });

  test('the third is told by mail, once', () => {
    const played = enter(fresh, wrong(7));
    const warned = played.events.filter((event) => event.type === 'WARNED');
    expect(warned).toEqual([{ type: 'WARNED', inARow: 3 }]);
  });

  test('each is in the history with its place in the row', () => {
    const played = enter(fresh, [...wrong(1), ...wrong(1, 'ONE_TIME_PASSWORD')]);
    expect(played.events).toEqual([
      { type: 'WRONG_ENTRY', secret: 'LOGON_PIN', inARow: 1 },
      { type: 'WRONG_ENTRY', secret: 'ONE_TIME_PASSWORD', inARow: 2 },
    ]);
  });
});

describe('what a logon with two secrets counts', () => {
  test('a right contract PIN beside a wrong one-time password clears nothing (A4)', () => {
    const verdict = verdictOf([
      { secret: 'LOGON_PIN', right: true },
      { secret: 'ONE_TIME_PASSWORD', right: false },
    ]);
    const before = enter(fresh, wrong(2)).state;
    const { state } = enter(before, [verdict]);
    expect(state.counts).toMatchObject({ LOGON_PIN: 2, ONE_TIME_PASSWORD: 1 });
  });

  test('both wrong is one error, on the PIN', () => {
    const verdict = verdictOf([
      { secret: 'LOGON_PIN', right: false },
      { secret: 'ONE_TIME_PASSWORD', right: false },
    ]);
    expect(verdict).toEqual({ wrong: 'LOGON_PIN' });
  });
});

describe('entries at the same time', () => {
  test('the eighth at once waits, because the seven before it might all be wrong (A1)', () => {
    expect(hasRoom(crowd(6), policy)).toBe(true);
    expect(hasRoom(crowd(7), policy)).toBe(false);
  });

  test('being in a crowd is no error: right ones make room and count nothing (A2)', () => {
    const { state } = settleAttempt(crowd(7), 'a3', { right: ['CONFIRMATION_PIN'] }, user, policy);
    expect(hasRoom(state, policy)).toBe(true);
    expect(state.counts).toEqual(clearedCounts);
  });

  test('our own fault takes the mark away and leaves the count as it was', () => {
    const three = { ...crowd(1), counts: { ...clearedCounts, LOGON_PIN: 3 } };
    const { state, events } = settleAttempt(three, 'a0', { void: true }, user, policy);
    expect(state).toEqual({ counts: three.counts, inFlight: [] });
    expect(events).toEqual([]);
  });
});

describe('an attempt whose process died (A3)', () => {
  const dying: AttemptState = {
    counts: { ...clearedCounts, LOGON_PIN: 6 },
    inFlight: [{ id: 'a', secret: 'CONFIRMATION_PIN', deadline: 10_000 }],
  };

  test('is a wrong one from its deadline on, not before', () => {
    expect(expireAttempts(dying, 9_999, user, policy).state).toEqual(dying);
    const { state } = expireAttempts(dying, 10_000, user, policy);
    expect(state.inFlight).toEqual([]);
    expect(state.counts.CONFIRMATION_PIN).toBe(1);
  });

  test('locks if it is the seventh', () => {
    const { events } = expireAttempts(dying, 10_000, user, policy);
    expect(events).toContainEqual({ type: 'LOCKED', scope: 'USER' });
  });

  test('stays a wrong one when its verdict comes late, a right verdict too', () => {
    const { state } = expireAttempts(dying, 10_000, user, policy);
    for (const verdict of [{ right: ['CONFIRMATION_PIN'] }, { void: true }] as const) {
      const late = settleAttempt(state, 'a', verdict, user, policy);
      expect(late).toEqual({ state, events: [], known: false });
    }
  });
});
