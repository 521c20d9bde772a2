import { addressKey } from '@monban/domain/notification-address';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  isNotNull,
  lt,
  notLike,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { historyEntries, itsEntry, outbox, recipientOf } from '../../db/tables/history.ts';

/** The notices of a contract: all, or those to a user's address that concern nobody but them. */
export interface NoticesOf {
  readonly contractId: string;
  readonly user: { readonly personKey: string; readonly email: string } | null;
}

function belongsTo({ contractId, user }: NoticesOf): SQL | undefined {
  const ofContract = eq(outbox.contractId, contractId);
  if (user === null) return ofContract;
  return and(
    ofContract,
    // What the index finds by; two addresses may have the same one.
    eq(outbox.recipient, recipientOf(sql`${contractId}::text`, sql`${user.email}::text`)),
    eq(sql`lower(${outbox.address})`, addressKey(user.email)),
    // An address can be the company's as well: what concerns others is not this user's to read.
    sql`not exists (select 1 from json_array_elements(${outbox.events}) told
      where lower(coalesce(told ->> 'userId', told -> 'person' ->> 'userId')) is distinct from ${user.personKey})`,
  );
}

/** The newest first. */
export function selectNoticesOf(
  queries: Queries,
  whose: NoticesOf,
  after: { readonly number: number; readonly address: string } | null,
  limit: number,
) {
  const behind =
    after === null
      ? undefined
      : or(
          lt(outbox.number, after.number),
          and(eq(outbox.number, after.number), gt(outbox.address, after.address)),
        );
  return noticeRows(queries)
    .where(and(belongsTo(whose), behind))
    .orderBy(desc(outbox.number), asc(outbox.address))
    .limit(limit);
}

export function countNoticesOf(queries: Queries, whose: NoticesOf) {
  return queries.select({ count: count() }).from(outbox).where(belongsTo(whose));
}

/** What nobody tries to send any more, of one contract or of all, by the number that its mail has. */
export function selectUndelivered(
  queries: Queries,
  contractId: string | null,
  after: string | null,
  limit: number,
) {
  return noticeRows(queries)
    .where(and(undelivered(contractId), after === null ? undefined : gt(outbox.messageId, after)))
    .orderBy(asc(outbox.messageId))
    .limit(limit);
}

export function countUndelivered(queries: Queries, contractId: string | null) {
  return queries.select({ count: count() }).from(outbox).where(undelivered(contractId));
}

/** One notice by the number that its mail has, locked. @param id a UUID */
export function lockNotice(queries: Queries, contractId: string, id: string) {
  return queries
    .select()
    .from(outbox)
    .where(and(eq(outbox.contractId, contractId), eq(outbox.messageId, id)))
    .for('update');
}

function undelivered(contractId: string | null): SQL | undefined {
  return and(
    isNotNull(outbox.failedAt),
    contractId === null ? notLike(outbox.contractId, 'D%') : eq(outbox.contractId, contractId),
  );
}

function noticeRows(queries: Queries) {
  return queries
    .select({ notice: outbox, actor: historyEntries.actor })
    .from(outbox)
    .leftJoin(historyEntries, itsEntry);
}
