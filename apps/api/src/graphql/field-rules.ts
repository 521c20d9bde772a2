import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getLocation,
  getNamedType,
  getOperationAST,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type SourceLocation,
} from 'graphql';
import { ruleOf } from './rule.ts';
import type { Party } from './party.ts';

/** Whether a whole operation may run, and if not, which field is in the way. */
export type FieldRulesVerdict = 'OK' | 'UNAUTHENTICATED' | { readonly forbidden: SourceLocation };

const verdicts = new WeakMap<OperationDefinitionNode, Map<string, FieldRulesVerdict>>();

/**
 * Checks every field of an operation against its rule, once and before anything runs (ADR 13). One refused field refuses the whole operation. The verdict is kept
 * with the operation's node, so that a document seen before costs one look-up.
 */
export function checkFieldRules(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  who: ReadonlySet<Party>,
): FieldRulesVerdict {
  const operation = getOperationAST(document, operationName);
  // Without an operation nothing will run; the executor says what is wrong.
  if (!operation) return 'OK';
  let known = verdicts.get(operation);
  if (known === undefined) verdicts.set(operation, (known = new Map()));
  const key = [...who].join();
  let verdict = known.get(key);
  if (verdict === undefined) known.set(key, (verdict = decide(schema, document, operation, who)));
  return verdict;
}

function decide(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  who: ReadonlySet<Party>,
): FieldRulesVerdict {
  const root = schema.getRootType(operation.operation);
  if (!root) return 'OK';
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const refused = firstRefused({ schema, fragments, who }, root, operation.selectionSet);
  if (refused === null) return 'OK';
  if (who.size === 1 && who.has('STRANGER')) return 'UNAUTHENTICATED';
  return { forbidden: locationOf(refused) };
}

interface Check {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly who: ReadonlySet<Party>;
}

function firstRefused(
  check: Check,
  parent: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): FieldNode | null {
  for (const selection of selectionSet.selections) {
    const refused =
      selection.kind === Kind.FIELD
        ? refusedAt(check, parent, selection)
        : selection.kind === Kind.FRAGMENT_SPREAD
          ? refusedIn(check, parent, check.fragments.get(selection.name.value))
          : refusedIn(check, parent, selection);
    if (refused !== null) return refused;
  }
  return null;
}

/** Within a fragment, on the type that it names, else on the one around it. */
function refusedIn(
  check: Check,
  parent: GraphQLCompositeType,
  fragment:
    | (Pick<FragmentDefinitionNode, 'selectionSet'> & {
        readonly typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined;
      })
    | undefined,
): FieldNode | null {
  if (fragment === undefined) return null;
  const named = fragment.typeCondition && check.schema.getType(fragment.typeCondition.name.value);
  const type = isCompositeType(named) ? named : parent;
  return firstRefused(check, type, fragment.selectionSet);
}

function refusedAt(check: Check, parent: GraphQLCompositeType, field: FieldNode): FieldNode | null {
  const name = field.name.value;
  // __typename, __schema and __type: whoever may send documents at all may ask; where introspection
  // is off, validation has refused them.
  if (name.startsWith('__')) return null;
  const definition = 'getFields' in parent ? parent.getFields()[name] : undefined;
  if (definition === undefined || !mayAsk(check, parent, name)) return field;
  const type = getNamedType(definition.type);
  return field.selectionSet && isCompositeType(type)
    ? firstRefused(check, type, field.selectionSet)
    : null;
}

/** On an interface a field is open to whoever may ask for it on each type behind the interface. */
function mayAsk(check: Check, parent: GraphQLCompositeType, name: string): boolean {
  const types = isAbstractType(parent) ? check.schema.getPossibleTypes(parent) : [parent];
  return types.every((type) => {
    const rule = isObjectType(type) ? ruleOf(type, type.getFields()[name]) : null;
    return rule !== null && rule.some((one) => check.who.has(one));
  });
}

function locationOf(field: FieldNode): SourceLocation {
  return field.loc ? getLocation(field.loc.source, field.loc.start) : { line: 1, column: 1 };
}
