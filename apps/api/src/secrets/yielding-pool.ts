import { readdirSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { getPriority, setPriority } from 'node:os';

const threadList = '/proc/self/task';
const threadName = 'libuv-worker';

/** A tenth of what everything else gets where both have something to do: little, but never nothing. */
const niceness = 10;
const nicest = 19;

/**
 * Has the threads on which PINs are hashed stand back behind the thread that answers: as many of them as there are
 * cores would leave people who are logged on a third of the machine while strangers log on (A18). Where nobody reads,
 * hashing has all of it.
 *
 * Linux alone gives each thread a priority of its own; elsewhere nothing happens.
 */
export async function letHashingYield(): Promise<void> {
  if (process.platform !== 'linux') return;
  // The pool starts its threads, all of them, with its first work.
  await stat(threadList);
  for (const thread of readdirSync(threadList)) standBack(thread);
}

function standBack(thread: string): void {
  try {
    const name = readFileSync(`${threadList}/${thread}/comm`, 'utf8').trim();
    if (name !== threadName) return;
    setPriority(Number(thread), Math.min(getPriority(Number(thread)) + niceness, nicest));
  } catch {
    // It has ended meanwhile, or this system doesn't let us: slower in a flood, and no reason not to start.
  }
}
