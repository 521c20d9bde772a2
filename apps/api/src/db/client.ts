import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

import { openConnections } from './connections.ts';
import { inTime } from './no-answer.ts';
import { type SharedClient, shareClient } from './shared-client.ts';
import {
  type Channel,
  clientOf,
  driverValues,
  inScope,
  prepared,
  type Queries,
  queriesOn,
  type Send,
} from './sending.ts';
import { createTransaction, type RoundTrips, type Tx } from './transaction.ts';

export type { Channel, Queries } from './sending.ts';
export type { RoundTrips, Tx } from './transaction.ts';

export interface Database {
  /** Reads, each as one statement that sets its own scope: row-level security shows this contract and no other. */
  reading(contractId: string): Queries;
  /**
   * The same for what is found by its primary key. All of it goes over one connection, where many look-ups travel
   * together; so nothing that takes long may go there.
   */
  lookingUp(contractId: string): Channel;
  /** Runs `work` in a transaction of this contract's scope: commits when it resolves, rolls back when it throws. */
  acting<T>(contractId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One statement in a transaction of its own, in this contract's scope: one round trip with its commit. */
  stating<T>(
    contractId: string,
    build: (queries: Queries) => { execute(): Promise<T> },
  ): Promise<T>;
  /** One statement outside every contract's scope. */
  ping(): Promise<void>;
  /** Throws where statements may take as long as they like: then a pooler stands between, and loses what we ask for. */
  assertDirect(): Promise<void>;
  /** A transaction of the role that sees every contract: sweeps, verification, lists of the desk. */
  across<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const pooled =
  'DATABASE_URL leads to a pooler of transactions, which Monban can’t work through: statement_timeout did not arrive. Name PostgreSQL itself, or a pooler of sessions.';

function connect(url: string, max: number, lost: () => void): postgres.Sql {
  const sql = postgres(url, {
    max,
    max_lifetime: null,
    connect_timeout: 5,
    // The driver would ask for the array types on every new connection, and end the process where that connection is
    // lost meanwhile: nobody catches that query's fault (A25). Arrays travel as text, which drizzle writes and reads.
    fetch_types: false,
    // The driver's own backing off grows to 20 seconds, and holds every query of that connection back: after an outage
    // people would wait for nothing.
    backoff: () => 0.05,
    connection: { application_name: 'monban', statement_timeout: 10_000, TimeZone: 'UTC' },
    onnotice: () => undefined,
    onclose: lost,
    // The driver would parse JSON, and its text be lost, which the history's hashes are taken over.
    types: { json: { to: 114, from: [114], serialize: String, parse: (text: string) => text } },
  });
  // Has the driver hand times over as the text that drizzle's columns read.
  drizzle(sql);
  return sql;
}

/** @param options.connections how many transactions run at once; reads have a few connections of their own */
export function openDatabase(
  url: string,
  {
    connections = 8,
    roundTrips = { count: 0 },
    announced = () => undefined,
  }: {
    readonly connections?: number;
    readonly roundTrips?: RoundTrips;
    /** Called with a contract once notices of it were written. */
    readonly announced?: (contractId: string) => void;
  } = {},
): Database {
  const readers = shareClient(() => connect(url, 4, () => undefined));
  const lookUps = shareClient(() => connect(url, 1, () => undefined));
  const own = openConnections(connections, (lost) => connect(url, 1, lost));
  const transaction = createTransaction(own, roundTrips, announced);

  const acting = <T>(contractId: string, work: (tx: Tx) => Promise<T>) =>
    transaction([[`select set_config('monban.contract', $1, true)`, contractId]], work);

  function scopedTo(client: SharedClient, contractId: string): Send {
    return (query, parameters) => {
      roundTrips.count += 1;
      const values = driverValues([...parameters, contractId]);
      return client.sql().unsafe(inScope(query, parameters.length), values, prepared);
    };
  }

  return {
    reading: (contractId) =>
      queriesOn(readers.sql(), scopedTo(readers, contractId), readers.watched),
    lookingUp: (contractId) => ({
      $client: clientOf(lookUps.sql(), scopedTo(lookUps, contractId), lookUps.watched),
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
      const lost = readers.watched();
      await inTime(readers.sql()`select 1`, lost);
    },
    assertDirect: async () => {
      const [row] = await inTime(readers.sql()<{ limit: string }[]>`
        select current_setting('statement_timeout') as limit`);
      if (row?.limit === '0') throw new Error(pooled);
    },
    close: async () => {
      await Promise.all([readers.close(), lookUps.close(), own.close()]);
    },
  };
}
