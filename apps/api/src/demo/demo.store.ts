import { and, eq, notLike, or } from 'drizzle-orm';

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

/** Those that are there of the contracts with these IDs and names. */
export function selectContractsCalled(
  queries: Queries,
  called: readonly { readonly contractId: string; readonly name: string }[],
) {
  return queries
    .select({ contractId: contracts.contractId })
    .from(contracts)
    .where(
      or(
        ...called.map(({ contractId, name }) =>
          and(eq(contracts.contractId, contractId), eq(contracts.name, name)),
        ),
      ),
    );
}
