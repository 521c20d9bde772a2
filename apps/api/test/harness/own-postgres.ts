import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import postgres from 'postgres';

import { startEmbeddedPostgres } from '../../src/db/embedded.ts';
import { type Ground, layGround } from './server.ts';

/** A PostgreSQL that one test alone uses, so that it may be killed. It comes back by itself. */
export interface OwnPostgres {
  readonly ground: Ground;
  /** `kill -9` of the postmaster. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'monban-own-'));
  // Where we are root, the database's user has to get in.
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, durable: true });
  const ground = await layGround({}, { postgres: server });
  return {
    ground,
    async kill() {
      const sql = postgres(server.superuserUrl, { max: 1 });
      const [row] = await sql<{ pid: string }[]>`
        select split_part(pg_read_file('postmaster.pid'), chr(10), 1) as pid`;
      await sql.end();
      process.kill(Number(row?.pid), 'SIGKILL');
    },
    async stop() {
      await ground.clear();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
