import type { Instant } from '@monban/domain/instant';
import type { ContractStatus } from '@monban/domain/status';
import {
  and,
  asc,
  count,
  gt,
  isNotNull,
  isNull,
  like,
  lte,
  notLike,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';

import type { Queries } from '../../db/client.ts';
import { contracts } from '../../db/tables/contracts.ts';

export interface ContractFilter {
  /** How a contract ID begins, or part of a name; letter case and width make no difference. */
  readonly search: string | null;
  readonly status: ContractStatus | null;
}

/** `contractStatus` of the domain, as conditions: a test holds both to the same answers. */
function inStatus(status: ContractStatus, now: Instant): SQL | undefined {
  const open = or(isNull(contracts.closedAt), gt(contracts.closedAt, now));
  const free = sql`${contracts.locks} = '[]'::jsonb`;
  const conditions: Readonly<Record<ContractStatus, SQL | undefined>> = {
    CLOSED: lte(contracts.closedAt, now),
    LOCKED: and(open, sql`${contracts.locks} <> '[]'::jsonb`),
    AWAITING_REGISTRATION: and(open, free, isNull(contracts.registeredAt)),
    ACTIVE: and(open, free, isNotNull(contracts.registeredAt)),
  };
  return conditions[status];
}

function matching({ search, status }: ContractFilter, now: Instant): SQL | undefined {
  const sought = search?.normalize('NFKC').replace(/[\\%_]/g, '\\$&') ?? null;
  return and(
    // Decoys, which begin with a letter, are nobody's.
    notLike(contracts.contractId, 'D%'),
    status === null ? undefined : inStatus(status, now),
    sought === null
      ? undefined
      : or(
          like(contracts.contractId, `${sought}%`),
          sql`normalize(${contracts.name}, NFKC) ilike ${`%${sought}%`}`,
        ),
  );
}

/** By contract ID, behind `after`: what is opened meanwhile moves nobody to another page. */
export function selectContracts(
  queries: Queries,
  filter: ContractFilter,
  now: Instant,
  after: string | null,
  limit: number,
) {
  return queries
    .select()
    .from(contracts)
    .where(and(matching(filter, now), after === null ? undefined : gt(contracts.contractId, after)))
    .orderBy(asc(contracts.contractId))
    .limit(limit);
}

export function countContracts(queries: Queries, filter: ContractFilter, now: Instant) {
  return queries.select({ count: count() }).from(contracts).where(matching(filter, now));
}
