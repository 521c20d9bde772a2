import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A number from 0 to below `bound`, by chance. */
export type Chance = (bound: number) => number;

/** What may stand for a value, by its name or its type, as literals: one of them is taken. */
export type Pool = Readonly<Record<string, readonly string[]>>;

/** Whether a field is asked for at all. */
export type Wanted = (type: GraphQLObjectType, field: string) => boolean;

/** As deep and as wide as a document may be, and no more (A19). */
const deepest = 6;
const widest = 4;

/**
 * A document as nobody would think of writing it: any fields in any order, under other names, through fragments, with
 * any of the values in any argument and any input field.
 */
export function randomDocument(
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  chance: Chance,
  wanted: Wanted,
  pool: Pool,
): string {
  let names = 0;
  const one = <T>(list: readonly T[]): T | undefined => list[chance(list.length)];

  function value(type: GraphQLInputType, name: string): string {
    if (isNonNullType(type)) return value(type.ofType, name);
    const some = pool[name] ?? pool[getNamedType(type).name];
    if (isListType(type))
      return `[${Array.from({ length: chance(3) }, () => value(type.ofType, name)).join(', ')}]`;
    if (isInputObjectType(type)) return `{ ${given(Object.values(type.getFields())).join(', ')} }`;
    if (some !== undefined) return one(some) ?? 'null';
    if (isEnumType(type)) return one(type.getValues())?.name ?? 'null';
    return 'null';
  }

  /** Of these all that must be given, and of the rest some. */
  function given(inputs: readonly (GraphQLArgument | GraphQLInputField)[]): readonly string[] {
    return inputs
      .filter(({ type }) => isNonNullType(type) || chance(2) === 0)
      .map(({ name, type }) => `${name}: ${value(type, name)}`);
  }

  function selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        wanted(type, field.name) && (depth < deepest || isLeaf(getNamedType(field.type).name)),
    );
    const asked = Array.from({ length: 1 + chance(widest) }, () => one(fields)).map((field) =>
      field === undefined ? '__typename' : written(field, depth),
    );
    return asked.join(' ');
  }

  const isLeaf = (name: string): boolean => {
    const type = schema.getType(name);
    return !isObjectType(type) && !isAbstractType(type);
  };

  function written(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = given(field.args);
    // The same field with other arguments is another answer: it needs another name.
    const alias = args.length > 0 || chance(8) === 0 ? `a${(names += 1)}: ` : '';
    const head = `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
    return `${head}${inside(field, depth + 1)}`;
  }

  function inside(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (isObjectType(type)) {
      const within = selection(type, depth);
      return ` { ${chance(4) === 0 ? `... on ${type.name} { ${within} }` : within} }`;
    }
    if (!isAbstractType(type)) return '';
    const members = schema
      .getPossibleTypes(type)
      .filter((member) => Object.keys(member.getFields()).some((name) => wanted(member, name)));
    // Each under names of its own: members may have the same field in other shapes.
    return ` { __typename ${members
      .filter(() => chance(2) === 0)
      .map((member) => `... on ${member.name} { ${selection(member, depth)} }`)
      .join(' ')} }`;
  }

  const kind = root === schema.getMutationType() ? 'mutation' : 'query';
  // One mutation: two that take a PIN are refused before anything is looked at (A5).
  if (kind === 'mutation') {
    const field = one(Object.values(root.getFields()).filter(({ name }) => wanted(root, name)));
    return field === undefined ? '{ __typename }' : `mutation { ${written(field, 0)} }`;
  }
  return `query { ${selection(root, 0)} }`;
}
