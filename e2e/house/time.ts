import type { BrowserContext, Route } from 'playwright-core';
import { gate } from './gate.ts';

/** Time that passes without anybody waiting for it, for the browser and in what the server tells of the session's end. */
export interface MovedTime {
  /**
   * So much later: timers that are due by then go off, each once.
   * @param meanwhile what the pages hear of only when the time has passed, however long it takes
   */
  pass(ms: number, meanwhile?: () => Promise<unknown>): Promise<void>;
  /** So much later for a machine that slept: its clock has moved, and no timer has gone off. */
  sleep(ms: number, meanwhile?: () => Promise<unknown>): Promise<void>;
}

/**
 * Takes the clock of all tabs into the test's hands. The server's own stands in another process; what it says of a
 * session is told as it would be once that time has passed since the last act.
 * @param wrongBy how wrong the browser's clock is
 */
export async function moveTime(context: BrowserContext, wrongBy = 0): Promise<MovedTime> {
  /** Since the last act of a person. */
  let idle = 0;
  let moved = 0;
  /** While it is closed, the pages' own questions go no further. */
  let door = gate();
  door.open();
  /** Answers that the page has not heard yet. */
  const answering = new Set<Promise<void>>();
  await context.clock.install({ time: Date.now() + wrongBy });
  await context.route('**/graphql', async (route) => {
    if (route.request().headers()['monban-passive'] === undefined) {
      idle = 0;
      return route.fallback();
    }
    await door.opened;
    const answer = tellEarlier(route, () => idle);
    answering.add(answer);
    await answer;
    answering.delete(answer);
  });
  /** An answer on its way while the browser's clock moves would tell of that time, which the page then counts once more. */
  const move = async (
    ms: number,
    meanwhile: (() => Promise<unknown>) | undefined,
    clock: () => Promise<void>,
  ): Promise<void> => {
    door = gate();
    await Promise.all(answering);
    await meanwhile?.();
    idle += ms;
    moved += ms;
    await clock();
    door.open();
  };
  return {
    pass: (ms, meanwhile) => move(ms, meanwhile, () => context.clock.fastForward(ms)),
    sleep: (ms, meanwhile) =>
      move(ms, meanwhile, () => context.clock.setSystemTime(Date.now() + wrongBy + moved)),
  };
}

/** Without a network there is none here either, nor for a page that has gone meanwhile. */
async function tellEarlier(route: Route, by: () => number): Promise<void> {
  try {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /("idleEndsAt":")([^"]+)/g,
      (_, name: string, end: string) => `${name}${new Date(Date.parse(end) - by()).toISOString()}`,
    );
    await route.fulfill({ response, body });
    await (await route.request().response())?.finished();
  } catch {
    await route.abort().catch(() => undefined);
  }
}
