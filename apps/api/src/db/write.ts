import { QueryPromise } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

import { type Channel, driverValues } from './sending.ts';

/** One statement that writes to one table, and from which no row is wanted, with its values, on its way to the database. */
export class Write extends QueryPromise<unknown> {
  readonly table: PgTable;
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly channel: Channel;

  constructor(channel: Channel, table: PgTable, text: string, parameters: readonly unknown[]) {
    super();
    this.channel = channel;
    this.table = table;
    this.text = text;
    this.parameters = parameters;
  }

  override execute(): Promise<unknown> {
    return sent(this.channel, this.text, this.parameters);
  }
}

const joined = new Map<string, string>();

/**
 * Writes as one statement: each that there is costs a message and an answer, here and in the database. They go to as
 * many tables, for all of them see what was there before, and of two to one row only one would happen.
 */
export function together(writes: readonly Write[]): { execute(): Promise<unknown> } {
  const [first] = writes;
  if (first === undefined) throw new Error('There is nothing to write.');
  if (new Set(writes.map(({ table }) => table)).size < writes.length)
    throw new Error('Two writes to one table are two statements.');
  const key = writes.map(({ text }) => text).join(';');
  const text = joined.get(key) ?? join(writes);
  joined.set(key, text);
  return {
    execute: () =>
      sent(
        first.channel,
        text,
        writes.flatMap(({ parameters }) => parameters),
      ),
  };
}

function join(writes: readonly Write[]): string {
  let before = 0;
  const texts = writes.map(({ text, parameters }) => {
    const numbered = text.replaceAll(/\$(\d+)/g, (_, number) => `$${Number(number) + before}`);
    before += parameters.length;
    return numbered;
  });
  const last = texts.pop() ?? '';
  if (texts.length === 0) return last;
  return `with ${texts.map((text, index) => `write_${index} as (${text})`).join(', ')} ${last}`;
}

// In its own turn of the event loop, as every query is sent.
async function sent({ $client }: Channel, text: string, parameters: readonly unknown[]) {
  await $client.unsafe(text, [...driverValues(parameters)]);
}
