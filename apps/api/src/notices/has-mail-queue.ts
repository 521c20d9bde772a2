import { sql } from 'drizzle-orm';

import type { Database } from '../db/client.ts';

/** Whether the queue's tables are there, and open for the application's role. */
export async function hasMailQueue(database: Database): Promise<boolean> {
  try {
    await database.stating('-', (queries) =>
      queries.execute(sql`select count(*) from graphile_worker.migrations, lateral
        (select 1 from graphile_worker._private_jobs limit 1) jobs`),
    );
    return true;
  } catch {
    return false;
  }
}
