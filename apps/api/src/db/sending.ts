import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';

import { inTime } from './no-answer.ts';

/** Builds drizzle queries; what runs them stands behind it. */
export type Queries = PostgresJsDatabase<Record<string, never>> & {
  readonly $client: postgres.Sql;
};

/** Where statements whose text is known are sent. */
export interface Channel {
  readonly $client: Pick<postgres.Sql, 'unsafe'>;
}

export type Sent = ReturnType<postgres.Sql['unsafe']>;
/** Sends a statement; it leaves at once, and in order with what else goes the same way. */
export type Send = (query: string, parameters: readonly unknown[]) => Sent;

/** Asked when a statement leaves: whom to tell should nothing come back. */
export type Watched = () => () => void;
const unwatched: Watched = () => () => undefined;

export const prepared = { prepare: true, simple: false } as const;

// drizzle has turned its values into what the driver takes.
export const driverValues = (parameters: readonly unknown[]) =>
  parameters as postgres.ParameterOrJSON<never>[];

/** A sender of ours as drizzle's client: everything is prepared, and leaves at once and in order. */
export function clientOf(
  { options }: postgres.Sql,
  send: Send,
  watched: Watched = unwatched,
): postgres.Sql {
  const client = {
    options,
    unsafe: (query: string, parameters: readonly unknown[]) => {
      const lost = watched();
      const sent = send(query, parameters).execute();
      // drizzle awaits it, or its values.
      return {
        // oxlint-disable-next-line unicorn/no-thenable -- stands for the driver's own query, which is one
        then: (...next: Parameters<Promise<unknown>['then']>) => inTime(sent, lost).then(...next),
        values: () => inTime(sent.values(), lost),
      };
    },
  };
  // drizzle asks no more of its client than `unsafe` and the tables of type parsers.
  return client as unknown as postgres.Sql;
}

export const queriesOn = (sql: postgres.Sql, send: Send, watched?: Watched): Queries =>
  drizzle(clientOf(sql, send, watched));

const scoped = new Map<string, string>();

/**
 * Puts a read into its contract's scope. The lateral join on `scope` makes PostgreSQL set the scope before it looks
 * at a row; should it ever not, row-level security shows nothing.
 */
export function inScope(query: string, parameters: number): string {
  const known = scoped.get(query);
  if (known !== undefined) return known;
  const text =
    `with scope as materialized (select set_config('monban.contract', $${parameters + 1}, true) as contract) ` +
    `select found.* from scope cross join lateral (select rows.* from (${query}) rows where scope.contract is not null offset 0) found`;
  scoped.set(query, text);
  return text;
}
