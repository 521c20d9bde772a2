import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** A process of the benchmark's own that does one job at a time. */
export interface Child<Job, Result> {
  readonly process: ChildProcess;
  ask(job: Job): Promise<Result>;
  stop(): Promise<void>;
}

type Reply<Result> = { readonly result: Result } | { readonly fault: string };

/** Far more than any job takes: whoever waits longer waits for an answer that never comes. */
const longestJobSeconds = 120;

/** As the server is started: as many threads for argon2 as there are cores. */
export const childEnvironment = { UV_THREADPOOL_SIZE: String(availableParallelism()) };

/** @param file beside `main.ts` */
export async function startChild<Job, Result>(file: string): Promise<Child<Job, Result>> {
  const child = fork(join(import.meta.dirname, '..', file), {
    cwd: join(import.meta.dirname, '..', '..'),
    execArgv: ['--import', '@oxc-node/core/register'],
    env: childEnvironment,
    // A Ctrl-C is for us; whoever was started here ends when we are gone.
    detached: true,
  });
  const reply = (): Promise<Reply<Result>> =>
    new Promise((answer, fail) => {
      const ended = (): void => fail(new Error(`${file} ended before it answered.`));
      const late = (): void => fail(new Error(`${file} did not answer in ${longestJobSeconds} s.`));
      const timer = setTimeout(late, longestJobSeconds * 1000);
      child.once('exit', ended);
      child.once('message', (message) => {
        clearTimeout(timer);
        child.off('exit', ended);
        // Sent by `answerJobs` below alone.
        answer(message as Reply<Result>);
      });
    });
  await reply();
  return {
    process: child,
    ask: async (job) => {
      const answered = reply();
      child.send(job as object);
      const message = await answered;
      if ('fault' in message) throw new Error(message.fault);
      return message.result;
    },
    stop: () => endOf(child),
  };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

/** The other side: says that it is there, then answers one job after the other. Ends when nobody is there to ask. */
export function answerJobs<Job, Result>(work: (job: Job) => Promise<Result>): void {
  const send = (reply: Reply<Result | null>): void => void process.send?.(reply);
  process.on('message', (job) => {
    work(job as Job).then(
      (result) => send({ result }),
      (fault: unknown) => send({ fault: String(fault) }),
    );
  });
  process.once('disconnect', () => process.exit(0));
  send({ result: null });
}
