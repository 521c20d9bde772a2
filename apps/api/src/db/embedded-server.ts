import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type ClusterPlace, clusterDirectory, spawnOptions } from './embedded-cluster.ts';

export interface ServerOptions extends ClusterPlace {
  readonly durable: boolean;
  readonly log: (line: string) => void;
}

export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  log_checkpoints: 'off',
  // Statements and the rows in an error's detail hold hashes and customers' data: they aren't for a log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A server that dies (not by us) is started again under the same port, but not for ever. */
const RESTARTS = 5;

/** Starts the server on a free port and keeps it running until `stop`. */
export async function runServer(options: ServerOptions): Promise<RunningServer> {
  const { child, port } = await startOnFreePort(options);
  let current = child;
  let stopping = false;
  let restarts = 0;

  let reviving: Promise<void> = Promise.resolve();
  const watch = (): void => {
    current.once('exit', () => {
      if (!stopping && restarts < RESTARTS) reviving = revive();
    });
  };
  const revive = async (): Promise<void> => {
    restarts += 1;
    options.log(`PostgreSQL ended unexpectedly; starting it again (${restarts} of ${RESTARTS})`);
    try {
      current = await startPatiently(options, port);
      watch();
    } catch (error) {
      options.log(String(error));
    }
  };
  watch();

  const stop = async (): Promise<void> => {
    stopping = true;
    await reviving;
    await end(current);
  };
  return { port, stop };
}

async function startOnFreePort(
  options: ServerOptions,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { child: await startPatiently(options, port), port };
    } catch (error) {
      // Between our asking and PostgreSQL's listening another process may take the port.
      if (attempt === 5 || !String(error).includes('Address already in use')) throw error;
    }
  }
}

/** After the postmaster alone was killed, its children hold the shared memory for another moment. */
async function startPatiently(options: ServerOptions, port: number): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(options, port);
    } catch (error) {
      const held = /shared memory block|is another postmaster|lock file/i.test(String(error));
      if (attempt === 50 || !held) throw error;
      await wait(100);
    }
  }
}

function start(options: ServerOptions, port: number): Promise<ChildProcess> {
  const settings = { ...SETTINGS, ...(options.durable ? {} : NOT_DURABLE), port: String(port) };
  const child = spawn(
    join(options.native, 'bin', 'postgres'),
    [
      '-D',
      clusterDirectory(options.home),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...spawnOptions(options), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // Whatever ends this process without asking (an uncaught error) doesn't leave the server behind.
  const endAtExit = (): void => void child.kill('SIGINT');
  process.once('exit', endAtExit);
  child.once('exit', () => process.off('exit', endAtExit));
  const lines: string[] = [];
  return new Promise((ready, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      fail(new Error(`PostgreSQL didn't start (${code}):\n${lines.slice(-20).join('\n')}`));
    });
    createInterface({ input: child.stderr }).on('line', (line) => {
      options.log(line);
      lines.push(line);
      if (lines.length > 100) lines.shift();
      if (line.includes('database system is ready to accept connections')) ready(child);
    });
  });
}

/** Fast shutdown: open transactions are rolled back; after 15 s without waiting for anything. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGINT');
  const impatient = setTimeout(() => child.kill('SIGQUIT'), 15_000);
  await ended;
  clearTimeout(impatient);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => {
    probe.once('error', fail).listen(0, '127.0.0.1', done);
  });
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return address.port;
}
