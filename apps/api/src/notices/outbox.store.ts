import { unhurriedNotices } from '@monban/domain/notice';
import {
  and,
  asc,
  desc,
  eq,
  gt,
  type InferInsertModel,
  type InferSelectModel,
  isNull,
  sql,
} from 'drizzle-orm';

import type { Queries } from '../db/client.ts';
import { givenIn } from '../db/lists.ts';
import type { Value } from '../db/statement.ts';
import { notificationAddresses } from '../db/tables/contracts.ts';
import { historyEntries, itsEntry, outbox } from '../db/tables/history.ts';
import { persons } from '../db/tables/persons.ts';
import { writing } from '../db/writes.ts';

const columns =
  '"contractId" text, number bigint, address text, at timestamptz, origin text, locale text, events text';

const insertGiven = writing(outbox, (queries, rows: Value<string>) =>
  queries.execute(sql`
    insert into ${outbox} (contract_id, number, address, at, origin, locale, events)
    select "contractId", number, address, at, origin, locale, events::json from ${givenIn(rows, columns)}`),
);

export function insertNotices(
  queries: Queries,
  notices: readonly InferInsertModel<typeof outbox>[],
) {
  const rows = notices.map(({ at, ...notice }) => ({ ...notice, at: new Date(at).toISOString() }));
  return insertGiven(queries, JSON.stringify(rows));
}

/** Notices of all contracts, the newest first, each with what its mail is written with. */
export function selectNotices(queries: Queries, limit: number) {
  return written(queries)
    .orderBy(desc(outbox.at), desc(outbox.number), asc(outbox.address))
    .limit(limit);
}

const waiting = and(isNull(outbox.sentAt), isNull(outbox.failedAt));

/** What waits for one recipient, in the order in which it happened. */
export function selectWaiting(
  queries: Queries,
  contractId: string,
  recipient: string,
  limit: number,
) {
  return written(queries)
    .where(and(eq(outbox.contractId, contractId), eq(outbox.recipient, recipient), waiting))
    .orderBy(asc(outbox.number), asc(outbox.address))
    .limit(limit);
}

/** Contracts behind `after` of which notices wait. */
export function selectWithWaiting(queries: Queries, after: string, limit: number) {
  return queries
    .selectDistinct({ contractId: outbox.contractId })
    .from(outbox)
    .where(and(waiting, gt(outbox.contractId, after)))
    .orderBy(asc(outbox.contractId))
    .limit(limit);
}

/** The name of the one kind of job that there is. */
export const deliverTask = 'deliver';

/**
 * A job for each recipient of the contract for whom something waits; who is told of logons alone comes after everybody
 * else, so that on a bank's busy morning nobody waits to hear of a lock. Where there is one that is to run later, since
 * mail to them was put off, it stays.
 */
export function queueWaiting(queries: Queries, contractId: string) {
  const jobs = sql`select row(
      ${deliverTask}::text, json_build_object('contractId', contract_id, 'recipient', recipient),
      null, null, null, ${deliverTask} || '/' || recipient, case when can_wait then 1 else 0 end, null
    )::graphile_worker.job_spec
    from (select contract_id, recipient,
        bool_and(json_array_length(events) = 1 and events -> 0 ->> 'type' in ${unhurriedNotices}) as can_wait
      from ${outbox} where contract_id = ${contractId} and ${waiting} group by contract_id, recipient) due`;
  return queries.execute(
    sql`select count(*) from graphile_worker.add_jobs(array(${jobs}), job_key_preserve_run_at => true)`,
  );
}

/** The recipient's job, to run in so many seconds. */
export function queueLater(
  queries: Queries,
  { contractId, recipient }: { readonly contractId: string; readonly recipient: string },
  seconds: number,
) {
  return queries.execute(
    sql`select 1 from graphile_worker.add_job(
      ${deliverTask}::text, json_build_object('contractId', ${contractId}::text, 'recipient', ${recipient}::text),
      run_at => now() + make_interval(secs => ${seconds}), job_key => ${`${deliverTask}/${recipient}`}::text)`,
  );
}

type NoticeKey = Pick<InferSelectModel<typeof outbox>, 'contractId' | 'number' | 'address'>;
type Way = Pick<
  InferSelectModel<typeof outbox>,
  'sentAt' | 'failedAt' | 'tries' | 'reply' | 'resentAt'
>;

/** What became of a notice. */
export function updateNotice(queries: Queries, key: NoticeKey, changes: Partial<Way>) {
  return queries
    .update(outbox)
    .set(changes)
    .where(
      and(
        eq(outbox.contractId, key.contractId),
        eq(outbox.number, key.number),
        eq(outbox.address, key.address),
      ),
    );
}

/** With what a mail is written with: who acted, and the address as it now stands, if it is the contract's. */
function written(queries: Queries) {
  return queries
    .select({
      notice: outbox,
      actor: historyEntries.actor,
      recipient: notificationAddresses,
      /** Whether mail to the address was known to come back. */
      bounced:
        sql<boolean>`(${notificationAddresses.bouncedAt} is not null or exists (select 1 from ${persons}
        where ${persons.contractId} = ${outbox.contractId} and ${persons.emailBouncedAt} is not null
          and lower(${persons.email}) = lower(${outbox.address})))`.as('bounced'),
    })
    .from(outbox)
    .leftJoin(historyEntries, itsEntry)
    .leftJoin(
      notificationAddresses,
      and(
        eq(notificationAddresses.contractId, outbox.contractId),
        eq(sql`lower(${notificationAddresses.address})`, sql`lower(${outbox.address})`),
      ),
    );
}
