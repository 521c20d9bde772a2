import { cheapest, spawnServer } from '@monban/api/test/harness/server-process';

/** The real server as a process of its own, with the built web application. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1; resolves when it serves. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<Server> {
  const server = await spawnServer({
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'error',
    MONBAN_ARGON2: cheapest,
    // All the people of these tests sit at one address (A17).
    MONBAN_LOCKS_PER_HOUR: '1000000',
    ...settings,
  });
  // From here on it speaks only of what went wrong.
  for (const stream of [server.process.stdout, server.process.stderr]) {
    stream.removeAllListeners('data').pipe(process.stderr, { end: false });
  }
  return server;
}
