import { addressKey } from '@monban/domain/notification-address';
import { and, asc, eq, gt, isNotNull, isNull, notExists, sql } from 'drizzle-orm';

import type { Queries } from '../db/client.ts';
import { notificationAddresses } from '../db/tables/contracts.ts';
import { outbox } from '../db/tables/history.ts';
import { persons } from '../db/tables/persons.ts';

/** Whose notice it is, of all contracts, and where it went. @param messageId a UUID */
export function selectNoticeOf(queries: Queries, messageId: string) {
  const { address, contractId } = outbox;
  return queries
    .select({ contractId, address })
    .from(outbox)
    .where(eq(outbox.messageId, messageId));
}

/** What became of the mails to a recipient that the mail server took. */
export function selectReturns(queries: Queries, contractId: string, recipient: string) {
  const theirs = sql`${outbox.contractId} = ${contractId} and ${outbox.recipient} = ${recipient} and ${outbox.sentAt} is not null`;
  const returnedAt = sql`(select max(${outbox.failedAt}) from ${outbox} where ${theirs})`;
  const takenSince = sql`(select min(${outbox.sentAt}) from ${outbox}
    where ${theirs} and ${outbox.failedAt} is null and ${outbox.sentAt} > ${returnedAt})`;
  return queries
    .select({
      returnedAt: sql<number | null>`${returnedAt}`.mapWith(outbox.failedAt).as('returned_at'),
      takenSince: sql<number | null>`${takenSince}`.mapWith(outbox.sentAt).as('taken_since'),
    })
    .from(sql`(values (1)) one`);
}

/** Addresses of the contract to which nothing was delivered since a notice was given up, in lower case, and when that one was handed over or written. */
export function selectGivenUp(queries: Queries, contractId: string) {
  const { address, at, failedAt, recipient, resentAt, sentAt } = outbox;
  const failed = queries.$with('failed').as(
    queries
      .select({
        key: sql<string>`lower(${address})`.as('key'),
        recipient,
        failedAt: sql`max(${failedAt})`.as('last_failed_at'),
        handedOverAt: sql<number>`max(coalesce(${sentAt}, ${resentAt}, ${at}))`
          .mapWith(at)
          .as('handed_over_at'),
      })
      .from(outbox)
      .where(and(eq(outbox.contractId, contractId), isNotNull(failedAt)))
      .groupBy(sql`lower(${address})`, recipient),
  );
  const delivered = queries
    .select({ one: sql`1` })
    .from(outbox)
    .where(
      and(
        eq(outbox.contractId, contractId),
        eq(recipient, failed.recipient),
        isNull(failedAt),
        gt(sentAt, failed.failedAt),
      ),
    );
  return queries
    .with(failed)
    .select({ key: failed.key, handedOverAt: failed.handedOverAt })
    .from(failed)
    .where(notExists(delivered));
}

/** The users of the contract whose mail goes there. */
export function selectPersonsAt(queries: Queries, contractId: string, address: string) {
  const { addedAt, emailBouncedAt, emailSince, personKey, userId } = persons;
  return queries
    .select({ addedAt, emailBouncedAt, emailSince, personKey, userId })
    .from(persons)
    .where(livesAt(contractId, address))
    .orderBy(asc(personKey));
}

export function unmarkPersons(queries: Queries, contractId: string, address: string) {
  return queries
    .update(persons)
    .set({ emailBouncedAt: null })
    .where(and(livesAt(contractId, address), isNotNull(persons.emailBouncedAt)));
}

export function unmarkAddress(queries: Queries, contractId: string, address: string) {
  return queries
    .update(notificationAddresses)
    .set({ bouncedAt: null })
    .where(
      and(
        eq(notificationAddresses.contractId, contractId),
        eq(sql`lower(${notificationAddresses.address})`, addressKey(address)),
        isNotNull(notificationAddresses.bouncedAt),
      ),
    );
}

function livesAt(contractId: string, address: string) {
  return and(
    eq(persons.contractId, contractId),
    eq(sql`lower(${persons.email})`, addressKey(address)),
    isNull(persons.removedAt),
  );
}
