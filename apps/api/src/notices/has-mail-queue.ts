import { sql } from 'drizzle-orm';

import type { Database } from '../db/client.ts';
import { faultCode } from '../fault-code.ts';

/** What PostgreSQL says of a table or a schema that isn't there, or is shut. */
const missing: readonly string[] = ['42P01', '3F000', '42501'];

/**
 * Whether the queue's tables are there, and open for the application's role. Throws where the database doesn't say:
 * then they may well be.
 */
export async function hasMailQueue(database: Database): Promise<boolean> {
  try {
    await database.stating('-', (queries) =>
      queries.execute(sql`select count(*) from graphile_worker.migrations, lateral
        (select 1 from graphile_worker._private_jobs limit 1) jobs`),
    );
    return true;
  } catch (fault) {
    if (missing.includes(faultCode(fault))) return false;
    throw fault;
  }
}
