import type { OpenAuthorization, VoidedBecause } from '@monban/domain/authorization-end';
import { type Instant, japanDay } from '@monban/domain/instant';
import { type Yen, zeroYen } from '@monban/domain/money';
import type { Service } from '@monban/domain/permission';
import { and, eq, isNotNull, lte, type SQL, sql, type SQLWrapper } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';

import type { Queries } from '../../db/client.ts';
import { among, given } from '../../db/lists.ts';
import { statement, type Value } from '../../db/statement.ts';
import { authorizations, dayUsage, wholeContract } from '../../db/tables/authorizations.ts';
import { contracts, contractServices } from '../../db/tables/contracts.ts';
import { persons, userLimits, userPermissions } from '../../db/tables/persons.ts';
import { insertion, update, writing } from '../../db/writes.ts';

type Write = { execute(): Promise<unknown> };

export type AuthorizationRow = typeof authorizations.$inferSelect;

export const insertAuthorization = insertion(authorizations);

const ofPerson = and(
  eq(persons.contractId, authorizations.contractId),
  eq(persons.personKey, authorizations.personKey),
);

const updateOne = update(authorizations, 'contractId', 'authorizationId');

export function markCaptured(
  queries: Queries,
  { contractId, authorizationId }: AuthorizationRow,
  captureReference: string,
  endedAt: Instant,
): Write {
  const changes = { status: 'CAPTURED', captureReference, endedAt } as const;
  return updateOne(queries, { contractId, authorizationId }, changes);
}

/** Its 7 days are over: the key may stand for another request. */
export function forgetKey(queries: Queries, { contractId, authorizationId }: AuthorizationRow) {
  return updateOne(queries, { contractId, authorizationId }, { idempotencyKey: null });
}

/** Whether the contract still has the service, and the user the permission. */
const permitted = sql<boolean>`exists (select 1 from ${contractServices} s join ${userPermissions} p
  on p.contract_id = s.contract_id and p.service = s.service
  where s.contract_id = ${authorizations.contractId} and s.service = ${authorizations.service}
    and p.person_key = ${authorizations.personKey} and p.action = ${authorizations.action})`;

/** An authorisation, and who stands behind it now. */
export const selectAuthorization = statement(
  (queries, contractId: Value<string>, authorizationId: Value<string>) =>
    queries
      .select({ authorization: authorizations, person: persons, permitted })
      .from(authorizations)
      .innerJoin(persons, ofPerson)
      .where(
        and(
          eq(authorizations.contractId, contractId),
          eq(authorizations.authorizationId, authorizationId),
        ),
      ),
);

export const selectByKey = statement(
  (
    queries,
    contractId: Value<string>,
    clientId: Value<string>,
    personKey: Value<string>,
    idempotencyKey: Value<string>,
  ) =>
    queries
      .select({ authorization: authorizations, person: persons })
      .from(authorizations)
      .innerJoin(persons, ofPerson)
      .where(
        and(
          eq(authorizations.contractId, contractId),
          eq(authorizations.clientId, clientId),
          eq(authorizations.personKey, personKey),
          eq(authorizations.idempotencyKey, idempotencyKey),
        ),
      ),
);

/** What is open in a contract: neither captured nor void. */
export function selectOpen(
  queries: Queries,
  contractId: string,
): Promise<readonly (OpenAuthorization & { readonly authorizationId: string })[]> {
  const { authorizationId, personKey, service, action, accountNumber } = authorizations;
  return queries
    .select({ authorizationId, personKey, service, action, accountNumber })
    .from(authorizations)
    .where(and(eq(authorizations.contractId, contractId), eq(authorizations.status, 'AUTHORIZED')))
    .execute();
}

/** Ends these, each for its own reason, and gives back what they took of the day's limits. */
export function voidAuthorizations(
  queries: Queries,
  contractId: string,
  ended: readonly { readonly authorizationId: string; readonly because: VoidedBecause }[],
  at: Instant,
): Write {
  const from = sql`from ${given(ended, '"authorizationId" text, because text')}`;
  return voiding(queries, contractId, at, {
    because: sql`given.because`,
    from,
    which: sql`a.authorization_id = given."authorizationId"`,
  });
}

/** Ends what was left alone until it expired. */
export function voidExpired(queries: Queries, contractId: string, at: Instant): Write {
  const until = new Date(at).toISOString();
  return voiding(queries, contractId, at, {
    because: sql`'EXPIRED'`,
    from: sql``,
    which: sql`a.expires_at <= ${until}::timestamptz`,
  });
}

/** One statement, so that what an authorisation took and its end stand or fall together; each is ended once. */
function voiding(
  queries: Queries,
  contractId: string,
  at: Instant,
  { because, from, which }: { readonly because: SQL; readonly from: SQL; readonly which: SQL },
): Write {
  return queries.execute(sql`
    with ended as (
      update ${authorizations} a
      set status = 'VOIDED', voided_because = ${because}, ended_at = ${new Date(at).toISOString()}::timestamptz
      ${from}
      where a.contract_id = ${contractId} and a.status = 'AUTHORIZED' and ${which}
      returning a.day, a.person_key, a.service, a.reserved
    ), freed as (
      select day, holder, service, sum(reserved) as amount
      from ended cross join lateral (values (person_key), (${wholeContract})) as holders (holder)
      where reserved > 0
      group by day, holder, service
    )
    update ${dayUsage} u set used = u.used - freed.amount
    from freed
    where u.contract_id = ${contractId} and u.day = freed.day and u.holder = freed.holder and u.service = freed.service`);
}

