// The one entry: sets up what the checkout needs with nothing but Node and npm, then does what was asked.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { innerEnvironment, outerEnvironment, root } from './environment.mjs';
import { run } from './processes.mjs';

const acts = ['start', 'test', 'dev', 'monban', 'install'];
const [act = '', ...options] = process.argv.slice(2);

if (!acts.includes(act)) {
  console.error(`usage: node scripts/bootstrap.mjs ${acts.join('|')}`);
  process.exit(2);
}

const env = innerEnvironment(await install());
if (act !== 'install') {
  const module = await import(`./${act}.mjs`);
  process.exitCode = await module.default({ env, options });
}

/** Installs exactly what the lock file says, with the pinned pnpm; answers where that pnpm is. */
async function install() {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const outer = outerEnvironment();
  const isFirst = !existsSync(join(root, 'node_modules', '.modules.yaml'));
  if (isFirst) console.error('Setting up: fetching the packages, which takes a minute or less …');
  // --prefer-offline: otherwise a machine without a network waits a minute before it uses its cache.
  const found = await run(
    'npx',
    ['-y', '--prefer-offline', '-p', manifest.packageManager, '-c', 'command -v pnpm'],
    { env: outer, capture: true },
  );
  if (found.code !== 0) fail(`${manifest.packageManager} couldn't be fetched.`);
  const pnpmDirectory = dirname(found.output.trim().split('\n').at(-1) ?? '');
  const installed = await run(
    join(pnpmDirectory, 'pnpm'),
    ['install', '--frozen-lockfile', '--prefer-offline'],
    // The CLI of Monban prints data: nothing of ours belongs before it.
    { env: outer, quiet: true },
  );
  if (installed.code !== 0) fail('The packages couldn’t be installed.');
  return pnpmDirectory;
}

/**
 * @param {string} problem
 * @returns {never}
 */
function fail(problem) {
  console.error(`${problem} The first run needs the npm registry, later ones run from the cache.`);
  process.exit(1);
}
