import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import packaged, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Where the machine has a Chromium of its own, for where the packaged one can't run (it is for Linux on x64). */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A Chromium as a person has it: none of the packaged one's own options, which switch the browser's
 * walls between origins off.
 */
export async function launchBrowser(): Promise<Browser> {
  const path = await executable();
  return chromium.launch({
    executablePath: path,
    // Its sandbox needs rights that a container and root don't give; the pages are our own.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...definedEnvironment(),
      ...missingLibraries(path),
      // Without a locale it can't write a Japanese file name, and calls every file "download".
      LC_ALL: 'C.UTF-8',
      FONTCONFIG_FILE: await fontSettings(),
    },
  });
}

const cache = join(import.meta.dirname, 'node_modules', '.cache', 'chromium');

async function executable(): Promise<string> {
  if (process.platform === 'linux' && process.arch === 'x64') return inflated();
  const found = INSTALLED.find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(
      'The browser tests need Chromium here: install it (Debian: apt-get install chromium).',
    );
  }
  return found;
}

/**
 * Unpacks the browser once, into a folder of this checkout. Left alone, the package unpacks into /tmp,
 * where one user's copy is in the next one's way and half a copy stays for ever.
 */
async function inflated(): Promise<string> {
  const path = join(cache, 'chromium');
  if (existsSync(path)) return path;
  await mkdir(join(cache, '..'), { recursive: true });
  const fresh = await mkdtemp(`${cache}-`);
  const temporary = process.env['TMPDIR'];
  process.env['TMPDIR'] = fresh;
  try {
    await packaged.executablePath();
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    await inflate(join(entry, '..', '..', 'bin', 'al2023.tar.br'));
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporary;
  }
  await rename(fresh, cache).catch(async (error: unknown) => {
    // Another run was quicker.
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(path)) throw error;
  });
  return path;
}

/** A machine with nothing but Node has no NSS; then the browser gets the package's. */
function missingLibraries(path: string): { LD_LIBRARY_PATH?: string } {
  const needed = String(spawnSync('ldd', [path]).stdout);
  if (!needed.includes('not found')) return {};
  return { LD_LIBRARY_PATH: join(cache, 'al2023', 'lib') };
}

/**
 * Letters are drawn by the fonts that the application brings along, and for want of one by the package's:
 * the same picture on every machine. (The package's own settings look for them in /tmp.)
 */
async function fontSettings(): Promise<string> {
  const file = join(cache, 'fonts.conf');
  const directories = `<dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'font-cache')}</cachedir>`;
  await mkdir(cache, { recursive: true });
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${directories}</fontconfig>\n`);
  return file;
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
