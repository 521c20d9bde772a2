import type { Amounts } from '@monban/domain/limit';
import type { Service } from '@monban/domain/permission';
import { and, eq, type InferInsertModel, sql } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { among, given } from '../../db/lists.ts';
import type { ContractRow } from '../../db/rows.ts';
import { statement, type Value } from '../../db/statement.ts';
import { contracts, contractServices } from '../../db/tables/contracts.ts';
import { update } from '../../db/writes.ts';

const updateOne = update(contracts, 'contractId');

/** The contract, locked: its acts follow one another. Everything else of an act comes after this. */
export const lockContract = statement((queries, contractId: Value<string>) =>
  queries.select().from(contracts).where(eq(contracts.contractId, contractId)).for('no key update'),
);

export function selectContract(queries: Queries, contractId: string) {
  return queries.select().from(contracts).where(eq(contracts.contractId, contractId));
}

export function updateContract(
  queries: Queries,
  contractId: string,
  changes: Partial<ContractRow>,
) {
  return updateOne(queries, { contractId }, changes);
}

/** Nothing comes back if the ID was ever taken: of a closed contract, too. */
export function insertContract(queries: Queries, contract: InferInsertModel<typeof contracts>) {
  return queries.insert(contracts).values(contract).onConflictDoNothing().returning();
}

export function insertServices(
  queries: Queries,
  contractId: string,
  services: readonly { readonly service: Service; readonly ceiling: Amounts | null }[],
) {
  return queries.insert(contractServices).values(
    services.map(({ service, ceiling }) => ({
      contractId,
      service,
      ceilingPerTransaction: ceiling?.perTransaction ?? null,
      ceilingPerDay: ceiling?.perDay ?? null,
      limitPerTransaction: ceiling?.perTransaction ?? null,
      limitPerDay: ceiling?.perDay ?? null,
    })),
  );
}

/** Other ceilings; the contract limits stay as they are. */
export function updateCeilings(
  queries: Queries,
  contractId: string,
  services: readonly { readonly service: Service; readonly ceiling: Amounts | null }[],
) {
  const rows = services.map(({ service, ceiling }) => ({ service, ...ceiling }));
  const columns = 'service text, "perTransaction" bigint, "perDay" bigint';
  return queries.execute(sql`
    update ${contractServices}
    set ceiling_per_transaction = given."perTransaction", ceiling_per_day = given."perDay"
    from ${given(rows, columns)}
    where ${contractServices.contractId} = ${contractId} and ${contractServices.service} = given.service`);
}

export function deleteServices(queries: Queries, contractId: string, services: readonly Service[]) {
  return queries
    .delete(contractServices)
    .where(
      and(eq(contractServices.contractId, contractId), among(contractServices.service, services)),
    );
}

export function selectServices(queries: Queries, contractId: string) {
  return queries.select().from(contractServices).where(eq(contractServices.contractId, contractId));
}

export function selectServicesOf(queries: Queries, contractIds: readonly string[]) {
  return queries
    .select()
    .from(contractServices)
    .where(among(contractServices.contractId, contractIds));
}

export function updateContractLimit(
  queries: Queries,
  contractId: string,
  service: Service,
  { perTransaction, perDay }: Amounts,
) {
  return queries
    .update(contractServices)
    .set({ limitPerTransaction: perTransaction, limitPerDay: perDay })
    .where(and(eq(contractServices.contractId, contractId), eq(contractServices.service, service)));
}
