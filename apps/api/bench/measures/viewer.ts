import { seedContract } from '../../test/harness/seed.ts';
import { startChild } from '../ground/child.ts';
import { processorTimeOf } from '../ground/processor-time.ts';
import type { LoadJob } from '../load/jobs.ts';
import { type Bench, connections, withProcessorTime } from './bench.ts';
import { type Finding, median } from './finding.ts';
import { takeTurns } from './turns.ts';

/** `viewer` of somebody who is logged on, as a job of the load. */
export async function viewerJob(bench: Bench): Promise<(seconds: number) => LoadJob> {
  const { administrator } = await seedContract(bench.ground.server.url, bench.ground);
  const { cookie } = administrator;
  if (cookie === null) throw new Error('The administrator has no session.');
  return (seconds) => ({
    kind: 'REPEAT',
    url: bench.url,
    query: '{ viewer { ... on Administrator { status } } }',
    headers: { cookie },
    expected: '"ACTIVE"',
    connections,
    seconds,
  });
}

/** What is measured is a server that has been at work for a while: so many requests, or half a minute. */
export async function warmUp({ load }: Bench, job: LoadJob): Promise<void> {
  const end = performance.now() + 30_000;
  for (let all = 0; all < 5000 && performance.now() < end;) all += (await load.ask(job)).all;
}

/** S2: who asks, under every rule that there is, against Apollo Server with one field and nothing behind it. */
export async function measureViewer(bench: Bench): Promise<readonly Finding[]> {
  const viewer = await viewerJob(bench);
  const apollo = await startChild<null, string>('apollo-process.ts');
  try {
    const bare = `${await apollo.ask(null)}/graphql`;
    const hello = { kind: 'REPEAT', url: bare, query: '{ hello }', headers: {} } as const;
    const ofApollo = { server: processorTimeOf(apollo.process.pid ?? 0), postgres: () => 0 };
    await warmUp(bench, { ...hello, expected: '"world"', connections, seconds: 1 });
    await warmUp(bench, viewer(1));
    const turns = await takeTurns(
      bench.pace,
      (seconds) =>
        withProcessorTime({ processor: ofApollo }, () =>
          bench.load.ask({ ...hello, expected: '"world"', connections, seconds }),
        ),
      (seconds) => withProcessorTime(bench, () => bench.load.ask(viewer(seconds))),
    );
    const middle = (of: (turn: (typeof turns)[number]) => number) =>
      median(turns.map(of)).toFixed(0);
    return [
      {
        id: 'S2',
        what: 'viewer with a session ÷ bare Apollo Server on Fastify, one field',
        goal: { atLeast: 0.4 },
        values: turns.map(({ limit, figure }) => figure.done / limit.done),
        context: [
          `${middle(({ figure }) => figure.done / figure.seconds)} ÷ ${middle(({ limit }) => limit.done / limit.seconds)} a second;`,
          `processor time of a request: server ${middle(({ figure }) => (figure.server / figure.all) * 1e6)} + PostgreSQL ${middle(({ figure }) => (figure.postgres / figure.all) * 1e6)} ÷ ${middle(({ limit }) => (limit.server / limit.all) * 1e6)} µs`,
        ].join(' '),
      },
    ];
  } finally {
    await apollo.stop();
  }
}
