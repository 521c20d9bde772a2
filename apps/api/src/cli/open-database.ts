import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { type Database, openDatabase } from '../db/client.ts';
import { findRunningEmbedded } from '../db/embedded-running.ts';
import { startEmbeddedPostgres } from '../db/embedded.ts';
import { faultCode } from '../fault-code.ts';
import type { Settings } from '../settings.ts';
import { CommandError } from './command.ts';

/** Works on the database that the server works on: the operator's, or the embedded one, running or not. */
export async function withDatabase<T>(
  settings: Settings,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { url, stop } = await find(settings);
  const database = openDatabase(url);
  try {
    return await work(database);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    // The driver's text may hold the address, with its password.
    throw new CommandError(`the database can't be read (${faultCode(error)}).`);
  } finally {
    await database.close();
    await stop();
  }
}

async function find({
  databaseUrl,
  dataDir,
}: Settings): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const beside = { stop: () => Promise.resolve() };
  if (databaseUrl !== null) return { ...beside, url: databaseUrl };
  const running = await findRunningEmbedded(dataDir);
  if (running !== null) return { ...beside, url: running.applicationUrl };
  if (!existsSync(join(dataDir, 'postgres-passwords.json'))) {
    throw new CommandError('there is no database in MONBAN_DATA_DIR yet; npm start makes one.');
  }
  const started = await startEmbeddedPostgres({ dataDir });
  return { url: started.applicationUrl, stop: () => started.stop() };
}
