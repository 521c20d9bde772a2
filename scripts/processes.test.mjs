// Whoever ends a command ends all of it: nothing holds a port or a database unseen.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from './environment.mjs';

/** @type {string} */
let folder;
/** @type {import('node:child_process').ChildProcess[]} */
let started;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'monban-processes-'));
  started = [];
});

afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A program that starts another one and tells both numbers; `polite` ones need a moment to end. */
const family = `
  import { spawn } from 'node:child_process';
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(JSON.stringify([process.pid, child.pid]));
  process.on('SIGTERM', () => setTimeout(() => process.exit(0), 200));
  setInterval(() => {}, 1000);`;

/**
 * Runs the family as \`run\` would for npm start.
 *
 * @param {{ parent?: boolean }} how with a parent of its own, as npm is
 */
async function start({ parent = false } = {}) {
  const program = join(folder, 'family.mjs');
  await writeFile(program, family);
  const runner = join(folder, 'runner.mjs');
  await writeFile(
    runner,
    `import { run } from ${JSON.stringify(join(root, 'scripts', 'processes.mjs'))};
     const options = ['--import', ${JSON.stringify(join(root, 'scripts', 'end-with-parent.mjs'))}, ${JSON.stringify(program)}];
     const { code } = await run(process.execPath, options, { env: process.env, tied: true });
     process.exitCode = code;`,
  );
  const command = parent
    ? `"${process.execPath}" "${runner}"; true`
    : `exec "${process.execPath}" "${runner}"`;
  const child = spawn('/bin/sh', ['-c', command], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const line = await new Promise((done) => {
    createInterface({ input: child.stdout }).once('line', done);
  });
  /** @type {number[]} */
  const members = JSON.parse(line);
  return { child, members };
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('nothing is left behind', () => {
  test.for(/** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))('after %s', async (signal) => {
    const { child, members } = await start();
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
    expect(members.filter(isRunning)).toEqual([]);
  });

  test('when the command itself is killed without a word', async () => {
    const { child, members } = await start();
    child.kill('SIGKILL');
    await expect.poll(() => isRunning(members[0] ?? 0)).toBe(false);
    for (const member of members.filter(isRunning)) process.kill(member, 'SIGKILL');
  });

  test('when npm is killed without a word', async () => {
    const { child, members } = await start({ parent: true });
    child.kill('SIGKILL');
    await expect.poll(() => members.filter(isRunning)).toEqual([]);
  });
});
