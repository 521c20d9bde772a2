import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isAbstractType,
} from 'graphql';

/** Everybody who may be a caller, in the order of the matrix' columns. */
export const callers = [
  'STRANGER',
  'USER',
  'ADMINISTRATOR',
  'DESK',
  'TRANSACTIONS',
  'READ',
  'MAIL',
] as const;
export type CallerKind = (typeof callers)[number];

/** The committed matrix: `Type.field` × caller, `true` where it may be asked for. */
export type Matrix = ReadonlyMap<string, ReadonlyMap<CallerKind, boolean>>;

export const matrixText = readFileSync(
  join(import.meta.dirname, '..', '..', 'access-matrix.txt'),
  'utf8',
);

export function readMatrix(): Matrix {
  const lines = matrixText.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.slice(1).map((line) => {
      const [field = '', ...cells] = line.split(/\s+/);
      return [
        field,
        new Map(callers.map((caller, column) => [caller, cells[column] !== '-'])),
      ] as const;
    }),
  );
}

/** One field on the way down from a root, and the object type behind it that is looked into. */
interface Step {
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly into: GraphQLObjectType | null;
}

/** A request that asks for one field. */
export interface FieldRequest {
  readonly query: string;
  /** False where a field on the way is closed to the caller already. */
  readonly open: boolean;
}

/** What goes into the arguments of a request, by the name of their type. */
export type Arguments = Readonly<Record<string, string>>;

/**
 * The shortest request for each field of the schema, over fields that the caller may ask for where there is such a
 * way. A mutation that the caller may run is left out by a directive, so that asking does nothing.
 */
export function requestsOf(
  schema: GraphQLSchema,
  matrix: Matrix,
  caller: CallerKind,
  values: Arguments,
): ReadonlyMap<string, FieldRequest> {
  const may = (step: Step): boolean =>
    matrix.get(`${step.parent.name}.${step.field.name}`)?.get(caller) ?? false;
  const open = waysDown(schema, may);
  const all = waysDown(schema, () => true);
  const requests = new Map<string, FieldRequest>();
  for (const [name, way] of all) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    const steps = open.get(name) ?? way;
    for (const field of Object.values(type.getFields())) {
      const last = { parent: type, field, into: null };
      const mine = [...steps, last];
      const runs = mine[0]?.parent === schema.getMutationType() && mine.every(may);
      requests.set(`${type.name}.${field.name}`, {
        query: written(schema, mine, values, runs),
        open: open.has(name),
      });
    }
  }
  return requests;
}

/** The steps to each object type, breadth first. */
function waysDown(
  schema: GraphQLSchema,
  may: (step: Step) => boolean,
): ReadonlyMap<string, readonly Step[]> {
  const ways = new Map<string, readonly Step[]>();
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type != null);
  for (const root of roots) ways.set(root.name, []);
  const queue = [...roots];
  for (let parent = queue.shift(); parent !== undefined; parent = queue.shift()) {
    for (const field of Object.values(parent.getFields())) {
      const type = getNamedType(field.type);
      if (!isCompositeType(type)) continue;
      for (const into of isAbstractType(type) ? schema.getPossibleTypes(type) : [type]) {
        const step = { parent, field, into };
        if (ways.has(into.name) || !may(step)) continue;
        ways.set(into.name, [...(ways.get(parent.name) ?? []), step]);
        queue.push(into);
      }
    }
  }
  return ways;
}

function written(
  schema: GraphQLSchema,
  steps: readonly Step[],
  values: Arguments,
  skipped: boolean,
): string {
  const root = steps[0]?.parent === schema.getMutationType() ? 'mutation' : 'query';
  const selection = steps.reduceRight((inner, { parent, field, into }) => {
    const type = getNamedType(field.type);
    const directive = skipped && parent === schema.getMutationType() ? ' @skip(if: true)' : '';
    const head = `${field.name}${argumentsOf(field, values)}${directive}`;
    if (!isCompositeType(type)) return head;
    const within =
      inner === ''
        ? '__typename'
        : isAbstractType(type) && into !== null
          ? `... on ${into.name} { ${inner} }`
          : inner;
    return `${head} { ${within} }`;
  }, '');
  return `${root} { ${selection} }`;
}

/** One mutation with all that it must be told, and whatever else the test has a value for. */
export function mutationOf(schema: GraphQLSchema, name: string, values: Arguments): string {
  const mutation = schema.getMutationType()?.getFields()[name];
  if (mutation === undefined) throw new Error(`There is no mutation ${name}.`);
  return `mutation { ${name}${argumentsOf(mutation, values)} { __typename ... on Refusal { code message } } }`;
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>, values: Arguments): string {
  const given = args.filter(({ name, type }) => isNonNullType(type) || name in values);
  return given.length === 0
    ? ''
    : `(${given.map(({ name, type }) => `${name}: ${literal(type, name, values)}`).join(', ')})`;
}

/** Something that fits the type; what the test brings for the name or the type goes first. */
function literal(type: GraphQLInputType, name: string, values: Arguments): string {
  if (isNonNullType(type)) return literal(type.ofType, name, values);
  if (isListType(type)) return `[${literal(type.ofType, name, values)}]`;
  if (isEnumType(type)) return values[name] ?? type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || field.name in values,
    );
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, field.name, values)}`).join(', ')} }`;
  }
  const known = values[name] ?? values[type.name];
  if (known !== undefined) return known;
  const moment = '"2026-01-01T00:00:00Z"';
  return { Int: '1', Boolean: 'true', Yen: '1', DateTime: moment }[type.name] ?? '"x"';
}
