import { Worker } from 'node:worker_threads';

/**
 * Has a module work in a thread of its own, for what takes seconds without a pause: nobody else's request waits for it.
 * The module answers by one message; what it throws is thrown here, and so is that it ended without a word.
 */
export async function inOwnThread<Answer>(module: URL, workerData: unknown): Promise<Answer> {
  const worker = new Worker(module, { workerData });
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('messageerror', reject);
      // What came before counts: 13, for one, where the module waited for what never came.
      worker.once('exit', (code) =>
        reject(new Error(`a thread ended with ${code}, and gave no answer`)),
      );
    });
  } finally {
    await worker.terminate();
  }
}
