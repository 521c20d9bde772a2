import type { BrowserContext, Page } from 'playwright-core';

/** What the browser tells of one key press, click or tap: until the next paint, in milliseconds. */
interface EventEntry extends PerformanceEntry {
  readonly interactionId: number;
}

interface Watched {
  /** The longest of each interaction, as long as nobody asked. */
  readonly seen: Map<number, number>;
}

/** Nothing shorter is told of. */
const shortest = 16;

/** Has every page of this browser keep how long interactions take (interaction to next paint). */
export async function watchInteractions(context: BrowserContext): Promise<void> {
  await context.addInitScript((durationThreshold) => {
    const watched: Watched = { seen: new Map() };
    Object.assign(globalThis, watched);
    new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries() as EventEntry[])
        if (interactionId > 0)
          watched.seen.set(interactionId, Math.max(duration, watched.seen.get(interactionId) ?? 0));
    }).observe({ type: 'event', durationThreshold, buffered: true } as PerformanceObserverInit);
  }, shortest);
}

/** Does something, and answers the longest time to the next paint that it had; 16 stands for no more than that. */
export async function timeOf(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => (globalThis as unknown as Watched).seen.clear());
  await act();
  await page.waitForLoadState('networkidle');
  return page.evaluate(async (least) => {
    // What was painted is told of after the paint.
    for (let frame = 0; frame < 3; frame += 1)
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    return Math.max(least, ...(globalThis as unknown as Watched).seen.values());
  }, shortest);
}
