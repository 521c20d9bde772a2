import { answerJobs } from './ground/child.ts';
import type { LoadJob, LoadResult } from './load/jobs.ts';
import { runJob } from './load/run-job.ts';

// Whoever asks has a process of their own: what it costs to ask is not the server's.
answerJobs<LoadJob, LoadResult>(runJob);
