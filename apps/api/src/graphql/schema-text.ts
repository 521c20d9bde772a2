import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { isRoot, objectTypes, ruleOf } from './rule.ts';
import { everybody } from './party.ts';

/** The schema as the text of `schema.graphql`: sorted, so that only what changed is a changed line. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** What is missing for the schema to be shown to its clients; nothing, if all is well. */
export function schemaProblems(schema: GraphQLSchema): readonly string[] {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  return [
    ...own.flatMap(undescribed).map((place) => `${place} has no description`),
    ...hiddenButRequired(schema),
  ];
}

function undescribed(type: GraphQLNamedType): readonly string[] {
  return [{ name: type.name, description: type.description }, ...parts(type)]
    .filter(({ description }) => !description?.trim())
    .map(({ name }) => name);
}

interface Part {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function parts(type: GraphQLNamedType): readonly Part[] {
  if (isEnumType(type)) return within(type.name, type.getValues());
  if (isInputObjectType(type)) return within(type.name, Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  return [
    ...within(type.name, fields),
    ...fields.flatMap((field) => within(`${type.name}.${field.name}`, field.args)),
  ];
}

function within(place: string, members: readonly Part[]): readonly Part[] {
  return members.map(({ name, description }) => ({ name: `${place}.${name}`, description }));
}

/** A field that is not open to everyone who sees its parent is nullable (ADR 13). */
function hiddenButRequired(schema: GraphQLSchema): readonly string[] {
  return objectTypes(schema)
    .filter((type) => !isRoot(schema, type))
    .flatMap((type) => {
      const fields = Object.values(type.getFields());
      const seenBy = everybody.filter((who) =>
        fields.some((field) => ruleOf(type, field)?.includes(who)),
      );
      return fields
        .filter(
          (field) =>
            isNonNullType(field.type) && seenBy.some((who) => !ruleOf(type, field)?.includes(who)),
        )
        .map(
          (field) =>
            `${type.name}.${field.name} is not open to everyone who sees its type, so it must be nullable`,
        );
    });
}
