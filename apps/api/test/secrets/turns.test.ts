import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createTurns } from '../../src/secrets/turns.ts';

/** Work that ends when it is told to. */
function work(name: string, started: string[]) {
  let resolve: (name: string) => void = () => undefined;
  let reject: (fault: Error) => void = () => undefined;
  const promise = new Promise<string>((...ends) => ([resolve, reject] = ends));
  return {
    run: () => {
      started.push(name);
      return promise;
    },
    end: () => resolve(name),
    fail: () => reject(new Error(name)),
  };
}

const others = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

describe('A1: one person’s attempts within a process are compared one after another', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('nobody overtakes: the order of arrival is the order of work', async () => {
    const turns = createTurns();
    const started: string[] = [];
    const [a, b, c] = [work('a', started), work('b', started), work('c', started)];
    const all = [a, b, c].map(({ run }) => turns.inTurn('01234567890 sato', run));
    await others();
    expect(started).toEqual(['a']);
    a.end();
    await others();
    expect(started).toEqual(['a', 'b']);
    b.end();
    c.end();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
    expect(started).toEqual(['a', 'b', 'c']);
  });

  it('somebody else does not wait behind them', async () => {
    const turns = createTurns();
    const started: string[] = [];
    const [sato, tanaka] = [work('sato', started), work('tanaka', started)];
    void turns.inTurn('01234567890 sato', sato.run);
    void turns.inTurn('01234567890 tanaka', tanaka.run);
    await others();
    expect(started).toEqual(['sato', 'tanaka']);
  });

  it('a fault of one does not end the turns of those behind them', async () => {
    const turns = createTurns();
    const started: string[] = [];
    const [a, b] = [work('a', started), work('b', started)];
    const first = turns.inTurn('sato', a.run);
    const second = turns.inTurn('sato', b.run);
    a.fail();
    b.end();
    await expect(first).rejects.toThrow('a');
    expect(await second).toBe('b');
  });

  it('whoever waited 15 seconds is told so, with nothing run, and the next one’s turn still comes', async () => {
    const turns = createTurns();
    const started: string[] = [];
    const [a, b, c] = [work('a', started), work('b', started), work('c', started)];
    void turns.inTurn('sato', a.run);
    const gaveUp = turns.inTurn('sato', b.run);
    await vi.advanceTimersByTimeAsync(10_000);
    const last = turns.inTurn('sato', c.run);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await gaveUp).toBeNull();
    a.end();
    c.end();
    expect(await last).toBe('c');
    expect(started).toEqual(['a', 'c']);
  });

  it('a line that has run empty is begun anew', async () => {
    const turns = createTurns();
    for (const name of ['a', 'b']) {
      expect(await turns.inTurn('sato', () => Promise.resolve(name))).toBe(name);
    }
    expect(vi.getTimerCount()).toBe(0);
  });
});
