import { and, eq, type InferInsertModel, sql } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { among } from '../../db/lists.ts';
import { statement, type Value } from '../../db/statement.ts';
import { notificationAddresses } from '../../db/tables/contracts.ts';

type AddressRow = typeof notificationAddresses.$inferSelect;

export const selectNotificationAddresses = statement((queries, contractId: Value<string>) =>
  queries
    .select()
    .from(notificationAddresses)
    .where(eq(notificationAddresses.contractId, contractId)),
);

export function selectAddressesOf(queries: Queries, contractIds: readonly string[]) {
  return queries
    .select()
    .from(notificationAddresses)
    .where(among(notificationAddresses.contractId, contractIds));
}

/** Nothing happens where the address is there already, in whichever letter case. */
export function insertNotificationAddress(
  queries: Queries,
  row: InferInsertModel<typeof notificationAddresses>,
) {
  return queries.insert(notificationAddresses).values(row).onConflictDoNothing();
}

export function updateNotificationAddresses(
  queries: Queries,
  contractId: string,
  addresses: readonly string[],
  changes: Partial<AddressRow>,
) {
  return queries.update(notificationAddresses).set(changes).where(named(contractId, addresses));
}

/** One more wrong entry of the code. */
export function countWrongCode(queries: Queries, contractId: string, address: string) {
  return queries
    .update(notificationAddresses)
    .set({ codeWrong: sql`${notificationAddresses.codeWrong} + 1` })
    .where(named(contractId, [address]));
}

export function deleteNotificationAddresses(
  queries: Queries,
  contractId: string,
  addresses: readonly string[],
) {
  return queries.delete(notificationAddresses).where(named(contractId, addresses));
}

function named(contractId: string, addresses: readonly string[]) {
  return and(
    eq(notificationAddresses.contractId, contractId),
    among(notificationAddresses.address, addresses),
  );
}
