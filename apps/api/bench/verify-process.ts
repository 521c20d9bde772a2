import { createSecretKey, randomBytes } from 'node:crypto';

import { createHasher, leastArgon2Cost } from '../src/secrets/hasher.ts';
import { keySet } from '../src/secrets/key-set.ts';
import { Pin } from '../src/secrets/pin.ts';
import { answerJobs } from './ground/child.ts';
import type { VerifyJob, VerifyResult } from './load/verify-job.ts';

const inFlight = 10;
const pepper = keySet({ id: 'bench', key: createSecretKey(randomBytes(32)) }, []);
const hasher = createHasher(pepper, leastArgon2Cost);
const pin = Pin.of('river-stone-42');
const hash = await hasher.hash(pin);

// The limit of every logon: argon2 and nothing else. The hasher adds a look-up to the package's own function.
answerJobs<VerifyJob, VerifyResult>(async (job) => {
  const before = process.cpuUsage();
  const from = performance.now();
  const end = 'seconds' in job ? from + job.seconds * 1000 : Number.POSITIVE_INFINITY;
  let begun = 0;
  let done = 0;
  const more = (): boolean => ('times' in job ? begun < job.times : performance.now() < end);
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (more()) {
        begun += 1;
        if (!(await hasher.verify(hash, pin))) throw new Error('The PIN was right.');
        if (performance.now() <= end) done += 1;
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  const seconds = 'seconds' in job ? job.seconds : (performance.now() - from) / 1000;
  return { done, all: begun, seconds, processorSeconds: (user + system) / 1e6 };
});