const ofUser = alias(dayUsage, 'of_user');
const ofContract = alias(dayUsage, 'of_contract');

/** What has expired by now and is not swept yet. */
const expired = (contractId: SQLWrapper, at: Value<string> | string) =>
  sql`from ${authorizations} a where a.contract_id = ${contractId} and a.status = 'AUTHORIZED' and a.expires_at <= ${at}::timestamptz`;

/**
 * All that decides about one transaction of a user, as one row, with what was asked for under its key before; what has
 * expired counts no more.
 */
export const selectStanding = statement(
  (
    queries,
    contractId: Value<string>,
    personKey: Value<string>,
    service: Value<string>,
    action: Value<string>,
    transactionHash: Value<string>,
    day: Value<string>,
    at: Value<string>,
    clientId: Value<string>,
    idempotencyKey: Value<string>,
  ) => {
    // A placeholder stands for a text of the database; that it is one of ours the domain has seen to.
    const named = service as unknown as Service;
    const overdue = sql`${expired(contractId, at)} and a.day = ${day} and a.service = ${service}`;
    return queries
      .select({
        layers: contractServices,
        limit: userLimits,
        known: authorizations,
        permitted: sql<boolean>`exists (select 1 from ${userPermissions} p where p.contract_id = ${contractId}
          and p.person_key = ${personKey} and p.service = ${service} and p.action = ${action})`,
        created: sql<boolean>`exists (select 1 from ${authorizations} a where a.contract_id = ${contractId}
          and a.transaction_hash = ${transactionHash} and a.action = 'CREATE' and a.person_key = ${personKey})`,
        anyExpired: sql<boolean>`exists (select 1 ${expired(contractId, at)})`,
        usedByUser: yen(sql`coalesce(${ofUser.used}, 0)
          - coalesce((select sum(a.reserved) ${overdue} and a.person_key = ${personKey}), 0)`),
        usedByContract: yen(sql`coalesce(${ofContract.used}, 0)
          - coalesce((select sum(a.reserved) ${overdue}), 0)`),
      })
      .from(contracts)
      .leftJoin(contractServices, sameService(contractServices, named))
      .leftJoin(
        userLimits,
        and(sameService(userLimits, named), eq(userLimits.personKey, personKey)),
      )
      .leftJoin(
        ofUser,
        and(sameService(ofUser, named), eq(ofUser.day, day), eq(ofUser.holder, personKey)),
      )
      .leftJoin(
        ofContract,
        and(
          sameService(ofContract, named),
          eq(ofContract.day, day),
          eq(ofContract.holder, wholeContract),
        ),
      )
      .leftJoin(
        authorizations,
        and(
          eq(authorizations.contractId, contracts.contractId),
          eq(authorizations.clientId, clientId),
          eq(authorizations.personKey, personKey),
          eq(authorizations.idempotencyKey, idempotencyKey),
        ),
      )
      .where(eq(contracts.contractId, contractId));
  },
);

const sameService = (
  table: { readonly contractId: AnyPgColumn; readonly service: AnyPgColumn },
  service: Service,
) => and(eq(table.contractId, contracts.contractId), eq(table.service, service));

/** Whole yen: a sum of amounts below their limits. */
const yen = (sum: SQL) => sum.mapWith<(found: unknown) => Yen>((found) => Number(found) as Yen);

/** Takes of a day's limits what an authorisation reserves: of its user's and of the contract's. */
export const addUsage = writing(
  dayUsage,
  (
    queries,
    contractId: Value<string>,
    day: Value<string>,
    personKey: Value<string>,
    service: Value<string>,
    amount: Value<string>,
  ) =>
    queries
      .insert(dayUsage)
      .select(
        sql`select ${contractId}::text, ${day}::text, holder, ${service}::text, ${amount}::bigint from (values (${personKey}), (${wholeContract})) as holders (holder)`,
      )
      .onConflictDoUpdate({
        target: [dayUsage.contractId, dayUsage.day, dayUsage.holder, dayUsage.service],
        set: { used: sql`${dayUsage.used} + excluded.used` },
      }),
);

/**
 * What all holders of these contracts have used of today's limits in Japan; what has expired counts no more, whether it
 * was swept or not.
 */
export function selectDayUsageOf(queries: Queries, contractIds: readonly string[], now: Instant) {
  const overdue = sql`coalesce((select sum(a.reserved) ${expired(dayUsage.contractId, new Date(now).toISOString())}
      and a.day = ${dayUsage.day} and a.service = ${dayUsage.service}
      and ${dayUsage.holder} in (a.person_key, ${wholeContract})), 0)`;
  const { contractId, holder, service, used } = dayUsage;
  return queries
    .select({
      contractId,
      holder,
      service,
      used: yen(sql`${used} - ${overdue}`).as('used'),
    })
    .from(dayUsage)
    .where(and(among(contractId, contractIds), eq(dayUsage.day, japanDay(now))));
}

/** @param holder a user's `personKey`, or `wholeContract` */
export function usedBy(
  usage: readonly { readonly holder: string; readonly service: Service; readonly used: Yen }[],
  holder: string,
  service: Service,
): Yen {
  return usage.find((row) => row.holder === holder && row.service === service)?.used ?? zeroYen;
}

/** Keys older than their 7 days. */
export function forgetKeysUntil(queries: Queries, contractId: string, until: Instant) {
  return queries
    .update(authorizations)
    .set({ idempotencyKey: null })
    .where(
      and(
        eq(authorizations.contractId, contractId),
        isNotNull(authorizations.idempotencyKey),
        lte(authorizations.authorizedAt, until),
      ),
    );
}
