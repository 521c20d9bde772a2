import type { Instant } from '@monban/domain/instant';
import type { DeskSecret } from '@monban/domain/two-persons';
import { and, asc, count, eq, gt, type InferInsertModel, type SQL } from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import type { DeskActRow } from '../../db/rows.ts';
import { deskActs, secretsSeen } from '../../db/tables/desk-acts.ts';

export function insertDeskAct(queries: Queries, act: InferInsertModel<typeof deskActs>) {
  return queries.insert(deskActs).values(act);
}

function one(contractId: string, actId: string): SQL | undefined {
  return and(eq(deskActs.contractId, contractId), eq(deskActs.actId, actId));
}

export function selectDeskAct(queries: Queries, contractId: string, actId: string) {
  return queries.select().from(deskActs).where(one(contractId, actId));
}

/** The act, locked: it is decided once. Behind the contract's lock, where there is a contract. */
export function lockDeskAct(queries: Queries, contractId: string, actId: string) {
  return selectDeskAct(queries, contractId, actId).for('no key update');
}

export function updateDeskAct(
  queries: Queries,
  contractId: string,
  actId: string,
  changes: Pick<DeskActRow, 'status' | 'decidedAt' | 'decidedClient' | 'decidedSubject'>,
) {
  return queries.update(deskActs).set(changes).where(one(contractId, actId));
}

function waiting(contractId: string | null, now: Instant): SQL | undefined {
  return and(
    eq(deskActs.status, 'WAITING'),
    gt(deskActs.expiresAt, now),
    contractId === null ? undefined : eq(deskActs.contractId, contractId),
  );
}

/** Those that wait, of one contract or (null) of all, behind `after`, by their IDs. */
export function selectWaiting(
  queries: Queries,
  contractId: string | null,
  now: Instant,
  after: string | null,
  limit: number,
) {
  return queries
    .select()
    .from(deskActs)
    .where(and(waiting(contractId, now), after === null ? undefined : gt(deskActs.actId, after)))
    .orderBy(asc(deskActs.actId))
    .limit(limit);
}

export function countWaiting(queries: Queries, contractId: string | null, now: Instant) {
  return queries.select({ count: count() }).from(deskActs).where(waiting(contractId, now));
}

/** Who was shown what of a contract. */
export function selectSeen(queries: Queries, contractId: string) {
  return queries.select().from(secretsSeen).where(eq(secretsSeen.contractId, contractId));
}

export function insertSeen(
  queries: Queries,
  seen: InferInsertModel<typeof secretsSeen> & { readonly secret: DeskSecret },
) {
  return queries.insert(secretsSeen).values(seen).onConflictDoNothing();
}
