import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { serveGallery, type ServedGallery, uiFolder } from './house/gallery.ts';
import { interactionToNextPaint } from './house/interaction.ts';
import { findingsOf } from './house/judge.ts';
import { test } from './house/test.ts';

/** Where the pictures of each entry go, anew with every run. */
const pictures = join(import.meta.dirname, 'test-results', 'gallery');

/** All that looks different in the dark is colours: there axe is asked for them alone. */
const rules = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] };
const widths = [1280, 390];
/** WCAG 1.4.10, as for the pages. */
const narrowest = 320;

/** They show nothing by themselves, or nothing but inside of others. */
const inside = ['bar', 'field', 'mixed-box', 'visually-hidden'];
/** What is there once more with all its rows, to be worked in: axe judges it once, which takes seconds. */
const large = /-full$/;

let gallery: ServedGallery;
beforeAll(async () => {
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  gallery = await serveGallery();
});
afterAll(() => gallery.stop());

test('no part of the design system goes without its entry in the gallery', async ({ open }) => {
  const parts = await readdir(join(uiFolder, 'src'), { withFileTypes: true });
  const folders = parts.filter((each) => each.isDirectory()).map(({ name }) => name);
  const shown = await entriesOf(await open());
  const missing = folders.filter((name) => !inside.includes(name) && !shown.includes(name));
  expect(missing).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any entry of the gallery, wide and narrow, and nothing scrolls sideways (WCAG 2.2 AA): ${scheme}`, async ({
    open,
  }) => {
    const page = await open({ colorScheme: scheme });
    const findings: string[] = [];
    for (const name of await entriesOf(page)) {
      await goTo(page, name);
      findings.push(...(await judgeEntry(page, name, scheme)));
    }
    expect(findings).toEqual([]);
  });
}

test('whoever works in the grid by keyboard always sees the box they are at: no head that stays in sight covers it', async ({
  open,
}) => {
  const page = await open({ viewport: { width: 390, height: 700 } });
  await goTo(page, 'check-grid-full');
  await page.keyboard.press('Tab');
  await page.getByRole('grid').getByRole('checkbox').nth(25).focus();
  const covered: string[] = [];
  for (const key of [
    'Control+End',
    ...Array.from({ length: 12 }, () => 'ArrowUp'),
    ...Array.from({ length: 12 }, () => 'ArrowLeft'),
    'PageUp',
    'End',
    'Control+Home',
    'PageDown',
  ]) {
    await page.keyboard.press(key);
    if (!(await isSeen(page))) covered.push(key);
  }
  expect(covered).toEqual([]);
});

test('in the grid of 99 users × 24 permissions a box, a row and a column can be pressed, and what that takes is printed', async ({
  open,
}) => {
  const page = await open();
  await goTo(page, 'check-grid-full');
  const presses = ['加藤 7 総合振込 作成', '加藤 7 すべて', '総合振込 作成 すべて'];
  for (const name of presses) {
    const box = page.getByRole('grid').getByRole('checkbox', { name, exact: true });
    const before = await box.isChecked();
    const taken = await interactionToNextPaint(page, () => box.click());
    expect(await box.isChecked()).toBe(!before);
    console.log(`grid of 2,376 boxes: ${name}: ${taken} ms to the next paint`);
  }
});

async function goTo(page: Page, name: string): Promise<void> {
  await page.goto(`${gallery.url}#${name}`);
  await page.locator(`#part-${name}`).waitFor();
}

async function entriesOf(page: Page): Promise<readonly string[]> {
  await page.goto(gallery.url);
  const addresses = await page
    .getByRole('navigation', { name: 'Parts' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
  return addresses.filter((name) => name !== '');
}

async function judgeEntry(
  page: Page,
  name: string,
  scheme: 'light' | 'dark',
): Promise<readonly string[]> {
  const findings: string[] = [];
  const isLarge = large.test(name);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const isDue = !isLarge || (scheme === 'light' && width === widths[0]);
    const found = isDue ? await findingsOf(page, rules[scheme]) : [];
    findings.push(...found.map((each) => `${name} (${scheme}, ${width}): ${each}`));
    await take(page, `${name}.${scheme}-${width}`, !isLarge);
  }
  await page.setViewportSize({ width: narrowest, height: 900 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) findings.push(`${name}: ${over} pixels too wide at ${narrowest}`);
  return findings;
}

async function take(page: Page, name: string, fullPage = true): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
}

/** Whether what has the focus is drawn above everything else, to all four sides, and within the window. */
async function isSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const { height, left, top, width } = focused?.getBoundingClientRect() ?? new DOMRect();
    const points = [0.1, 0.5, 0.9].flatMap((part) => [
      [left + width * part, top + height / 2],
      [left + width / 2, top + height * part],
    ]);
    return points.every(([x = 0, y = 0]) => document.elementFromPoint(x, y) === focused);
  });
}
