// What the processes started here see of the environment, and where they find their programs.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const bin = join(root, 'node_modules', '.bin');

/** How npm reaches its registry and its cache: the only ones of its settings that are passed on. */
const KEPT = /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https_proxy|cafile)$/;

/**
 * The environment without what npm added to it for its script: pnpm would take npm's settings for its
 * own. Programs of an earlier installation are not on the path, for the installation may replace them.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function outerEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => KEPT.test(name) || !/^(npm_(config|package|lifecycle)_|INIT_CWD$)/.test(name),
  );
  const environment = Object.fromEntries(kept);
  const path = (process.env['PATH'] ?? '').split(':').filter((entry) => !isOwnBin(entry));
  return { ...environment, PATH: path.join(':') };
}

/**
 * The environment for everything after the installation: the pinned Node and our tools come first.
 *
 * @param {string} pnpmDirectory
 * @returns {NodeJS.ProcessEnv}
 */
export function innerEnvironment(pnpmDirectory) {
  const outer = outerEnvironment();
  return {
    ...outer,
    PATH: [bin, pnpmDirectory, outer['PATH']].join(':'),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
    // What is written to a file or a pipe is read as text.
    ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
  };
}

/** @param {string} entry */
function isOwnBin(entry) {
  return entry.startsWith(`${root}/`) && entry.endsWith('node_modules/.bin');
}
