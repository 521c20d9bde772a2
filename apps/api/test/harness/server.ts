import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DeliveryPolicy } from '@monban/domain/delivery';
import { inject } from 'vitest';

import { composeServices, type Substitutes } from '../../src/compose.ts';
import {
  createDatabase,
  dropDatabase,
  type EmbeddedAddresses,
} from '../../src/db/embedded-roles.ts';
import { createLog } from '../../src/log.ts';
import { type Pace, startRelay } from '../../src/notices/relay.ts';
import { buildMonbanSchema } from '../../src/schema.ts';
import { serve } from '../../src/serve.ts';
import type { Services } from '../../src/services.ts';
import { readSettings } from '../../src/settings.ts';
import { templateName } from './global-setup.ts';
import { cheapest, type ServerProcess, spawnServer } from './server-process.ts';

/** A database of a test's own, and the keys beside it: what several servers share. */
export interface Ground {
  readonly database: EmbeddedAddresses;
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string>>;
  clear(): Promise<void>;
}

/** Mail that was put off is tried again while the test still runs. */
const promptly: DeliveryPolicy = { retrySeconds: 0.05, days: 3 };
const pace: Pace = {
  pollInterval: 20,
  sweepSeconds: 1,
  restartSeconds: 0.05,
};

/** Which PostgreSQL a ground is laid on. */
interface Below {
  readonly postgres: EmbeddedAddresses;
  /** Of a database that is migrated; none: whoever starts a server process has it migrated. */
  readonly template?: string;
}

export async function layGround(
  env: Readonly<Record<string, string>> = {},
  { postgres, ...options }: Below = { postgres: inject('postgres'), template: templateName },
): Promise<Ground> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const database = await createDatabase(postgres, name, options);
  const dataDir = mkdtempSync(join(tmpdir(), 'monban-keys-'));
  return {
    database,
    dataDir,
    env: {
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      MONBAN_ARGON2: cheapest,
      // All strangers of a test come from one address; A17 sets its own.
      MONBAN_LOCKS_PER_HOUR: '1000000',
      MONBAN_DATA_DIR: dataDir,
      DATABASE_URL: database.applicationUrl,
      DATABASE_MIGRATION_URL: database.ownerUrl,
      ...env,
    },
    clear: async () => {
      await dropDatabase(postgres, name);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The real server within the test's process: its clock can be moved and its round trips counted. */
export interface OwnServer {
  readonly url: string;
  readonly services: Services;
  /** Log lines written so far. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

export async function startHere(
  ground: Ground,
  { delivery = promptly, ...own }: Substitutes & { readonly delivery?: DeliveryPolicy } = {},
): Promise<OwnServer> {
  const settings = { ...readSettings(ground.env), delivery };
  const logged: string[] = [];
  const log = createLog(settings.logLevel, (line) => void logged.push(line));
  const services = composeServices(settings, log, ground.database.applicationUrl, own);
  const server = await serve(services, buildMonbanSchema(), null);
  const relay = await startRelay(services, ground.database.applicationUrl, pace);
  return {
    url: server.url,
    services,
    logged,
    close: async () => {
      await Promise.all([server.close(), relay?.stop()]);
      await services.database.close();
    },
  };
}

/** A server process on this ground. */
export function startProcess(
  ground: Ground,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  return spawnServer({ ...ground.env, ...env });
}
