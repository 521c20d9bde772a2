import type { Instant } from '@monban/domain/instant';
import { addressKey } from '@monban/domain/notification-address';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
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

/** Which of the notices that nobody tries to send any more. */
export interface Undelivered {
  /** Null: of all contracts. */
  readonly contractId: string | null;
  /** Since when they were given up; null: ever. */
  readonly since: Instant | null;
  /** How the mail server's last answer begins; null: however. */
  readonly reply: string | null;
}

/** What nobody tries to send any more, what was given up last first. */
export function selectUndelivered(
  queries: Queries,
  which: Undelivered,
  after: { readonly failedAt: Instant; readonly messageId: string } | null,
  limit: number,
) {
  const { failedAt, messageId } = outbox;
  const behind =
    after === null
      ? undefined
      : or(
          lt(failedAt, after.failedAt),
          and(eq(failedAt, after.failedAt), lt(messageId, after.messageId)),
        );
  return noticeRows(queries)
    .where(and(undelivered(which), behind))
    .orderBy(desc(failedAt), desc(messageId))
    .limit(limit);
}

export function countUndelivered(queries: Queries, which: Undelivered) {
  return queries.select({ count: count() }).from(outbox).where(undelivered(which));
}

/** A contract's notices that were given up since then, locked. */
export function lockUndelivered(queries: Queries, contractId: string, since: Instant) {
  return queries
    .select({ messageId: outbox.messageId })
    .from(outbox)
    .where(undelivered({ contractId, since, reply: null }))
    .for('update');
}

/** Has notices sent anew that nobody tried to send any more. @param ids UUIDs */
export function resendAll(
  queries: Queries,
  contractId: string,
  ids: readonly string[],
  now: Instant,
) {
  const ours = sql`${outbox.messageId} in (select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid)`;
  return queries
    .update(outbox)
    .set({ sentAt: null, failedAt: null, tries: 0, resentAt: now })
    .where(and(eq(outbox.contractId, contractId), ours));
}

/** One notice by the number that its mail has, locked. @param id a UUID */
export function lockNotice(queries: Queries, contractId: string, id: string) {
  return queries
    .select()
    .from(outbox)
    .where(and(eq(outbox.contractId, contractId), eq(outbox.messageId, id)))
    .for('update');
}

function undelivered({ contractId, reply, since }: Undelivered): SQL | undefined {
  return and(
    isNotNull(outbox.failedAt),
    contractId === null ? notLike(outbox.contractId, 'D%') : eq(outbox.contractId, contractId),
    since === null ? undefined : gte(outbox.failedAt, since),
    reply === null ? undefined : sql`starts_with(${outbox.reply}, ${reply}::text)`,
  );
}

function noticeRows(queries: Queries) {
  return queries
    .select({ notice: outbox, actor: historyEntries.actor })
    .from(outbox)
    .leftJoin(historyEntries, itsEntry);
}
