import {
  and,
  eq,
  getTableColumns,
  type InferInsertModel,
  type Placeholder,
  type QueryPromise,
  sql,
} from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

import type { Channel } from './sending.ts';
import { type Prepared, Statement, writer } from './statement.ts';

/** Inserts rows of one table; the text is built once for each choice of columns and number of rows. */
export function insertion<Table extends PgTable>(
  table: Table,
): (channel: Channel, ...rows: readonly InferInsertModel<Table>[]) => QueryPromise<unknown> {
  const known = new Map<string, Prepared<unknown>>();
  return (channel, ...rows) => {
    const placed = rows.map((row, index) => placesIn(row, String(index)));
    const key = placed.map((one) => one.key).join(';');
    let prepared = known.get(key);
    if (prepared === undefined) {
      // Places for the same columns as the rows have.
      const places = placed.map((one) => one.places) as unknown as InferInsertModel<Table>[];
      prepared = writer
        .insert(table)
        .values(places as never)
        .prepare('insertion');
      known.set(key, prepared);
    }
    return new Statement(prepared, channel, Object.assign({}, ...placed.map((one) => one.values)));
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
) => QueryPromise<unknown> {
  const known = new Map<string, Prepared<unknown>>();
  const columns = getTableColumns(table);
  return (channel, at, changes) => {
    const set = placesIn(changes, 'set');
    const where = placesIn(at, 'at');
    let prepared = known.get(set.key);
    if (prepared === undefined) {
      const conditions = keys.map((key) => {
        const column = columns[key];
        if (column === undefined) throw new Error('The table has no such column.');
        return eq(column, where.places[key]);
      });
      prepared = writer
        .update(table)
        .set(set.places as never)
        .where(and(...conditions))
        .prepare('update');
      known.set(set.key, prepared);
    }
    return new Statement(prepared, channel, { ...set.values, ...where.values });
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
