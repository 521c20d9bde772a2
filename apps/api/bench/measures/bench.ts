import type { Child } from '../ground/child.ts';
import type { BenchGround } from '../ground/ground.ts';
import type { ProcessorTime } from '../ground/processor-time.ts';
import type { LoadJob, LoadResult } from '../load/jobs.ts';
import type { VerifyJob, VerifyResult } from '../load/verify-job.ts';
import type { Finding } from './finding.ts';
import type { Pace } from './turns.ts';

/** What every measure has to work with. */
export interface Bench {
  readonly pace: Pace;
  readonly ground: BenchGround;
  /** Where GraphQL is asked. */
  readonly url: string;
  readonly load: Child<LoadJob, LoadResult>;
  /** A second load, for what goes on meanwhile. */
  readonly flood: Child<LoadJob, LoadResult>;
  readonly verify: Child<VerifyJob, VerifyResult>;
  readonly processor: { readonly server: ProcessorTime; readonly postgres: ProcessorTime };
}

export type Measure = (bench: Bench) => Promise<readonly Finding[]>;

/** What `work` came to, with the seconds of processor time that server and PostgreSQL spent on it. */
export async function withProcessorTime<T>(
  { processor }: Pick<Bench, 'processor'>,
  work: () => Promise<T>,
): Promise<T & { readonly server: number; readonly postgres: number }> {
  const server = processor.server();
  const postgres = processor.postgres();
  const result = await work();
  return {
    ...result,
    server: processor.server() - server,
    postgres: processor.postgres() - postgres,
  };
}

/** The load of the goals: so many connections ask, each again as soon as it was answered. */
export const connections = 10;

/** Contract IDs that nothing else of a run uses. */
export function contractIds(prefix: number, count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `${prefix}${String(index).padStart(11 - String(prefix).length, '0')}`,
  );
}
