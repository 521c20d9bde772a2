import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';

/** A change that breaks clients, made knowingly. */
export interface DeclaredBreak {
  /** As `schema:check` prints it: `User.name was removed.` */
  readonly change: string;
  /** Why it had to be, and what clients do instead: for the notes of the release. */
  readonly reason: string;
}

/** Declared since the last release. `schema:release` has its clients told, and begins anew. */
export const declaredBreaks: readonly DeclaredBreak[] = [];

/**
 * What the schema would break for clients that were written against the last release, and nobody
 * declared; and what was declared and isn't so. Nothing, if all is well.
 * @param released the text of `schema-released.graphql`
 */
export function undeclaredBreaks(
  released: string,
  schema: GraphQLSchema,
  declared: readonly DeclaredBreak[],
): readonly string[] {
  const breaks = findBreakingChanges(buildSchema(released), schema).map(
    ({ description }) => description,
  );
  const known = declared.map(({ change }) => change);
  return [
    ...breaks
      .filter((change) => !known.includes(change))
      .map(
        (change) =>
          `${change} This breaks clients of the last release (schema-released.graphql): keep the old one beside it, or declare it with a reason in src/graphql/schema-breaks.ts`,
      ),
    ...known
      .filter((change) => !breaks.includes(change))
      .map(
        (change) =>
          `${change} So it is declared in src/graphql/schema-breaks.ts, but it is not so: take it out`,
      ),
    ...declared
      .filter(({ reason }) => reason.trim() === '')
      .map(
        ({ change }) => `${change} It is declared in src/graphql/schema-breaks.ts without a reason`,
      ),
  ];
}
