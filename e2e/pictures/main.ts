import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeptDemo } from '@monban/api/demo/kept-demo';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { startServer } from '../house/server.ts';
import { scenes } from './scenes.ts';
import type { DemoCompany, Scene, Stage } from './stage.ts';

// Takes a picture of every page of the built web application, out of the demo, into docs/pictures: as
// somebody in Japan sees it on a desk, and as somebody who reads English sees it on a telephone at night.

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures');

const looks = [
  { name: 'ja', language: 'ja', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'en-dark-narrow', language: 'en', colorScheme: 'dark', width: 390, height: 844 },
] as const;

type Look = (typeof looks)[number];

async function main(): Promise<void> {
  const browser = await launchBrowser();
  try {
    await mkdir(folder, { recursive: true });
    for (const look of looks) await takeAll(browser, look);
  } finally {
    await browser.close();
  }
}

/** Each look has a demo of its own: every picture is a logon, and one card would be used up. */
async function takeAll(browser: Browser, look: Look): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'monban-pictures-'));
  const server = await startServer({ MONBAN_DATA_DIR: dataDir });
  try {
    const company = companyOf(dataDir);
    const wanted = scenes.filter(({ name }) => name.includes(process.argv[2] ?? ''));
    for (const scene of wanted) await take(browser, { url: server.url, company }, look, scene);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The demo's company with users in every state. */
function companyOf(dataDir: string): DemoCompany {
  const kept = readKeptDemo(dataDir);
  const contracts = kept === null || kept === 'UNFINISHED' ? [] : kept;
  const found = contracts.find(({ lockLinkage }) => lockLinkage === 'UNLINKED');
  const pins = found?.administrator.pins;
  if (found === undefined || pins == null) throw new Error('The demo has no such company.');
  const { card, contractId, users } = found;
  return { card, contractId, pins, users };
}

async function take(
  browser: Browser,
  stage: Omit<Stage, 'page'>,
  look: Look,
  scene: Scene,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: stage.url,
    colorScheme: look.colorScheme,
    timezoneId: 'Asia/Tokyo',
    viewport: { width: look.width, height: look.height },
  });
  try {
    context.setDefaultTimeout(10_000);
    await context.addInitScript(
      (language) => localStorage.setItem('monban.language', language),
      look.language,
    );
    const page = await context.newPage();
    await scene.play({ ...stage, page });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({
      path: join(folder, `${scene.name}.${look.name}.png`),
      fullPage: scene.whole ?? true,
      caret: 'hide',
    });
    console.log(`${scene.name}.${look.name}.png`);
  } finally {
    await context.close();
  }
}

await main();
