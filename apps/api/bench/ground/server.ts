import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The server as an operator runs it: a process of its own that logs each request into a file. */
export interface BenchServer {
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export async function startBenchServer(
  env: Readonly<Record<string, string>>,
  logFile: string,
): Promise<BenchServer> {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'src/main.ts'], {
    cwd: join(import.meta.dirname, '..', '..'),
    env,
    stdio: ['ignore', log, log],
  });
  const endAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', endAtExit);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  void ended.then(() => process.off('exit', endAtExit));
  return {
    url: await readyUrl(child, logFile),
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      const impatient = setTimeout(endAtExit, 30_000);
      await ended;
      clearTimeout(impatient);
    },
  };
}

async function readyUrl(child: ChildProcess, logFile: string): Promise<string> {
  for (;;) {
    const text = readFileSync(logFile, 'utf8');
    const url = /^ready (\S+)$/m.exec(text)?.[1];
    if (url !== undefined) return url;
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${text}`);
    await wait(50);
  }
}
