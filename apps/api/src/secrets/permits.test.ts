import { describe, expect, test } from 'vitest';
import { createPermits, type Permit, type PermitQueue, type Permits } from './permits.ts';

/** A clock that stands until it is moved. */
function clock(): {
  startTimer: (ring: () => void, ms: number) => () => void;
  move(ms: number): void;
} {
  let now = 0;
  const timers = new Set<{ readonly at: number; readonly ring: () => void }>();
  return {
    startTimer(ring, ms) {
      const timer = { at: now + ms, ring };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    move(ms) {
      now += ms;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer);
        timer.ring();
      }
    },
  };
}

async function settled(): Promise<void> {
  await new Promise(setImmediate);
}

/** Everybody who asks, in the order in which they are let in. */
function crowd(permits: Permits): {
  ask(queue: PermitQueue, name: string): void;
  /** Lets the first one who is inside go. */
  next(): Promise<void>;
  readonly served: string[];
  readonly turnedAway: string[];
  readonly inside: Permit[];
} {
  const served: string[] = [];
  const turnedAway: string[] = [];
  const inside: Permit[] = [];
  return {
    served,
    turnedAway,
    inside,
    ask(queue, name) {
      void permits.acquire(queue).then((permit) => {
        if (permit === null) turnedAway.push(name);
        else {
          served.push(name);
          inside.push(permit);
        }
        return permit;
      });
    },
    async next() {
      inside.shift()?.release();
      await settled();
    },
  };
}

describe('A18: a flood of logons takes no more than its share', () => {
  test('never more at once than there are permits, and none idle while somebody waits', async () => {
    const people = crowd(createPermits({ count: 2 }));
    for (let n = 0; n < 10; n += 1) people.ask(n % 2 === 0 ? 'STRANGER' : 'LOGGED_ON', `${n}`);
    await settled();
    for (let served = 2; served <= 10; served += 1) {
      expect([people.inside.length, people.served.length]).toEqual([2, served]);
      await people.next();
    }
  });

  test('people who are logged on keep half of the permits, whatever strangers do', async () => {
    const people = crowd(createPermits({ count: 1 }));
    for (let n = 0; n < 50; n += 1) people.ask('STRANGER', 's');
    for (let n = 0; n < 5; n += 1) people.ask('LOGGED_ON', 'L');
    await settled();
    for (let n = 0; n < 12; n += 1) {
      await people.next();
    }
    expect(people.served.join('')).toBe('sLsLsLsLsLsss');
  });

  test('and strangers keep half of them: a company at work locks nobody out', async () => {
    const people = crowd(createPermits({ count: 1 }));
    for (let n = 0; n < 50; n += 1) people.ask('LOGGED_ON', 'L');
    for (let n = 0; n < 3; n += 1) people.ask('STRANGER', 's');
    await settled();
    for (let n = 0; n < 7; n += 1) {
      await people.next();
    }
    expect(people.served.join('')).toBe('LLsLsLsL');
  });

  test('within a queue whoever came first is first', async () => {
    const people = crowd(createPermits({ count: 1 }));
    for (const name of 'abcdef') people.ask('STRANGER', name);
    await settled();
    for (let n = 0; n < 5; n += 1) {
      await people.next();
    }
    expect(people.served.join('')).toBe('abcdef');
  });

  test('a full queue turns away at once, and leaves the other queue alone', async () => {
    const people = crowd(createPermits({ count: 1, waiting: 3 }));
    for (let n = 0; n < 6; n += 1) people.ask('STRANGER', `${n}`);
    people.ask('LOGGED_ON', 'L');
    await settled();
    expect(people.turnedAway).toEqual(['4', '5']);
    await people.next();
    expect(people.served).toEqual(['0', 'L']);
  });

  test('after 15 seconds of waiting nothing is compared, and the place in the queue is free', async () => {
    const { startTimer, move } = clock();
    const people = crowd(createPermits({ count: 1, waiting: 1, startTimer }));
    people.ask('STRANGER', 'inside');
    people.ask('STRANGER', 'waits');
    move(14_999);
    await settled();
    expect(people.turnedAway).toEqual([]);
    move(1);
    await settled();
    expect(people.turnedAway).toEqual(['waits']);
    people.ask('STRANGER', 'later');
    await people.next();
    expect(people.served).toEqual(['inside', 'later']);
  });

  test('whoever hung up takes no permit', async () => {
    const permits = createPermits({ count: 1 });
    const held = await permits.acquire('STRANGER');
    const gone = new AbortController();
    const waiting = permits.acquire('STRANGER', gone.signal);
    gone.abort();
    expect([await waiting, await permits.acquire('STRANGER', gone.signal)]).toEqual([null, null]);
    held?.release();
    expect(await permits.acquire('STRANGER')).not.toBeNull();
  });

  test('a permit given back twice is given out once', async () => {
    const permits = createPermits({ count: 1, waiting: 0 });
    const permit = await permits.acquire('STRANGER');
    permit?.release();
    permit?.release();
    expect(await permits.acquire('STRANGER')).not.toBeNull();
    expect(await permits.acquire('STRANGER')).toBeNull();
  });
});
