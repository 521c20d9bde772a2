import { type SQL, sql, type SQLWrapper } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

// Lists go as one parameter. A connection keeps every statement that it has ever prepared: with one text for each
// number of rows, 100 acts on as many sizes held 70 MB in each of the database's processes (A18).

/** Whether a column, or what is made of it, is one of these. */
export function among(column: AnyPgColumn | SQL, values: readonly string[]): SQL {
  return sql`${column} in (select json_array_elements_text(${JSON.stringify(values)}::json))`;
}

/** The same with a place for the rows, each an object in one array of JSON. */
export function givenIn(rows: SQLWrapper | string, columns: string): SQL {
  return sql`json_to_recordset(${rows}::json) as given (${sql.raw(columns)})`;
}

/**
 * Rows to insert or to update from, called `given`.
 * @param columns names as in the rows, and what they are read as: `"personKey" text, number bigint`
 */
export function given(rows: readonly object[], columns: string): SQL {
  return givenIn(JSON.stringify(rows), columns);
}
