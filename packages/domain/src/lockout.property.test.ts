import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  type AttemptState,
  clearedCounts,
  type Counts,
  type CountedSecret,
  defaultLockoutPolicy as policy,
  type Entrant,
  expireAttempts,
  hasRoom,
  type LockoutEvent,
  reserveAttempt,
  settleAttempt,
  type Verdict,
  wrongInARow,
} from './lockout.ts';

const secret = fc.constantFrom<CountedSecret>(
  'REGISTRATION_PIN',
  'LOGON_PIN',
  'CONFIRMATION_PIN',
  'ONE_TIME_PASSWORD',
);
const who = fc.record<Entrant>({
  person: fc.constantFrom('ADMINISTRATOR', 'USER'),
  linkage: fc.constantFrom('LINKED', 'UNLINKED'),
});
const rightVerdict = fc.uniqueArray(secret).map((right): Verdict => ({ right }));
const wrongVerdict = secret.map((wrong): Verdict => ({ wrong }));
const verdict = fc.oneof(rightVerdict, wrongVerdict, fc.constant<Verdict>({ void: true }));

/** A step of somebody's: to enter something, to have one judged, to let time pass. */
type Step =
  | { readonly do: 'RESERVE'; readonly secret: CountedSecret }
  | { readonly do: 'SETTLE'; readonly which: number; readonly verdict: Verdict }
  | { readonly do: 'WAIT'; readonly milliseconds: number };

function steps(verdicts: fc.Arbitrary<Verdict>): fc.Arbitrary<Step[]> {
  const reserve = secret.map((each): Step => ({ do: 'RESERVE', secret: each }));
  const settle = fc
    .tuple(fc.nat(60), verdicts)
    .map(([which, each]): Step => ({ do: 'SETTLE', which, verdict: each }));
  const wait = fc.nat(12_000).map((milliseconds): Step => ({ do: 'WAIT', milliseconds }));
  const step = fc.oneof(
    { weight: 5, arbitrary: reserve },
    { weight: 4, arbitrary: settle },
    { weight: 1, arbitrary: wait },
  );
  return fc.array(step, { maxLength: 80 });
}

interface Moment {
  readonly state: AttemptState;
  readonly events: readonly LockoutEvent[];
  readonly granted: boolean;
}

/** Plays steps and gives what stood after each of them, time being counted by the steps alone. */
function play(list: readonly Step[], entrant: Entrant): readonly Moment[] {
  let state: AttemptState = { counts: clearedCounts, inFlight: [] };
  let now = 0;
  const known: Attempt[] = [];
  return list.map((step) => {
    let events: readonly LockoutEvent[] = [];
    let granted = false;
    if (step.do === 'RESERVE') {
      const deadline = now + policy.attemptSeconds * 1000;
      const attempt = { id: String(known.length), secret: step.secret, deadline };
      const reserved = reserveAttempt(state, attempt, policy);
      if (reserved !== null) {
        known.push(attempt);
        granted = true;
        state = reserved;
      }
    } else if (step.do === 'SETTLE') {
      const id = known[step.which % Math.max(1, known.length)]?.id ?? 'none';
      ({ state, events } = settleAttempt(state, id, step.verdict, entrant, policy));
    } else {
      now += step.milliseconds;
      ({ state, events } = expireAttempts(state, now, entrant, policy));
    }
    return { state, events, granted };
  });
}

describe('R19–R21, however entries interleave', () => {
  test('what was wrong and what might be never come to more than 7 together (A1)', () => {
    fc.assert(
      fc.property(steps(verdict), who, (list, entrant) => {
        for (const { state } of play(list, entrant)) {
          expect(wrongInARow(state.counts) + state.inFlight.length).toBeLessThanOrEqual(7);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('who only guesses wrong has at most 7 guesses compared, and is then locked once (A1)', () => {
    fc.assert(
      fc.property(steps(wrongVerdict), who, (list, entrant) => {
        const end: Step = { do: 'WAIT', milliseconds: 60_000 };
        const moments = play([...list, end], entrant);
        const granted = moments.filter((moment) => moment.granted).length;
        const locks = moments.flatMap((moment) =>
          moment.events.filter((event) => event.type === 'LOCKED'),
        );
        expect(granted).toBeLessThanOrEqual(7);
        expect(locks).toHaveLength(granted === 7 ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  test('nothing is compared after a lock, and the counts stay as they were', () => {
    fc.assert(
      fc.property(steps(verdict), who, (list, entrant) => {
        const moments = play(list, entrant);
        const locked = moments.findIndex((moment) =>
          moment.events.some((event) => event.type === 'LOCKED'),
        );
        if (locked === -1) return;
        for (const later of moments.slice(locked + 1)) {
          expect(later.granted).toBe(false);
          expect(later.state).toEqual(moments[locked]?.state);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('right ones never count, however many come (A2)', () => {
    const patient = steps(rightVerdict).map((list) => list.filter((step) => step.do !== 'WAIT'));
    fc.assert(
      fc.property(patient, who, (list, entrant) => {
        for (const { state, events } of play(list, entrant)) {
          expect(state.counts).toEqual(clearedCounts);
          expect(events).toEqual([]);
        }
      }),
    );
  });

  test('a success never clears the share of a secret that was not in it (A4)', () => {
    const counts = fc.record<Counts>({
      REGISTRATION_PIN: fc.nat(2),
      LOGON_PIN: fc.nat(2),
      CONFIRMATION_PIN: fc.nat(1),
      ONE_TIME_PASSWORD: fc.nat(1),
    });
    fc.assert(
      fc.property(counts, fc.uniqueArray(secret), who, (before, right, entrant) => {
        const inFlight = [{ id: 'a', secret: 'LOGON_PIN', deadline: 1 } as const];
        const start = { counts: before, inFlight };
        const { state } = settleAttempt(start, 'a', { right }, entrant, policy);
        for (const each of Object.keys(before) as CountedSecret[]) {
          expect(state.counts[each]).toBe(right.includes(each) ? 0 : before[each]);
        }
      }),
    );
  });

  test('in which order wrong ones are judged changes neither the sum nor what follows', () => {
    const order = fc
      .array(secret, { maxLength: 7 })
      .chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray([...list.keys()], { minLength: list.length }),
        ),
      );
    fc.assert(
      fc.property(order, who, ([list, shuffled], entrant) => {
        const crowd = {
          counts: clearedCounts,
          inFlight: list.map((each, index) => ({ id: String(index), secret: each, deadline: 1 })),
        };
        const settleAll = (ids: readonly number[]): { counts: Counts; types: string[] } => {
          let state: AttemptState = crowd;
          const types: string[] = [];
          for (const id of ids) {
            const each = { wrong: list[id] ?? 'LOGON_PIN' };
            const settled = settleAttempt(state, String(id), each, entrant, policy);
            state = settled.state;
            types.push(...settled.events.map((event) => event.type));
          }
          return { counts: state.counts, types };
        };
        expect(settleAll(shuffled)).toEqual(settleAll([...list.keys()]));
      }),
    );
  });

  test('whether there is room needs no clock: expiry moves marks into counts, one for one', () => {
    fc.assert(
      fc.property(steps(verdict), who, fc.nat(30_000), (list, entrant, now) => {
        const state = play(list, entrant).at(-1)?.state;
        if (state === undefined) return;
        const expired = expireAttempts(state, now, entrant, policy);
        expect(hasRoom(expired.state, policy)).toBe(hasRoom(state, policy));
      }),
    );
  });
});
