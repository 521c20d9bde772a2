import { readdirSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { layGround, startProcess } from '../harness/server.ts';

/** Null: the thread has ended since it was named. */
function statOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Name and niceness of each thread of a process (proc(5): the 19th field of stat). */
function threadsOf(pid: number): readonly { readonly name: string; readonly niceness: number }[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    const line = statOf(`/proc/${pid}/task/${thread}/stat`);
    if (line === null) return [];
    const end = line.lastIndexOf(')');
    const fields = line.slice(end + 2).split(' ');
    return [{ name: line.slice(line.indexOf('(') + 1, end), niceness: Number(fields[16]) }];
  });
}

it.runIf(process.platform === 'linux')(
  'A18: whoever is logged on doesn’t wait for strangers’ PINs to be hashed: those threads alone stand back',
  async () => {
    const ground = await layGround();
    const server = await startProcess(ground);
    try {
      const threads = threadsOf(server.process.pid ?? 0);
      const hashing = threads.filter(({ name }) => name === 'libuv-worker');
      const answering = threads.filter((thread) => !hashing.includes(thread));
      // Whoever starts the tests may have given all of them a niceness already.
      const [normal] = new Set(answering.map(({ niceness }) => niceness));
      expect(answering.map(({ niceness }) => niceness)).toEqual(answering.map(() => normal));
      expect(hashing.length).toBeGreaterThan(0);
      for (const { niceness } of hashing) expect(niceness).toBe(Math.min((normal ?? 0) + 10, 19));
    } finally {
      await server.stop();
      await ground.clear();
    }
  },
);
