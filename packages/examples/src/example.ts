/** Who asks, and so which headers go along. */
export type Asker =
  /** Nobody yet: a page before the logon. */
  | 'STRANGER'
  /** The administrator, by the session cookie of the browser. */
  | 'ADMINISTRATOR'
  /** The bank: its desk, or one of its systems. */
  | 'BANK'
  /** Another human at the desk: whoever approves. */
  | 'ANOTHER_CLERK'
  /** A user who was logged on through a bank system. */
  | 'USER';

/** What `{{…}}` stands for: told by an earlier answer, or filled in by hand. */
export type Values = Readonly<Record<string, unknown>>;

export interface Example {
  /** The operation that it shows: a field of Query or Mutation. */
  readonly shows: string;
  /** What happens, in one line. */
  readonly title: string;
  readonly as: Asker;
  readonly document: string;
  /** With `{{…}}` where a value belongs. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The type that a mutation answers when all is well. */
  readonly answers?: string;
  /** What it answers instead where the examples are run one after another, on a fresh server without TLS. */
  readonly answersHere?: string;
  /** Values that its answer tells, by the path below `data`. */
  readonly learns?: Readonly<Record<string, string>>;
}

export interface Chapter {
  readonly title: string;
  /** Runs where `MONBAN_TWO_PERSONS` is on; the others where it is off. */
  readonly needsTwoPersons?: true;
  readonly examples: readonly Example[];
}

interface MutationParts {
  readonly shows: string;
  readonly title: string;
  readonly as: Asker;
  readonly answers: string;
  /** What is asked for of the success. */
  readonly fields: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly learns?: Readonly<Record<string, string>>;
  readonly answersHere?: string;
  /** Refusals that carry more than code and text; `InvalidInput` where nothing is said. */
  readonly more?: readonly string[];
}

/** A mutation as every client should write it: its success, and the refusals in full. */
export function mutation({
  fields,
  input,
  more = ['InvalidInput { problems { path code message } }'],
  ...example
}: MutationParts): Example {
  const name = example.shows.charAt(0).toUpperCase() + example.shows.slice(1);
  const document = `mutation ${name}($input: ${name}Input!) {
  ${example.shows}(input: $input) {
    __typename
    ... on ${example.answers} {
      ${fields}
    }
    ... on Refusal { code message }${more.map((one) => `\n    ... on ${one}`).join('')}
  }
}`;
  return { ...example, document, variables: { input } };
}
