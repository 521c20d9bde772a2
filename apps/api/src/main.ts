import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { composeServices } from './compose.ts';
import { startEmbeddedPostgres } from './db/embedded.ts';
import { migrateDatabase } from './db/migrate.ts';
import { discardHalfDemo, printDemo, seedDemo } from './demo/demo.ts';
import { createLog, errorFields } from './log.ts';
import { buildMonbanSchema } from './schema.ts';
import { serve } from './serve.ts';
import { readProcessSettings, type Settings, SettingsError, sizeThreadPool } from './settings.ts';

/** Where the database is: the operator's, or one of our own beside the data. */
async function openPostgres(settings: Settings): Promise<{ url: string; migrationUrl: string; stop(): Promise<void> }> {
  if (settings.databaseUrl !== null) {
    const migrationUrl = settings.databaseMigrationUrl ?? settings.databaseUrl;
    return { url: settings.databaseUrl, migrationUrl, stop: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: settings.dataDir });
  await discardHalfDemo(settings.dataDir, embedded);
  return { url: embedded.applicationUrl, migrationUrl: embedded.ownerUrl, stop: () => embedded.stop() };
}

function builtWebApplication(): string | null {
  const folder = join(import.meta.dirname, '..', '..', 'admin-web', 'dist');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}

async function main(): Promise<void> {
  // Before anything starts libuv's pool.
  sizeThreadPool();
  const settings = readProcessSettings();
  const log = createLog(settings.logLevel);
  const postgres = await openPostgres(settings);
  await migrateDatabase(postgres.migrationUrl);
  const services = composeServices(settings, log, postgres.url);
  // Only the embedded database is ever seeded with the demo.
  const demo = settings.databaseUrl === null ? await seedDemo(services) : null;
  const server = await serve(services, buildMonbanSchema(), builtWebApplication());

  const stop = async (): Promise<void> => {
    await server.close();
    await services.database.close();
    await postgres.stop();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (fault: unknown) => {
          log.fatal('the server did not stop as it should', errorFields(fault));
          process.exit(1);
        },
      );
    });
  }
  if (demo !== null) printDemo(demo, server.url);
  console.log(`ready ${server.url}`);
}

main().catch((fault: unknown) => {
  if (fault instanceof SettingsError) console.error(fault.message);
  else console.error('Monban could not start:', errorFields(fault));
  process.exit(1);
});
