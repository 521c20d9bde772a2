import { setTimeout as wait } from 'node:timers/promises';

import { Lost } from './monban.ts';

/** Asks what may be asked any number of times, until there is an answer or the time is over: then `Lost` is thrown on. */
export async function patiently<Answer>(
  seconds: number,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const until = Date.now() + seconds * 1000;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
    try {
      return await ask();
    } catch (fault) {
      if (!(fault instanceof Lost) || Date.now() > until) throw fault;
      // Not all at once, when it is back.
      await wait(pause * (0.5 + Math.random()));
    }
  }
}

/** Waits as TRY_AGAIN says; false: it says longer than somebody at a screen should be kept waiting. */
export async function waitAsTold(retryAfterSeconds: number): Promise<boolean> {
  if (retryAfterSeconds > 30) return false;
  await wait(Math.max(1, retryAfterSeconds) * 1000);
  return true;
}
