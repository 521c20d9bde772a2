import { and, eq } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { contracts } from '../../db/tables/contracts.ts';
import { persons } from '../../db/tables/persons.ts';

/** Contract and person in one statement; the person is null where nobody has that user ID. */
export function selectPersonStanding(queries: Queries, contractId: string, personKey: string) {
  return queries
    .select({ contract: contracts, person: persons })
    .from(contracts)
    .leftJoin(
      persons,
      and(eq(persons.contractId, contracts.contractId), eq(persons.personKey, personKey)),
    )
    .where(eq(contracts.contractId, contractId));
}
