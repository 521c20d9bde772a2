import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** How long the one before us may still be draining. */
const PATIENCE_MS = 5_000;

/**
 * Makes this process the only one that uses `dataDir`, until the returned function is called or the
 * process ends. Otherwise a second start would take the first one's server for an orphan and end it.
 */
export async function claimDirectory(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'owner');
  const mine = `${process.pid} ${await startedAt(process.pid)}\n`;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx', mode: 0o600 });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [pid = '', ...start] = (await readFile(file, 'utf8').catch(() => '')).trim().split(' ');
    const isAlive = start.length > 0 && (await startedAt(Number(pid))) === start.join(' ');
    if (!isAlive) await rm(file, { force: true });
    else if (Date.now() < deadline) await wait(100);
    else {
      throw new Error(
        `${dataDir} is in use by process ${pid}: stop that one first, or give this one a MONBAN_DATA_DIR of its own.`,
      );
    }
  }
}

/** When a process started, in the system's own words: together with its number it names one process only. */
async function startedAt(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  try {
    const [boot, line] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The name in parentheses may hold anything; the 20th field after it is the start, in ticks since boot.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : `${boot.trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** A running process' command line; undefined if it isn't running (a dead one nobody collected has none). */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return ps(pid, 'command=');
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line === '' ? undefined : line.replaceAll('\0', ' ');
}

async function ps(pid: number, column: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', column, '-p', String(pid)]);
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}
