import { notLike } from 'drizzle-orm';

import type { Queries } from '../db/client.ts';
import { contracts } from '../db/tables/contracts.ts';

/** Any one contract, if there is one. Decoys, which begin with a letter, are none. */
export function selectAnyContract(queries: Queries) {
  return queries
    .select({ contractId: contracts.contractId })
    .from(contracts)
    .where(notLike(contracts.contractId, 'D%'))
    .limit(1);
}
