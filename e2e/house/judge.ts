import axe from 'axe-core';
import type { Page } from 'playwright-core';

const widths = [1280, 390];
const themes = ['light', 'dark'] as const;
const languages = ['ja', 'en'] as const;
/** WCAG 1.4.10: nothing scrolls sideways there, as on 1280 pixels at 400 %. */
const narrowest = 320;

/**
 * What axe finds on the page as it stands, in both languages, both themes and both widths, and what does
 * not fit a narrow window. Leaves the page as it was.
 */
export async function judge(page: Page, name: string): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const language of languages) {
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const found = await findingsOf(page);
        findings.push(
          ...found.map((each) => `${name} (${language}, ${colorScheme}, ${width}): ${each}`),
        );
      }
    }
    await page.setViewportSize({ width: narrowest, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) findings.push(`${name} (${language}): ${over} pixels too wide at ${narrowest}`);
    await switchLanguage(page, language === 'ja' ? 'en' : 'ja');
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return findings;
}

/** What axe finds on the page as it stands; by all its rules, or by those that are named. */
export async function findingsOf(
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> {
  // Half the time goes into reading axe itself: once a page is enough.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async (options) => {
      const { axe: judging } = globalThis as unknown as { readonly axe: typeof axe };
      const { violations } = await judging.run(options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id} at ${target.join(' ')}`),
      );
    },
    {
      ...options,
      ...(rules === undefined ? {} : { runOnly: { type: 'rule' as const, values: [...rules] } }),
    },
  );
}

const options: axe.RunOptions = {
  resultTypes: ['violations'],
  // WCAG 2.5.8; of level AA and off unless asked for.
  rules: { 'target-size': { enabled: true } },
};

/** By its button; from behind a dialog, too, where nobody could press it. */
async function switchLanguage(page: Page, to: 'ja' | 'en'): Promise<void> {
  const name = { ja: '日本語', en: 'English' }[to];
  await page
    .locator('button', { hasText: new RegExp(`^${name}$`) })
    .evaluate((each: HTMLElement) => each.click());
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, to);
}
