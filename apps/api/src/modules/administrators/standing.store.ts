import { and, eq, inArray } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { administratorKey } from '../../db/rows.ts';
import { cards } from '../../db/tables/cards.ts';
import { certificates } from '../../db/tables/certificates.ts';
import { contracts } from '../../db/tables/contracts.ts';
import { persons } from '../../db/tables/persons.ts';

/**
 * Contract, administrator, live cards and certificate in one statement: what a logon by the card is judged from.
 * @param thumbprint empty: none came
 */
export function selectAdministratorStanding(
  queries: Queries,
  contractId: string,
  thumbprint: string,
) {
  return queries
    .select({ contract: contracts, person: persons, card: cards, certificate: certificates })
    .from(contracts)
    .innerJoin(
      persons,
      and(eq(persons.contractId, contracts.contractId), eq(persons.personKey, administratorKey)),
    )
    .leftJoin(
      cards,
      and(eq(cards.contractId, contracts.contractId), inArray(cards.status, ['SENT', 'IN_FORCE'])),
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
