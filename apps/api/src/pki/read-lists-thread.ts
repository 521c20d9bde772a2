import { parentPort, workerData } from 'node:worker_threads';

import { type PublishedLists, readLists } from './read-lists.ts';

parentPort?.postMessage(await readLists(workerData as PublishedLists));
