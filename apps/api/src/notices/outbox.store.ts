import type { InferInsertModel } from 'drizzle-orm';

import type { Queries } from '../db/client.ts';
import { outbox } from '../db/tables/history.ts';

export function insertNotices(
  queries: Queries,
  notices: readonly InferInsertModel<typeof outbox>[],
) {
  return queries.insert(outbox).values([...notices]);
}
