import { startChild } from './ground/child.ts';
import { layBenchGround } from './ground/ground.ts';
import { processorTimeOf, processorTimeOfPostgres } from './ground/processor-time.ts';
import type { LoadJob, LoadResult } from './load/jobs.ts';
import type { VerifyJob, VerifyResult } from './load/verify-job.ts';
import type { Bench, Measure } from './measures/bench.ts';
import { type Finding, findingJson, findingText } from './measures/finding.ts';
import { measureAuthorize, measureReserve } from './measures/authorize.ts';
import { measureFlood } from './measures/flood.ts';
import { measureGuesses } from './measures/guesses.ts';
import { measureLogOn } from './measures/log-on.ts';
import { fullPace, quickPace } from './measures/turns.ts';
import { measureViewer } from './measures/viewer.ts';

const measures: Readonly<Record<string, Measure>> = {
  S1: measureLogOn,
  S2: measureViewer,
  S4: measureFlood,
  S5: measureReserve,
  S6: measureAuthorize,
  S7: measureGuesses,
};

/** What has to be stopped, the last one started first. */
const started: (() => Promise<void>)[] = [];

async function startBench(quick: boolean): Promise<Bench> {
  const ground = await layBenchGround();
  started.push(ground.clear);
  const load = await startChild<LoadJob, LoadResult>('load-process.ts');
  started.push(load.stop);
  const flood = await startChild<LoadJob, LoadResult>('load-process.ts');
  started.push(flood.stop);
  const verify = await startChild<VerifyJob, VerifyResult>('verify-process.ts');
  started.push(verify.stop);
  const processor = {
    server: processorTimeOf(ground.server.process.pid ?? 0),
    postgres: processorTimeOfPostgres(),
  };
  return {
    ground,
    load,
    flood,
    verify,
    pace: quick ? quickPace : fullPace,
    url: `${ground.server.url}/graphql`,
    processor,
  };
}

async function stopAll(): Promise<void> {
  for (let stop = started.pop(); stop !== undefined; stop = started.pop()) await stop();
}

/** @param words S-numbers, all if there are none; `--quick` */
async function main(words: readonly string[]): Promise<void> {
  const named = words.filter((word) => word in measures);
  const findings: Finding[] = [];
  const bench = await startBench(words.includes('--quick'));
  for (const [id, measure] of Object.entries(measures)) {
    if (named.length > 0 && !named.includes(id)) continue;
    console.error(`measuring ${id} …`);
    findings.push(...(await measure(bench)));
  }
  console.log(
    JSON.stringify({
      text: findings.map((finding) => findingText(finding)).join('\n'),
      json: { findings: findings.map((finding) => findingJson(finding)) },
    }),
  );
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopAll().finally(() => process.exit(1)));
}
try {
  await main(process.argv.slice(2));
} catch (fault) {
  console.error(fault);
  process.exitCode = 1;
} finally {
  await stopAll();
}
