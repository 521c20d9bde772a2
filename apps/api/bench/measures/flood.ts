import { setTimeout as wait } from 'node:timers/promises';

import { pins } from '../../test/harness/seed.ts';
import { renewCards } from '../ground/clones.ts';
import type { Bench } from './bench.ts';
import { type Finding, median } from './finding.ts';
import { seedLogons } from './log-on.ts';
import { takeTurns } from './turns.ts';
import { viewerJob, warmUp } from './viewer.ts';

/** So many log on at once, and each again as soon as they are in. */
const logonsAtOnce = 50;
/** Until the flood stands, and after the reads have ended. */
const marginSeconds = 1;

/** S4: reads while argon2 has more to do than it can, against the same reads at rest. */
export async function measureFlood(bench: Bench): Promise<readonly Finding[]> {
  const { url, load, flood, ground } = bench;
  const contracts = await seedLogons(bench, 94);
  const viewer = await viewerJob(bench);
  await warmUp(bench, viewer(1));
  const turns = await takeTurns(
    bench.pace,
    (seconds) => load.ask(viewer(seconds)),
    async (seconds) => {
      await renewCards(ground);
      const logons = flood.ask({
        kind: 'LOGONS',
        url,
        contracts,
        contractPin: pins.contract,
        connections: logonsAtOnce,
        seconds: seconds + 2 * marginSeconds,
      });
      await wait(marginSeconds * 1000);
      const [reads, { done, seconds: floodSeconds }] = await Promise.all([
        load.ask(viewer(seconds)),
        logons,
      ]);
      return { ...reads, logonsPerSecond: done / floodSeconds };
    },
  );
  const middle = (of: (turn: (typeof turns)[number]) => number) => median(turns.map(of)).toFixed(1);
  return [
    {
      id: 'S4',
      what: `viewer in a flood of ${logonsAtOnce} logons at once ÷ at rest`,
      goal: { atLeast: 0.5 },
      values: turns.map(({ limit, figure }) => figure.done / limit.done),
      context: `${middle(({ figure }) => figure.done / figure.seconds)} ÷ ${middle(({ limit }) => limit.done / limit.seconds)} a second, beside ${middle(({ figure }) => figure.logonsPerSecond)} logons a second`,
    },
    {
      id: 'S4',
      what: 'the same, 95th percentile of the time to answer',
      goal: { atMost: 2.5 },
      values: turns.map(({ limit, figure }) => figure.p95 / limit.p95),
      context: `${middle(({ figure }) => figure.p95)} ÷ ${middle(({ limit }) => limit.p95)} ms`,
    },
  ];
}
