import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { clusterHome, databaseUser, removeCluster } from '../../src/db/embedded-home.ts';
import { startEmbeddedPostgres } from '../../src/db/embedded.ts';
import type { Ground } from '../../test/harness/server.ts';
import { childEnvironment } from './child.ts';
import { type BenchServer, startBenchServer } from './server.ts';

/** PostgreSQL as it is run, every commit on disk, and one server process on it; both this run's own. */
export interface BenchGround extends Ground {
  readonly server: BenchServer;
}

export async function layBenchGround(): Promise<BenchGround> {
  const dataDir = mkdtempSync(join(tmpdir(), 'monban-bench-'));
  const { stop, ...database } = await startEmbeddedPostgres({ dataDir });
  const env = {
    ...childEnvironment,
    HOST: '127.0.0.1',
    PORT: '0',
    // As it is run when nothing is set, whatever an .env file says.
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
    MONBAN_ARGON2: '19456,2,1',
    MONBAN_CARD_AFTER_FRESH: 'recycle',
    MONBAN_PIN_POLICY: 'modern',
    MONBAN_KEYS: '',
    MONBAN_DATA_DIR: dataDir,
    DATABASE_URL: database.applicationUrl,
    DATABASE_MIGRATION_URL: database.ownerUrl,
    // `viewer` prolongs nothing, and a whole run takes longer than ten minutes.
    MONBAN_IDLE_SECONDS: '43200',
    MONBAN_LOCKS_PER_HOUR: '1000',
  };
  const clearDatabase = async (): Promise<void> => {
    await stop();
    await removeCluster(dataDir, await clusterHome(dataDir, await databaseUser()));
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const server = await startBenchServer(env, join(dataDir, 'server.log'));
    const clear = async (): Promise<void> => {
      await server.stop();
      await clearDatabase();
    };
    return { database, dataDir, env, server, clear };
  } catch (fault) {
    await clearDatabase();
    throw fault;
  }
}
