import { and, eq, inArray } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { administratorKey } from '../../db/rows.ts';
import { cards } from '../../db/tables/cards.ts';
import { contracts } from '../../db/tables/contracts.ts';
import { persons } from '../../db/tables/persons.ts';

/** Contract, administrator and live cards in one statement: what a logon by the card is judged from. */
export function selectAdministratorStanding(queries: Queries, contractId: string) {
  return queries
    .select({ contract: contracts, person: persons, card: cards })
    .from(contracts)
    .innerJoin(
      persons,
      and(eq(persons.contractId, contracts.contractId), eq(persons.personKey, administratorKey)),
    )
    .leftJoin(
      cards,
      and(eq(cards.contractId, contracts.contractId), inArray(cards.status, ['SENT', 'IN_FORCE'])),
    )
    .where(eq(contracts.contractId, contractId));
}
