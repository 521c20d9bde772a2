import type { BrowserContext, Route } from 'playwright-core';

/** Time that passes without anybody waiting for it, for the browser and in what the server tells of the session's end. */
export interface MovedTime {
  /** So much later: timers that are due by then go off, each once. */
  pass(ms: number): Promise<void>;
  /** So much later for a machine that slept: its clock has moved, and no timer has gone off. */
  sleep(ms: number): Promise<void>;
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
  await context.clock.install({ time: Date.now() + wrongBy });
  await context.route('**/graphql', async (route) => {
    if (route.request().headers()['monban-passive'] === undefined) {
      idle = 0;
      return route.fallback();
    }
    return tellEarlier(route, () => idle);
  });
  const add = (ms: number): void => {
    idle += ms;
    moved += ms;
  };
  return {
    pass: (ms) => {
      add(ms);
      return context.clock.fastForward(ms);
    },
    sleep: (ms) => {
      add(ms);
      return context.clock.setSystemTime(Date.now() + wrongBy + moved);
    },
  };
}

async function tellEarlier(route: Route, by: () => number): Promise<void> {
  const response = await route.fetch().catch(() => null);
  // Without a network there is none here either.
  if (response === null) return route.abort();
  const body = (await response.text()).replace(
    /("idleEndsAt":")([^"]+)/g,
    (_, name: string, end: string) => `${name}${new Date(Date.parse(end) - by()).toISOString()}`,
  );
  await route.fulfill({ response, body });
}
