import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const passiveFields: ReadonlySet<string> = new Set(['viewer', '__typename', '__schema', '__type']);
const known = new WeakMap<OperationDefinitionNode, boolean>();

/**
 * Whether an operation is none of a person's acts: at its top it asks for `viewer`, `__typename` and
 * introspection alone. Such a one never prolongs a session (R11, A13).
 */
export function isPassive(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  let passive = known.get(operation);
  if (passive === undefined) {
    passive = rootFields(operation.selectionSet, document).every((name) => passiveFields.has(name));
    known.set(operation, passive);
  }
  return passive;
}

/** The fields at an operation's top as the schema names them, fragments looked into. */
export function rootFields(
  { selections }: SelectionSetNode,
  document: DocumentNode,
): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return rootFields(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION
      ? rootFields(fragment.selectionSet, document)
      : [];
  });
}
