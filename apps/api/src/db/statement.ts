import { type Placeholder, QueryPromise, sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';

import type { Channel } from './sending.ts';

/** Writes statements, and has nowhere to send them. */
export const writer: PostgresJsDatabase<Record<string, never>> = drizzle.mock();

/** Texts and bytes go to the database as they are; drizzle encodes nothing that stands in a place of its own. */
export type Sendable = string | Buffer;

/** A value that a statement is built with: the place where it goes. */
export type Value<Sent extends Sendable> = Placeholder<string, Sent>;

export type Values<Sent extends readonly Sendable[]> = {
  readonly [Index in keyof Sent]: Value<Sent[Index]>;
};

/** What drizzle has written, and who knows how to read the answer. */
interface Prepared<Rows> {
  execute(values: Readonly<Record<string, unknown>>): Promise<Rows>;
}

/**
 * A statement whose text is built once: drizzle takes longer to write one than PostgreSQL to answer it. As every
 * query of drizzle's, it starts where it is awaited or executed.
 */
export function statement<Sent extends readonly Sendable[], Rows>(
  build: (
    queries: PostgresJsDatabase<Record<string, never>>,
    ...values: Values<Sent>
  ) => { prepare(name: string): Prepared<Rows> },
): (channel: Channel, ...values: Sent) => QueryPromise<Rows> {
  let prepared: Prepared<Rows> | null = null;
  return (channel, ...values) => {
    prepared ??= build(writer, ...placesOf(values)).prepare('statement');
    return new Statement(prepared, channel, Object.fromEntries(values.entries()));
  };
}

/** Values are found again by their places; that `map` keeps a tuple's length is more than its type says. */
export function placesOf<Sent extends readonly Sendable[]>(values: Sent): Values<Sent> {
  return values.map((_, place) => sql.placeholder(String(place))) as unknown as Values<Sent>;
}

/** A statement with its values, on its way to the database. */
class Statement<Rows> extends QueryPromise<Rows> {
  readonly #prepared: Prepared<Rows>;
  readonly #channel: Channel;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(
    prepared: Prepared<Rows>,
    channel: Channel,
    values: Readonly<Record<string, unknown>>,
  ) {
    super();
    this.#prepared = prepared;
    this.#channel = channel;
    this.#values = values;
  }

  override execute(): Promise<Rows> {
    // Text, fields and joins are the prepared one's; only the way to the database is this query's own.
    const client = { value: this.#channel.$client };
    const own = Object.create(this.#prepared, { client }) as Prepared<Rows>;
    return own.execute(this.#values);
  }
}
