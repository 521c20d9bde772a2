import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * One process at a time: two would capture under the same reference, both be told "captured", and both pay. Where the
 * journal is a table, a unique key on the booking does this. Answers how to let go.
 */
export function lock(file: string): () => void {
  if (existsSync(file)) {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && isRunning(owner)) {
      throw new Error(
        `Process ${owner} uses the journal. If that is none of ours, delete ${file}.`,
      );
    }
    // Its owner was killed.
    rmSync(file);
  }
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  return () => rmSync(file);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
