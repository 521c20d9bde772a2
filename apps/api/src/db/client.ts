import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

import { openConnections } from './connections.ts';

/** Builds drizzle queries; what runs them stands behind it. */
export type Queries = PostgresJsDatabase<Record<string, never>> & {
  readonly $client: postgres.Sql;
};

/**
 * One transaction in one contract's scope. Queries that are started in the same turn of the event loop travel
 * together; what needs no answer before the end is handed to {@link Tx.atCommit} and travels with the commit.
 */
export interface Tx {
  readonly queries: Queries;
  /** Runs with the commit, in the order given; any failure rolls everything back. */
  atCommit(query: { execute(): Promise<unknown> }): void;
}

export interface Database {
  /** Reads, each as one statement that sets its own scope: row-level security shows this contract and no other. */
  reading(contractId: string): Queries;
  /** Runs `work` in a transaction of this contract's scope: commits when it resolves, rolls back when it throws. */
  acting<T>(contractId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One statement in a transaction of its own, in this contract's scope: one round trip with its commit. */
  stating<T>(
    contractId: string,
    build: (queries: Queries) => { execute(): Promise<T> },
  ): Promise<T>;
  /** One statement outside every contract's scope. */
  ping(): Promise<void>;
  /** A transaction of the role that sees every contract: sweeps, verification, lists of the desk. */
  across<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How often this process went to the database and waited: the suite holds each operation's cost to it. */
export interface RoundTrips {
  count: number;
}

const scoped = new Map<string, string>();

/**
 * Puts a read into its contract's scope. The lateral join on `scope` makes PostgreSQL set the scope before it looks
 * at a row; should it ever not, row-level security shows nothing.
 */
function inScope(query: string, parameters: number): string {
  const known = scoped.get(query);
  if (known !== undefined) return known;
  const text =
    `with scope as materialized (select set_config('monban.contract', $${parameters + 1}, true) as contract) ` +
    `select found.* from scope cross join lateral (select rows.* from (${query}) rows where scope.contract is not null offset 0) found`;
  scoped.set(query, text);
  return text;
}

type Sent = ReturnType<postgres.Sql['unsafe']>;
type Send = (query: string, parameters: readonly unknown[]) => Sent;

const prepared = { prepare: true, simple: false } as const;

// drizzle has turned its values into what the driver takes.
const driverValues = (parameters: readonly unknown[]) =>
  parameters as postgres.ParameterOrJSON<never>[];

/** drizzle on a sender of ours: everything is prepared, and leaves at once and in order. */
function queriesOn({ options }: postgres.Sql, send: Send): Queries {
  const client = {
    options,
    unsafe: (query: string, parameters: readonly unknown[]) => send(query, parameters).execute(),
  };
  // drizzle asks no more of its client than `unsafe` and the tables of type parsers.
  return drizzle(client as unknown as postgres.Sql);
}

function connect(url: string, max: number, lost: () => void): postgres.Sql {
  return postgres(url, {
    max,
    max_lifetime: null,
    connect_timeout: 5,
    // The driver's own backing off grows to 20 seconds, and holds every query of that connection back: after an outage
    // people would wait for nothing.
    backoff: () => 0.05,
    connection: { application_name: 'monban', statement_timeout: 10_000, TimeZone: 'UTC' },
    onnotice: () => undefined,
    onclose: lost,
    // The driver would parse JSON, and its text be lost, which the history's hashes are taken over.
    types: { json: { to: 114, from: [114], serialize: String, parse: (text: string) => text } },
  });
}

/** @param options.connections how many transactions run at once; reads have a few connections of their own */
export function openDatabase(
  url: string,
  {
    connections = 8,
    roundTrips = { count: 0 },
  }: { readonly connections?: number; readonly roundTrips?: RoundTrips } = {},
): Database {
  const readers = connect(url, 4, () => undefined);
  const transactions = openConnections(connections, (lost) => connect(url, 1, lost));

  function transaction<T>(
    opening: readonly (readonly [string, ...string[]])[],
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    return transactions.withOne(async ({ sql, losses }) => {
      const before = losses();
      const counted = countJourneys(roundTrips);
      const command = (text: string) => counted(sql.unsafe(text).execute());
      const send: Send = (query, parameters) =>
        counted(sql.unsafe(query, driverValues(parameters), prepared).execute());
      const opened: Promise<unknown> = Promise.all([
        command('begin'),
        ...opening.map(([query, ...parameters]) => send(query, parameters)),
      ]);
      opened.catch(() => undefined);
      try {
        const last: { execute(): Promise<unknown> }[] = [];
        const result = await work({
          queries: queriesOn(sql, send),
          atCommit: (query) => void last.push(query),
        });
        assertUnbroken(before, losses());
        const writes = last.map((query) => query.execute());
        const [committed] = await Promise.all([command('commit'), opened, ...writes]);
        // Had the connection been lost in between, the rest would have run on a new one, outside a transaction and
        // outside every scope: row-level security lets nothing of it through.
        assertUnbroken(before, losses());
        if (committed.command !== 'COMMIT') throw new Error('the transaction was rolled back');
        return result;
      } catch (fault) {
        await command('rollback').catch(() => undefined);
        throw fault;
      }
    });
  }

  const acting = <T>(contractId: string, work: (tx: Tx) => Promise<T>) =>
    transaction([[`select set_config('monban.contract', $1, true)`, contractId]], work);

  return {
    reading: (contractId) =>
      queriesOn(readers, (query, parameters) => {
        roundTrips.count += 1;
        return readers.unsafe(
          inScope(query, parameters.length),
          driverValues([...parameters, contractId]),
          prepared,
        );
      }),
    acting,
    stating: async <T>(
      contractId: string,
      build: (queries: Queries) => { execute(): Promise<T> },
    ) => {
      const { answer } = await acting(contractId, (tx) => {
        const query = build(tx.queries);
        // In an object, so that the transaction commits without waiting for it.
        const sent = { answer: query.execute() };
        tx.atCommit({ execute: () => sent.answer });
        return Promise.resolve(sent);
      });
      return answer;
    },
    across: (work) => transaction([['set local role monban_across']], work),
    ping: async () => {
      await readers`select 1`;
    },
    close: async () => {
      await Promise.all([readers.end({ timeout: 5 }), transactions.close()]);
    },
  };
}

/** What is sent while an answer is awaited travels on the same journey. */
function countJourneys(roundTrips: RoundTrips): (sent: Sent) => Sent {
  let waiting = 0;
  return (sent) => {
    if (waiting === 0) roundTrips.count += 1;
    waiting += 1;
    const back = () => void (waiting -= 1);
    sent.then(back, back);
    return sent;
  };
}

function assertUnbroken(before: number, now: number): void {
  if (now !== before) throw new Error('the connection was lost in the middle of a transaction');
}
