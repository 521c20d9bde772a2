import type { BrowserContextOptions, Page } from 'playwright-core';
import { inject, test as base } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { watch } from './watch.ts';

/** A browser of somebody's own: no cookie, no storage, nothing remembered. */
export type OpenBrowser = (options?: BrowserContextOptions) => Promise<Page>;

/** For whatever should be on the page by now. */
const patience = 30_000;

/**
 * `open` gives each person of a test a browser of their own. Whatever happens in it, a test fails when a
 * page complained to the console, broke its content policy or asked another host for anything.
 */
export const test = base
  // vitest reads off the pattern which other fixtures are needed: none.
  // oxlint-disable-next-line no-empty-pattern
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('open', async ({ browser }, { onCleanup }): Promise<OpenBrowser> => {
    const troubles: string[] = [];
    const closing: (() => Promise<void>)[] = [];
    onCleanup(async () => {
      await Promise.all(closing.map((close) => close()));
      if (troubles.length > 0)
        throw new Error(`The pages were in trouble:\n${troubles.join('\n')}`);
    });
    return async (options) => {
      const context = await browser.newContext({
        baseURL: inject('house').url,
        locale: 'ja-JP',
        timezoneId: 'Asia/Tokyo',
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      closing.push(() => context.close());
      context.setDefaultTimeout(patience);
      await watch(context, (trouble) => troubles.push(trouble));
      return context.newPage();
    };
  });
