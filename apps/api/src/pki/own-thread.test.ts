import { expect, it } from 'vitest';

import { inOwnThread } from './own-thread.ts';

/** A module of these lines, which has `parentPort` and `workerData`. */
const moduleOf = (lines: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort, workerData } from 'node:worker_threads';${lines}`,
    )}`,
  );

it('a thread’s answer is had, and so is what it throws', async () => {
  const doubling = moduleOf('parentPort.postMessage(workerData * 2);');
  expect(await inOwnThread<number>(doubling, 21)).toBe(42);
  const failing = moduleOf('throw new Error("no such list");');
  await expect(inOwnThread(failing, null)).rejects.toThrow('no such list');
});

it('a thread that ends without a word is a fault: whoever asks for a list, or logs on by one, would wait for ever', async () => {
  await expect(inOwnThread(moduleOf('process.exit(0);'), null)).rejects.toThrow('ended with 0');
  const waiting = moduleOf('await new Promise(() => {});');
  await expect(inOwnThread(waiting, null)).rejects.toThrow('ended with 13');
});
