import { fileURLToPath } from 'node:url';

import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

import { lockMilliseconds, migrateQueue } from './mail-queue.ts';

const migrations = fileURLToPath(new URL('../../drizzle', import.meta.url));

/** Tells what is in the way and what to do, in a line that may be printed. */
export class TablesHeldError extends Error {
  override readonly name = 'TablesHeldError';
}

/** How often tables that somebody else holds are asked for, and how long it waits in between. */
export interface Insistence {
  readonly tries: number;
  readonly pauseMilliseconds: number;
}
const usual: Insistence = { tries: 10, pauseMilliseconds: 2000 };

/**
 * Brings the database at `url` (the owner's) to this version. Two processes at once: the second waits. Whoever waits for
 * a table has everybody queue behind them; so it waits three seconds, lets the others through, and asks again.
 */
export async function migrateDatabase(url: string, insistence = usual): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await connection`select pg_advisory_lock(hashtext('monban migrations'))`;
    // From here on: the turn above may take as long as the other process does.
    await connection`select set_config('lock_timeout', ${String(lockMilliseconds)}, false)`;
    await insist(insistence, async () => {
      await migrate(drizzle(connection), { migrationsFolder: migrations });
      await migrateQueue(url, connection);
    });
  } finally {
    await connection.end();
  }
}

async function insist(
  { tries, pauseMilliseconds }: Insistence,
  work: () => Promise<void>,
): Promise<void> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      await work();
      return;
    } catch (fault) {
      if (!heldByOthers(fault)) throw fault;
      if (left === 0)
        throw new TablesHeldError(
          'the database can’t be brought to this version: another connection holds its tables, as a backup does. Start again when it is over.',
          { cause: fault },
        );
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}

/** PostgreSQL's `lock_not_available`; drizzle wraps what it is thrown. */
function heldByOthers(fault: unknown): boolean {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  return cause instanceof Error && 'code' in cause && cause.code === '55P03';
}
