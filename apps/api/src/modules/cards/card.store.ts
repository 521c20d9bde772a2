import { and, asc, eq, inArray, type InferInsertModel } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { among } from '../../db/lists.ts';
import type { CardRow } from '../../db/rows.ts';
import { statement, type Value } from '../../db/statement.ts';
import { cards } from '../../db/tables/cards.ts';
import { update } from '../../db/writes.ts';

const updateOne = update(cards, 'contractId', 'cardId');

/** The cards that a challenge may come from: the one in force, and one that was sent. */
export const selectLiveCards = statement((queries, contractId: Value<string>) =>
  queries
    .select()
    .from(cards)
    .where(and(eq(cards.contractId, contractId), inArray(cards.status, ['SENT', 'IN_FORCE']))),
);

/** The same of several contracts. */
export function selectLiveCardsOf(queries: Queries, contractIds: readonly string[]) {
  return queries
    .select()
    .from(cards)
    .where(and(among(cards.contractId, contractIds), inArray(cards.status, ['SENT', 'IN_FORCE'])));
}

/** Contracts with a card that a challenge may come from, and whose digits come from this key. */
export function selectWithCardsOfKey(queries: Queries, keyId: string, limit: number) {
  return queries
    .selectDistinct({ contractId: cards.contractId })
    .from(cards)
    .where(and(eq(cards.keyId, keyId), inArray(cards.status, ['SENT', 'IN_FORCE'])))
    .orderBy(asc(cards.contractId))
    .limit(limit);
}

export function insertCard(queries: Queries, card: InferInsertModel<typeof cards>) {
  return queries.insert(cards).values(card);
}

export function updateCard(
  queries: Queries,
  contractId: string,
  cardId: string,
  changes: Partial<CardRow>,
) {
  return updateOne(queries, { contractId, cardId }, changes);
}
