import type { Page } from 'playwright-core';

/** As many frames as the browser may take until it tells of what it measured. */
const frames = 30;

/**
 * How long the page takes from a press to the next picture, in milliseconds, as the browser measures it
 * (Interaction to Next Paint). 0: less than the 16 from which on it tells.
 */
export async function interactionToNextPaint(
  page: Page,
  press: () => Promise<void>,
): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('interactionId' in entry && entry.interactionId !== 0) seen.push(entry.duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    Object.assign(globalThis, { seenInteractions: seen });
  });
  await press();
  return page.evaluate(async (most) => {
    const { seenInteractions } = globalThis as unknown as { seenInteractions: number[] };
    for (let frame = 0; frame < most; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return Math.max(0, ...seenInteractions);
  }, frames);
}
