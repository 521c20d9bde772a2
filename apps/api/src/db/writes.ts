import {
  and,
  eq,
  fillPlaceholders,
  getTableColumns,
  type InferInsertModel,
  type Placeholder,
  type Query,
  sql,
} from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

import type { Channel } from './sending.ts';
import { placesOf, type Sendable, type Values, writer } from './statement.ts';
import { Write } from './write.ts';

/** Inserts rows of one table; the text is built once for each choice of columns and number of rows. */
export function insertion<Table extends PgTable>(
  table: Table,
): (channel: Channel, ...rows: readonly InferInsertModel<Table>[]) => Write {
  const known = new Map<string, Query>();
  return (channel, ...rows) => {
    const placed = rows.map((row, index) => placesIn(row, String(index)));
    const key = placed.map((one) => one.key).join(';');
    let query = known.get(key);
    if (query === undefined) {
      // Places for the same columns as the rows have.
      const places = placed.map((one) => one.places) as unknown as InferInsertModel<Table>[];
      query = writer
        .insert(table)
        .values(places as never)
        .toSQL();
      known.set(key, query);
    }
    const values = Object.assign({}, ...placed.map((one) => one.values)) as Placed['values'];
    return new Write(channel, table, query.sql, fillPlaceholders(query.params, values));
  };
}

/** Changes the one row that `keys` name; the text is built once for each choice of columns. */
export function update<Table extends PgTable, Key extends keyof InferInsertModel<Table> & string>(
  table: Table,
  ...keys: readonly Key[]
): (
  channel: Channel,
  at: Readonly<Record<Key, string>>,
  changes: Partial<InferInsertModel<Table>>,
) => Write {
  const known = new Map<string, Query>();
  const columns = getTableColumns(table);
  return (channel, at, changes) => {
    const set = placesIn(changes, 'set');
    const where = placesIn(at, 'at');
    let query = known.get(set.key);
    if (query === undefined) {
      const conditions = keys.map((key) => {
        const column = columns[key];
        if (column === undefined) throw new Error('The table has no such column.');
        return eq(column, where.places[key]);
      });
      query = writer
        .update(table)
        .set(set.places as never)
        .where(and(...conditions))
        .toSQL();
      known.set(set.key, query);
    }
    const values = { ...set.values, ...where.values };
    return new Write(channel, table, query.sql, fillPlaceholders(query.params, values));
  };
}

/** A write of any other form to one table, its text built once. */
export function writing<Sent extends readonly Sendable[]>(
  table: PgTable,
  build: (
    queries: typeof writer,
    ...values: Values<Sent>
  ) => { toSQL(): Query } | { getQuery(): Query },
): (channel: Channel, ...values: Sent) => Write {
  let query: Query | null = null;
  return (channel, ...values) => {
    if (query === null) {
      const built = build(writer, ...placesOf(values));
      query = 'toSQL' in built ? built.toSQL() : built.getQuery();
    }
    const parameters = fillPlaceholders(query.params, Object.fromEntries(values.entries()));
    return new Write(channel, table, query.sql, parameters);
  };
}

interface Placed {
  /** Which columns, and which of them are null. */
  readonly key: string;
  readonly places: Readonly<Record<string, Placeholder | null>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Null stays in the text: drizzle would encode it as its column encodes a value. */
function placesIn(row: object, prefix: string): Placed {
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  return {
    key: given.map(([name, value]) => (value === null ? `${name}=` : name)).join(),
    places: Object.fromEntries(
      given.map(([name, value]) => [
        name,
        value === null ? null : sql.placeholder(`${prefix}.${name}`),
      ]),
    ),
    values: Object.fromEntries(given.map(([name, value]) => [`${prefix}.${name}`, value])),
  };
}
