import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The real server as a process of its own, as an operator starts it, with the built web application. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

const api = join(import.meta.dirname, '..', '..', 'apps', 'api');

/** argon2 at its cheapest: what a PIN costs is measured elsewhere. */
const cheapest = '8,1,1';

/** Starts a server on a free port of 127.0.0.1; resolves when it serves. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'src/main.ts'], {
    cwd: api,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: process.env['TMPDIR'],
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      MONBAN_ARGON2: cheapest,
      // All the people of these tests sit at one address (A17).
      MONBAN_LOCKS_PER_HOUR: '1000000',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^ready (\S+)$/m.exec(output)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', () => reject(new Error(`The server ended before it was ready:\n${output}`)));
  });
  // From here on it speaks only of what went wrong.
  for (const stream of [child.stdout, child.stderr]) {
    stream.removeAllListeners('data').pipe(process.stderr, { end: false });
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
