import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@monban/api/db/embedded';
import type { TestProject } from 'vitest/node';
import type { House } from './company.ts';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly house: House;
    /** With these a further server stands on the same ground. */
    readonly ground: Readonly<Record<string, string>>;
    /** The database, past its walls: to arrange what no operation does. */
    readonly pastTheWalls: string;
  }
}

/** One real PostgreSQL and one real server for the whole run; each test opens contracts of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'monban-e2e-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  const ground = {
    MONBAN_DATA_DIR: dataDir,
    DATABASE_URL: postgres.applicationUrl,
    DATABASE_MIGRATION_URL: postgres.ownerUrl,
  };
  const clear = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const server = await startServer(ground);
    project.provide('house', { url: server.url, dataDir });
    project.provide('ground', ground);
    const pastTheWalls = new URL(postgres.superuserUrl);
    pastTheWalls.pathname = new URL(postgres.applicationUrl).pathname;
    project.provide('pastTheWalls', pastTheWalls.href);
    return async () => {
      await server.stop();
      await clear();
    };
  } catch (error) {
    await clear();
    throw error;
  }
}
