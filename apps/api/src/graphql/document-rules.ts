import { hash } from 'node:crypto';
import {
  type DocumentNode,
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  parse,
  type ValueNode,
  visit,
} from 'graphql';
import { documentLimits as limits } from './document-limits.ts';
import { type DocumentShape, type ListSizes, shapeOf } from './document-shape.ts';
import { longTextPaths, type Path } from './long-texts.ts';
import { badUserInput, operationTooLarge, type PublicFault } from './faults.ts';
import { RecentMap } from './recent-map.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Checks what a request asks for before anything of it is validated or run (A5, A19). */
export interface DocumentRules {
  /** What is wrong with it; `null` if nothing is, or if it can't be read: the parser says that. */
  check(query: string, variables: Variables | undefined): PublicFault | null;
}

type Excess = NonNullable<DocumentShape['excess']> | 'tokens';

const excessText: Readonly<Record<Excess, string>> = {
  tokens: `A document may have ${limits.tokens} words and signs.`,
  depth: `Fields may lie ${limits.depth} deep.`,
  introspectionDepth: `Introspection may go ${limits.introspectionDepth} deep.`,
  selections: `A document may have ${limits.selections} fields and fragments, fragments counted each time.`,
  aliases: `A document may have ${limits.aliases} aliases.`,
  directives: `A document may have ${limits.directives} directives.`,
  rootFields: `An operation may have ${limits.rootFields} fields at its top.`,
  listSize: `A list answers at most ${limits.listSize} entries at once.`,
  listEntries: `Lists within lists may come to ${limits.listEntries} entries.`,
  textLength: `A text may have ${limits.textLength} characters.`,
  secretFields: 'An operation may have one field that takes PINs, one-time passwords or PEM.',
};

interface KnownShape extends DocumentShape {
  /** Where in the variables a whole file may stand: its scalar has a length of its own. */
  readonly longTexts: readonly Path[];
}

/** How many documents' shapes are kept. */
const keptShapes = 500;

export function createDocumentRules(schema: GraphQLSchema): DocumentRules {
  const takesSecrets = secretTakingMutations(schema);
  const shapes = new RecentMap<string, KnownShape>(keptShapes);

  return {
    check(query, variables = {}) {
      // By the hash, so that nothing of what was sent is kept.
      const key = hash('sha256', query, 'base64');
      let shape = shapes.get(key);
      if (shape === undefined) {
        const document = read(query);
        if (document === 'TOO_LARGE') return operationTooLarge(excessText.tokens);
        if (document === null) return null;
        shape = { ...shapeOf(document, takesSecrets), longTexts: longTextPaths(schema, document) };
        const longest = longestLiteral(document);
        if (longest > limits.textLength) return textTooLong();
        // A document with texts in it is somebody's data, and comes only once.
        if (longest < 0) shapes.set(key, shape);
      }
      if (shape.excess !== null) return operationTooLarge(excessText[shape.excess]);
      if (longestText(variables, shape.longTexts) > limits.textLength) return textTooLong();
      return checkLists(shape, variables);
    },
  };
}

function read(query: string): DocumentNode | 'TOO_LARGE' | null {
  try {
    return parse(query, { maxTokens: limits.tokens, noLocation: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return /^Syntax Error: (Document|Source) contains more tha[nt] /.test(message)
      ? 'TOO_LARGE'
      : null;
  }
}

function textTooLong(): PublicFault {
  return badUserInput(excessText.textLength);
}

/** The length of the longest text written into the document, -1 if there is none. */
export function longestLiteral(document: DocumentNode): number {
  let longest = -1;
  visit(document, {
    StringValue(node) {
      longest = Math.max(longest, node.value.length);
    },
  });
  return longest;
}

/** By hand rather than by recursion: a body may nest deeper than the stack. */
function longestText(variables: Variables, except: readonly Path[]): number {
  const left: (readonly [value: unknown, except: readonly Path[]])[] = [[variables, except]];
  let longest = 0;
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [value, here] = next;
    if (typeof value === 'string') {
      if (!here.some((path) => path.length === 0)) longest = Math.max(longest, value.length);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) left.push([inner, below(here, name)]);
    }
  }
  return longest;
}

/** What is left of the paths that lead through this name. */
function below(paths: readonly Path[], name: string): readonly Path[] {
  return paths.length === 0
    ? paths
    : paths.filter(([first]) => first === name).map((path) => path.slice(1));
}

function checkLists(shape: DocumentShape, variables: Variables): PublicFault | null {
  let entries = 0;
  for (const { operation, sizes } of shape.lists) {
    const size = sizeOf(sizes, (name) => {
      const declared = operation.variableDefinitions?.find(
        (one) => one.variable.name.value === name,
      );
      return variables[name] === undefined ? numberOf(declared?.defaultValue) : variables[name];
    });
    if (size === 'TOO_LARGE') return operationTooLarge(excessText.listSize);
    if (size === 'NEGATIVE')
      return badUserInput('A list is asked for by how many entries: 0 or more.');
    entries += size;
    if (entries > limits.listEntries) return operationTooLarge(excessText.listEntries);
  }
  return null;
}

/** The product of a list's size and those around it. What isn't a number the schema refuses later. */
function sizeOf(
  sizes: ListSizes,
  variable: (name: string) => unknown,
): number | 'TOO_LARGE' | 'NEGATIVE' {
  let product = 1;
  for (const node of sizes) {
    const first = node.kind === Kind.VARIABLE ? variable(node.name.value) : numberOf(node);
    if (typeof first !== 'number') continue;
    if (first > limits.listSize) return 'TOO_LARGE';
    if (first < 0) return 'NEGATIVE';
    product *= first;
  }
  return product;
}

function numberOf(node: ValueNode | undefined): number | undefined {
  return node?.kind === Kind.INT ? Number(node.value) : undefined;
}

/** Mutations with a PIN or a one-time password anywhere in their input, or a signature, which costs as much to check. */
export function secretTakingMutations(schema: GraphQLSchema): ReadonlySet<string> {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return new Set(
    mutations
      .filter(({ args }) => args.some(({ type }) => holdsSecret(type, new Set())))
      .map(({ name }) => name),
  );
}

function holdsSecret(input: GraphQLInputType, seen: Set<string>): boolean {
  const type = getNamedType(input);
  if (['Pin', 'OneTimePassword', 'PemText'].includes(type.name)) return true;
  if (!isInputObjectType(type) || seen.has(type.name)) return false;
  seen.add(type.name);
  return Object.values(type.getFields()).some((field) => holdsSecret(field.type, seen));
}
