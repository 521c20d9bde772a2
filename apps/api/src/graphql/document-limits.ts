/**
 * How much one document may ask for (A19). Counted over all its operations, fragments expanded as
 * often as they are spread, so that neither names nor order make a difference.
 */
export const documentLimits = {
  /** Words and signs of the document. */
  tokens: 2000,
  /** Fields within fields; introspection has a depth of its own. */
  depth: 12,
  introspectionDepth: 16,
  /** Fields and fragments. */
  selections: 800,
  /** Fields under another name, `__typename` as well. */
  aliases: 30,
  directives: 30,
  /** Fields at the top of one operation. */
  rootFields: 20,
  /** `first` of one list. */
  listSize: 100,
  /** Entries that lists within lists come to. */
  listEntries: 5000,
  /** One text in variables or literals, in UTF-16 units; a file of users (`CsvText`) has a length of its own. */
  textLength: 1000,
  /** Mutations of one operation that take a PIN or a one-time password (A5). */
  secretFields: 1,
} as const;
