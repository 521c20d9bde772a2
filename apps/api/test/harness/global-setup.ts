import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { createDatabase, type EmbeddedAddresses } from '../../src/db/embedded-roles.ts';
import { startEmbeddedPostgres } from '../../src/db/embedded.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgres: EmbeddedAddresses;
    /** The file with what PostgreSQL itself has logged. */
    readonly postgresLog: string;
  }
}

/** What each test's database is a copy of. */
export const templateName = 'monban_template';

/** One real PostgreSQL for the whole run; each test file makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'monban-test-'));
  const postgresLog = join(mkdtempSync(join(tmpdir(), 'monban-log-')), 'postgres.log');
  writeFileSync(postgresLog, '');
  const { stop, ...postgres } = await startEmbeddedPostgres({
    dataDir: folder,
    durable: false,
    log: (line) => appendFileSync(postgresLog, `${line}\n`),
  });
  await migrateDatabase((await createDatabase(postgres, templateName)).ownerUrl);
  project.provide('postgres', postgres);
  project.provide('postgresLog', postgresLog);
  return async () => {
    await stop();
    for (const made of [folder, dirname(postgresLog)])
      rmSync(made, { recursive: true, force: true });
  };
}
