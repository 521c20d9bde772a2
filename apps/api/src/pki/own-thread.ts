import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Has a module work in a thread of its own, for what takes seconds without a pause: nobody else's request waits for it.
 * The module answers by one message; what it throws is thrown here.
 */
export async function inOwnThread<Answer>(module: URL, workerData: unknown): Promise<Answer> {
  const [answer] = await once(new Worker(module, { workerData }), 'message');
  return answer as Answer;
}
