import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import { everybody, type Party } from './party.ts';

/** Who may ask for a field; any one of these suffices. */
export type FieldRule = readonly Party[];

const key = 'monbanRule';

/**
 * Says who may ask for a type's fields (on its class), or for one field (on the field, its resolver,
 * a query or a mutation), where it differs from its type's. `ANYONE` is everybody, strangers too.
 *
 * ```ts
 * @Rule('USER', 'ADMINISTRATOR', 'DESK')
 * @ObjectType()
 * class User { … }
 * ```
 */
export function Rule(...who: readonly (Party | 'ANYONE')[]): ReturnType<typeof Extensions> {
  const rule = who.includes('ANYONE') ? everybody : everybody.filter((one) => who.includes(one));
  return Extensions({ [key]: rule });
}

/** The rule of a field: its own, else its type's; `null` where neither has one. */
export function ruleOf(
  type: GraphQLObjectType,
  field: Pick<GraphQLField<unknown, unknown>, 'extensions'> | undefined,
): FieldRule | null {
  return readRule(field?.extensions[key]) ?? readRule(type.extensions[key]);
}

/** Throws, with the whole list, unless every field of every object type has a rule. */
export function assertRules(schema: GraphQLSchema): void {
  const missing = objectTypes(schema).flatMap((type) => {
    const fields = Object.values(type.getFields()).filter((field) => ruleOf(type, field) === null);
    const all = readRule(type.extensions[key]) === null && !isRoot(schema, type);
    return all && fields.length > 0 ? [type.name] : fields.map((f) => `${type.name}.${f.name}`);
  });
  if (missing.length > 0) {
    throw new Error(`Say with @Rule(…) who may ask for: ${missing.join(', ')}.`);
  }
}

/** The object types that the schema itself declares, by name. */
export function objectTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

export function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return [schema.getQueryType(), schema.getMutationType()].includes(type);
}

function readRule(value: unknown): FieldRule | null {
  if (!Array.isArray(value)) return null;
  return everybody.filter((who) => value.includes(who));
}
