import { and, eq } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { certificates } from '../../db/tables/certificates.ts';
import { contracts } from '../../db/tables/contracts.ts';
import { persons } from '../../db/tables/persons.ts';

/**
 * Contract, person and certificate in one statement; null where nobody has that user ID, and where the contract knows
 * of no such certificate.
 * @param thumbprint empty: none came
 */
export function selectPersonStanding(
  queries: Queries,
  contractId: string,
  personKey: string,
  thumbprint: string,
) {
  return queries
    .select({ contract: contracts, person: persons, certificate: certificates })
    .from(contracts)
    .leftJoin(
      persons,
      and(eq(persons.contractId, contracts.contractId), eq(persons.personKey, personKey)),
    )
    .leftJoin(
      certificates,
      and(
        eq(certificates.contractId, contracts.contractId),
        eq(certificates.thumbprint, thumbprint),
      ),
    )
    .where(eq(contracts.contractId, contractId));
}
