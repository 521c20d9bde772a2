import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@monban/api/db/embedded';
import { fillCompany } from '@monban/api/test/big-company/fill-company';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { appointUser, type Company, openCompany } from '../house/company.ts';
import { logOnAsAdministrator } from '../house/person.ts';
import { startServer } from '../house/server.ts';
import { timeOf, watchInteractions } from './interactions.ts';
import { type Interaction, pages } from './pages.ts';

// How quick the built pages are in a company of 99 users and 10,000 entries. Prints what it measures and judges
// nothing: what a figure means depends on the machine, and on what else that is doing.

const users = 99;
const entries = 10_000;
/** How often each interaction is done. */
const times = 12;

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'monban-measure-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  const server = await startServer({
    MONBAN_DATA_DIR: dataDir,
    DATABASE_URL: postgres.applicationUrl,
    DATABASE_MIGRATION_URL: postgres.ownerUrl,
  });
  const browser = await launchBrowser();
  try {
    const house = { url: server.url, dataDir };
    const company = await openCompany(house);
    await appointUser(house, company, 'sato01', '佐藤 健一');
    const superuser = new URL(postgres.superuserUrl);
    superuser.pathname = new URL(postgres.applicationUrl).pathname;
    const { contractId } = company;
    const now = Date.now();
    await fillCompany({ superuserUrl: superuser.href, contractId, users, entries, now });
    await measure(browser, server.url, company);
  } finally {
    await browser.close();
    await server.stop();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(browser: Browser, url: string, company: Company): Promise<void> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(30_000);
  await watchInteractions(context);
  const page = await context.newPage();
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  console.log(
    `first load of the logon page: ${(await loaded(page)).toFixed(1)} kB, packed, without fonts`,
  );
  await logOnAsAdministrator(page, company);
  console.log(`interaction to next paint, ms: median, longest of ${times} (16: no more than that)`);
  for (const { path, acts } of pages) {
    await page.goto('/');
    const link = page.locator(`nav a[href="${path}"]`);
    await page.locator('nav a').first().waitFor();
    if ((await link.count()) === 0) {
      console.log(`${path}: not in the menu`);
      continue;
    }
    await report(page, path, {
      what: 'come by the menu, and go',
      on: `nav a[href="${path}"]`,
      act: (here, time) => here.locator(`nav a[href="${time % 2 === 0 ? path : '/'}"]`).click(),
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    for (const act of acts) await report(page, path, act);
  }
  await context.close();
}

async function report(page: Page, path: string, { act, on, what }: Interaction): Promise<void> {
  if ((await page.locator(on).count()) === 0) return;
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) taken.push(await timeOf(page, () => act(page, time)));
  const sorted = taken.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(times / 2)] ?? 0;
  console.log(
    `${String(median).padStart(6)} ${String(sorted.at(-1) ?? 0).padStart(6)}  ${path}: ${what}`,
  );
}

/** What came over the wire for the page as it stands, in kB. Fonts and their list come after it. */
function loaded(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    const counted = all.filter(({ name }) => !/\.woff2$|\/fonts-[^/]*\.css$/.test(name));
    return counted.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000;
  });
}

await main();
