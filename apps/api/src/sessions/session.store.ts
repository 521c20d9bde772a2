import type { Instant } from '@monban/domain/instant';
import { and, eq, ne, sql } from 'drizzle-orm';

import type { Queries } from '../db/client.ts';
import { insertion, writing } from '../db/writes.ts';
import { statement, type Value } from '../db/statement.ts';
import { contracts } from '../db/tables/contracts.ts';
import { persons } from '../db/tables/persons.ts';
import { sessions } from '../db/tables/sessions.ts';

const byHash = (contractId: string | Value<string>, tokenHash: Buffer | Value<Buffer>) =>
  and(eq(sessions.contractId, contractId), eq(sessions.tokenHash, tokenHash));

/** A session with its person and contract, whether it is still live or not. */
export const selectSession = statement(
  (queries, contractId: Value<string>, tokenHash: Value<Buffer>) =>
    queries
      .select({ session: sessions, person: persons, contract: contracts })
      .from(sessions)
      .innerJoin(
        persons,
        and(eq(persons.contractId, sessions.contractId), eq(persons.personKey, sessions.personKey)),
      )
      .innerJoin(contracts, eq(contracts.contractId, sessions.contractId))
      .where(byHash(contractId, tokenHash)),
);

/** The person's session, of which there is at most one, over or not: each that begins deletes the one before. */
export const selectSessionOf = statement(
  (queries, contractId: Value<string>, personKey: Value<string>) =>
    queries
      .select()
      .from(sessions)
      .where(and(eq(sessions.contractId, contractId), eq(sessions.personKey, personKey))),
);

export function selectSessions(queries: Queries, contractId: string) {
  return queries
    .select({ session: sessions, person: persons })
    .from(sessions)
    .innerJoin(
      persons,
      and(eq(persons.contractId, sessions.contractId), eq(persons.personKey, sessions.personKey)),
    )
    .where(eq(sessions.contractId, contractId));
}

const prolonging = writing(
  sessions,
  (queries, contractId: Value<string>, tokenHash: Value<Buffer>, at: Value<string>) =>
    queries
      .update(sessions)
      .set({ lastActAt: sql`${at}::timestamptz` })
      .where(byHash(contractId, tokenHash)),
);

export function prolongSession(
  queries: Queries,
  contractId: string,
  tokenHash: Buffer,
  at: Instant,
) {
  return prolonging(queries, contractId, tokenHash, new Date(at).toISOString());
}

export const insertSession = insertion(sessions);

/** One live session a person: what came before the newest is gone. */
export const deleteOtherSessions = statement(
  (queries, contractId: Value<string>, personKey: Value<string>, kept: Value<string>) =>
    queries
      .delete(sessions)
      .where(
        and(
          eq(sessions.contractId, contractId),
          eq(sessions.personKey, personKey),
          ne(sessions.sessionId, kept),
        ),
      ),
);
