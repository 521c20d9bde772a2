import { fileURLToPath } from 'node:url';

import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

import { migrateQueue } from './mail-queue.ts';

const migrations = fileURLToPath(new URL('../../drizzle', import.meta.url));

/** Brings the database at `url` (the owner's) to this version. Two processes at once: the second waits. */
export async function migrateDatabase(url: string): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await connection`select pg_advisory_lock(hashtext('monban migrations'))`;
    await migrate(drizzle(connection), { migrationsFolder: migrations });
    await migrateQueue(url, connection);
  } finally {
    await connection.end();
  }
}
