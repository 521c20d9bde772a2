import { parentPort, workerData } from 'node:worker_threads';

import { type ListOrder, signList } from './sign-list.ts';

parentPort?.postMessage(await signList(workerData as ListOrder));
