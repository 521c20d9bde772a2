// Starting programs so that a signal to us ends all of what they started.
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './environment.mjs';

/** How long a program may take to end after a signal, before it is ended without asking. */
const PATIENCE_MS = 30_000;

/** @type {Map<number, string>} the process groups that run, by the number of their leader */
const groups = new Map();
/** @type {NodeJS.Signals | undefined} */
let asked;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    asked = signal;
    for (const group of groups.keys()) signalGroup(group, signal);
    setTimeout(() => {
      for (const group of groups.keys()) signalGroup(group, 'SIGKILL');
    }, PATIENCE_MS).unref();
    // Between two programs there is nobody to wait for.
    if (groups.size === 0) process.exit(exitCodeOf(signal));
  });
}

// Killed without a word, npm leaves us behind unseen; then nobody is there any more for whom we run.
if (process.env['npm_lifecycle_event'] !== undefined) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

/**
 * Runs a program to its end, in a process group of its own, and returns when the whole group is gone.
 *
 * @param {string} command
 * @param {string[]} options
 * @param {{ env: NodeJS.ProcessEnv; cwd?: string; capture?: boolean; quiet?: boolean; tied?: boolean; input?: boolean }} how
 *   capture: answer what it writes · quiet: show what it writes only if it fails · tied: give it a channel
 *   whose end tells it that we are gone · input: let it read what is typed
 * @returns {Promise<{ code: number; output: string }>}
 */
export async function run(command, options, how) {
  const piped = how.capture === true || how.quiet === true;
  /** @type {('inherit' | 'ignore' | 'pipe' | 'ipc')[]} */
  const stdio = [
    how.input === true ? 'inherit' : 'ignore',
    piped ? 'pipe' : 'inherit',
    how.quiet === true ? 'pipe' : 'inherit',
  ];
  if (how.tied === true) stdio.push('ipc');
  const child = spawn(command, options, {
    cwd: how.cwd ?? root,
    env: how.env,
    stdio,
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => (output += String(chunk)));
  }
  if (child.pid !== undefined) groups.set(child.pid, command);
  const code = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (exit, signal) => done(exit ?? exitCodeOf(signal)));
  });
  if (child.pid !== undefined) {
    await gone(child.pid);
    groups.delete(child.pid);
  }
  if (asked !== undefined) await leave(code === 0 ? 0 : exitCodeOf(asked));
  if (how.quiet === true && code !== 0) process.stderr.write(output);
  return { code, output };
}

/** Ends everything that runs, as a signal would. */
export function endAll() {
  for (const group of groups.keys()) signalGroup(group, 'SIGTERM');
}

/**
 * Waits until nothing of the group is left; its leader may have gone before its children.
 *
 * @param {number} group
 */
async function gone(group) {
  // The leader ended by itself: what it left behind was forgotten, not still at work.
  if (asked === undefined) signalGroup(group, 'SIGTERM');
  // Bounded, for where nobody collects dead processes they stay in their group for ever.
  for (let waited = 0; waited < PATIENCE_MS && signalGroup(group, 0); waited += 50) {
    await wait(50);
  }
  signalGroup(group, 'SIGKILL');
}

/**
 * Ends us after a signal, as soon as everything has ended.
 *
 * @param {number} code
 * @returns {Promise<never>}
 */
function leave(code) {
  if (groups.size === 0) process.exit(code);
  return new Promise(() => {});
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 * @returns whether there was anybody to receive it
 */
function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

/** @param {NodeJS.Signals | null} signal */
function exitCodeOf(signal) {
  return signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1;
}
