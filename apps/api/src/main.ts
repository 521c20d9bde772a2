import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { composeServices } from './compose.ts';
import { startEmbeddedPostgres } from './db/embedded.ts';
import { migrateDatabase, TablesHeldError } from './db/migrate.ts';
import { discardHalfDemo, printDemo, refuseDemo, seedDemo } from './demo/demo.ts';
import { createLog, errorFields, type Log, type LogFields } from './log.ts';
import { startRelay } from './notices/relay.ts';
import { buildMonbanSchema } from './schema.ts';
import { KeyRingError } from './secrets/key-ring.ts';
import { letHashingYield } from './secrets/yielding-pool.ts';
import { serve } from './serve.ts';
import type { Services } from './services.ts';
import type { RunningServer } from './server.ts';
import { readProcessSettings, type Settings, SettingsError, sizeThreadPool } from './settings.ts';
import { startSweeping } from './sweep.ts';
import { TlsFilesError } from './tls/tls-files.ts';

/** Where the database is: the operator's, or one of our own beside the data. */
async function openPostgres(
  settings: Settings,
): Promise<{ url: string; migrationUrl: string; stop(): Promise<void> }> {
  if (settings.databaseUrl !== null) {
    const migrationUrl = settings.databaseMigrationUrl ?? settings.databaseUrl;
    return { url: settings.databaseUrl, migrationUrl, stop: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: settings.dataDir });
  await discardHalfDemo(settings.dataDir, embedded);
  return {
    url: embedded.applicationUrl,
    migrationUrl: embedded.ownerUrl,
    stop: () => embedded.stop(),
  };
}

function builtWebApplication(): string | null {
  const folder = join(import.meta.dirname, '..', '..', 'admin-web', 'dist');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}

/** A server that serves. */
interface Running {
  stop(): Promise<void>;
}

async function start(): Promise<Running> {
  // Before anything starts libuv's pool.
  sizeThreadPool();
  await letHashingYield();
  const settings = readProcessSettings();
  const postgres = await openPostgres(settings);
  await migrateDatabase(postgres.migrationUrl);
  const services = composeServices(settings, createLog(settings.logLevel), postgres.url);
  await services.database.assertDirect();
  if (settings.production) await refuseDemo(services);
  // Only the embedded database is ever seeded with the demo.
  const demo = settings.databaseUrl === null ? await seedDemo(services) : null;
  const server = await serve(services, buildMonbanSchema(), builtWebApplication());
  if (settings.tls !== null) renewOnSignal(server, services.log);
  rereadKeysOnSignal(services);
  const sweeping = startSweeping(services);
  const relay = await startRelay(services, postgres.url);
  if (demo !== null) printDemo(demo, server.url);
  console.log(`ready ${server.url}`);
  return {
    stop: async () => {
      await Promise.all([server.close(), sweeping.stop(), relay?.stop()]);
      await services.database.close();
      await postgres.stop();
    },
  };
}

/** SIGHUP: new certificate files are in their places. Those that are no good change nothing. */
function renewOnSignal(server: RunningServer, log: Log): void {
  process.on('SIGHUP', () => {
    try {
      server.renewTls();
      log.info('the TLS files were read anew');
    } catch (fault) {
      log.error('the new TLS files are no good; the old ones stay in force', whyNot(fault));
    }
  });
}

/** Our own words, or of any other fault its class and where it arose. */
function whyNot(fault: unknown): LogFields {
  const ours = fault instanceof TlsFilesError || fault instanceof KeyRingError;
  return ours ? { reason: fault.message } : errorFields(fault);
}

/** SIGHUP: keys of the ring were exchanged. A ring that is no good changes nothing. */
function rereadKeysOnSignal({ log, rereadKeys }: Services): void {
  process.on('SIGHUP', () => {
    try {
      rereadKeys();
      log.info('the key ring was read anew');
    } catch (fault) {
      log.error('the new key ring is no good; the old one stays in force', whyNot(fault));
    }
  });
}

/**
 * Drains at the first signal; more of them change nothing. One that comes while the server starts waits until it has:
 * what was started is ended, too.
 */
function stopOnSignal(running: Promise<Running>): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) return;
      asked = true;
      running
        .then(({ stop }) => stop())
        .then(
          () => process.exit(0),
          (fault: unknown) => fail('Monban did not stop as it should:', fault),
        );
    });
  }
}

function fail(what: string, fault: unknown): never {
  if (fault instanceof SettingsError) console.error(fault.message);
  else if (isOurs(fault)) console.error(what, fault.message);
  else console.error(what, errorFields(fault));
  process.exit(1);
}

/** Whose text may be read: a driver's errors have classes of their own, and repeat what was sent. */
function isOurs(fault: unknown): fault is Error {
  return (
    fault instanceof KeyRingError ||
    fault instanceof TlsFilesError ||
    fault instanceof TablesHeldError ||
    (fault instanceof Error && fault.constructor === Error)
  );
}

const running = start();
stopOnSignal(running);
running.catch((fault: unknown) => fail('Monban could not start:', fault));
