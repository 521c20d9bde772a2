import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { documentLimits as limits } from './document-limits.ts';

/** A `first` with those around it, from the outermost in: their product is what the list comes to. */
export type ListSizes = readonly ValueNode[];

/** What there is to know of a document's size before anything else is done with it. */
export interface DocumentShape {
  /** What is too large about it, whatever the variables say; `null` if nothing is. */
  readonly excess: keyof typeof limits | null;
  readonly lists: readonly {
    readonly operation: OperationDefinitionNode;
    readonly sizes: ListSizes;
  }[];
}

interface Tally {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly takesSecrets: ReadonlySet<string>;
  selections: number;
  aliases: number;
  directives: number;
  rootFields: number;
  secretFields: number;
  depth: number;
  introspectionDepth: number;
  readonly lists: ListSizes[];
}

/** Where in a document the walk is. */
interface Place {
  readonly depth: number;
  readonly introspection: boolean;
  readonly mutation: boolean;
  readonly sizes: ListSizes;
}

type Counted =
  | 'selections'
  | 'aliases'
  | 'directives'
  | 'rootFields'
  | 'secretFields'
  | 'depth'
  | 'introspectionDepth';

/** Raised to end a walk: what is too large is known, and cyclic documents have no other end. */
class TooLarge extends Error {
  constructor(readonly limit: Counted) {
    super(limit);
  }
}

/**
 * Walks all operations of a document with their fragments expanded. Cyclic ones end at the limit
 * of selections.
 * @param takesSecrets names of the mutations whose input holds a PIN or a one-time password
 */
export function shapeOf(document: DocumentNode, takesSecrets: ReadonlySet<string>): DocumentShape {
  const tally: Tally = {
    fragments: new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    ),
    takesSecrets,
    selections: 0,
    aliases: 0,
    directives: 0,
    rootFields: 0,
    secretFields: 0,
    depth: 0,
    introspectionDepth: 0,
    lists: [],
  };
  const lists: DocumentShape['lists'][number][] = [];
  try {
    for (const operation of document.definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
      walkOperation(tally, operation);
      lists.push(...tally.lists.splice(0).map((sizes) => ({ operation, sizes })));
    }
  } catch (error) {
    if (error instanceof TooLarge) return { excess: error.limit, lists: [] };
    throw error;
  }
  return { excess: null, lists };
}

function walkOperation(tally: Tally, operation: OperationDefinitionNode): void {
  tally.rootFields = 0;
  tally.secretFields = 0;
  const mutation = operation.operation === OperationTypeNode.MUTATION;
  count(tally, 'directives', operation.directives?.length ?? 0);
  walk(tally, operation.selectionSet, { depth: 0, introspection: false, mutation, sizes: [] });
}

function walk(tally: Tally, { selections }: SelectionSetNode, place: Place): void {
  for (const selection of selections) {
    count(tally, 'selections', 1);
    count(tally, 'directives', selection.directives?.length ?? 0);
    if (selection.kind === Kind.FIELD) walkField(tally, selection, place);
    else if (selection.kind === Kind.INLINE_FRAGMENT) walk(tally, selection.selectionSet, place);
    else {
      const fragment = tally.fragments.get(selection.name.value);
      if (fragment) walk(tally, fragment.selectionSet, place);
    }
  }
}

function walkField(tally: Tally, field: FieldNode, place: Place): void {
  const name = field.name.value;
  if (field.alias) count(tally, 'aliases', 1);
  if (place.depth === 0) {
    count(tally, 'rootFields', 1);
    if (place.mutation && tally.takesSecrets.has(name)) count(tally, 'secretFields', 1);
  }
  const introspection = place.introspection || name === '__schema' || name === '__type';
  const depth = place.depth + 1;
  reach(tally, introspection ? 'introspectionDepth' : 'depth', depth);
  const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  const sizes = first === undefined ? place.sizes : [...place.sizes, first];
  if (first !== undefined) tally.lists.push(sizes);
  if (field.selectionSet)
    walk(tally, field.selectionSet, { ...place, depth, introspection, sizes });
}

function count(tally: Tally, what: Counted, more: number): void {
  reach(tally, what, tally[what] + more);
}

function reach(tally: Tally, what: Counted, value: number): void {
  tally[what] = value;
  if (value > limits[what]) throw new TooLarge(what);
}
