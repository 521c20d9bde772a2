import { EventEmitter } from 'node:events';

import { describe, expect, it } from 'vitest';

import { createLog } from '../log.ts';
import { keepRunning, type Working } from './keep-running.ts';

const logged: string[] = [];
const log = createLog('warn', (line) => void logged.push(line));

/** A promise, and what decides it. */
function open<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (fault: Error) => void = () => undefined;
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

/** A runner of which a test says what becomes of it. */
function runnerOf(stop: () => Promise<void> = () => Promise.resolve()) {
  const { promise, resolve } = open<void>();
  let stops = 0;
  const working: Working = {
    events: new EventEmitter(),
    promise,
    stop: () => {
      stops += 1;
      return stop();
    },
  };
  return { working, giveUp: resolve, stops: () => stops };
}

/** What is asked for, one after another: each time one waits until the test hands it over. */
function handingOver() {
  const asked: ReturnType<typeof open<Working>>[] = [];
  return {
    asked,
    begin: (): Promise<Working> => {
      const next = open<Working>();
      asked.push(next);
      return next.promise;
    },
  };
}

/** The first one has given up, and the next is being begun. */
async function beginningAnew() {
  const { asked, begin } = handingOver();
  const first = runnerOf();
  const running = keepRunning(log, begin, 0);
  asked[0]?.resolve(first.working);
  const stop = await running;
  first.giveUp();
  await expect.poll(() => asked.length).toBe(2);
  return { asked, stop };
}

describe('sending that ends and begins anew while the server stops', () => {
  it('stops the one that was only being begun: it would go on behind the end, and keep the process alive', async () => {
    const { asked, stop } = await beginningAnew();
    const second = runnerOf();
    const stopped = stop();
    asked[1]?.resolve(second.working);
    await stopped;
    expect(second.stops()).toBe(1);
  });

  it('begins no other where that one fails, and says nothing of it', async () => {
    const { asked, stop } = await beginningAnew();
    const stopped = stop();
    const before = logged.length;
    asked[1]?.reject(new Error('the database is gone'));
    await stopped;
    // Its turn would come before this one.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect([asked.length, logged.length]).toEqual([2, before]);
  });

  it('waits for one that gives up by itself, and takes its refusal to be stopped for no fault', async () => {
    const { asked, begin } = handingOver();
    const running = keepRunning(log, begin, 0);
    const refusing = runnerOf(() => Promise.reject(new Error('Runner is already stopped')));
    asked[0]?.resolve(refusing.working);
    const stop = await running;
    let over = false;
    const stopped = stop().then(() => (over = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(over).toBe(false);
    refusing.giveUp();
    await stopped;
    expect(asked).toHaveLength(1);
  });
});
