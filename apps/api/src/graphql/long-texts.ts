import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInputType,
  Kind,
  type TypeNode,
} from 'graphql';

/** The scalars that take whole files; every other text keeps to `documentLimits.textLength`. */
const longTexts: readonly string[] = ['CsvText', 'PemText'];

/** From the variable's name on: `['csv']`, `['input', 'csv']`. */
export type Path = readonly string[];

/**
 * Where in the variables of a document a long text may stand; nowhere where there are several operations: one may call
 * a file what is a name in the other.
 */
export function longTextPaths(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
): readonly Path[] {
  const [operation, ...others] = definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined || others.length > 0) return [];
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type }) => {
    const named = schema.getType(nameOf(type));
    return isInputType(named) ? pathsIn(named, [variable.name.value], []) : [];
  });
}

function pathsIn(input: GraphQLInputType, path: Path, within: readonly string[]): readonly Path[] {
  const type = getNamedType(input);
  if (longTexts.includes(type.name)) return [path];
  if (!isInputObjectType(type) || within.includes(type.name)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    pathsIn(field.type, [...path, field.name], [...within, type.name]),
  );
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
