import { requestOfNobody } from '@monban/examples/people';
import {
  getNamedType,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** A field that takes a PIN or a one-time password, and an input around it that fits. */
export interface SecretField {
  readonly mutation: string;
  readonly field: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What in that input is a word of the schema's: no text where it stands in the document. */
  readonly words: ReadonlySet<string>;
}

/** Values that the domain takes as well, so that the entry is looked at. */
const values: Readonly<Record<string, unknown>> = {
  contractId: '00000000000',
  userId: 'Sato',
  name: 'Sato',
  address: 'new@yamada.example',
  addresses: 'new@yamada.example',
  code: '123456',
  csv: 'userId,name\nnew,New\n',
  service: 'FUNDS_TRANSFER',
  oneTimePassword: '0000',
  Sha256: 'ab'.repeat(32),
  PemText: requestOfNobody,
  Boolean: false,
  Int: 1,
  Yen: 1,
};

const isSecret = (type: GraphQLInputType): boolean =>
  ['Pin', 'OneTimePassword'].includes(getNamedType(type).name);

/** Every such field of every mutation. */
export function secretFieldsOf(
  schema: GraphQLSchema,
  drawPin: () => string,
): readonly SecretField[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((mutation) => {
    const type = mutation.args[0] === undefined ? null : getNamedType(mutation.args[0].type);
    if (!isInputObjectType(type)) return [];
    const fields = Object.values(type.getFields());
    const words = new Set<string>();
    const input = inputOf(fields, drawPin, words);
    return fields
      .filter((field) => isSecret(field.type))
      .map(({ name }) => ({ mutation: mutation.name, field: name, input, words }));
  });
}

/** All that must be given; a service's word stands wherever one is asked for. */
function inputOf(
  fields: readonly GraphQLInputField[],
  drawPin: () => string,
  words: Set<string>,
): Readonly<Record<string, unknown>> {
  const value = (type: GraphQLInputType, name: string): unknown => {
    if (isNonNullType(type)) return value(type.ofType, name);
    if (isListType(type)) return [value(type.ofType, name)];
    if (isInputObjectType(type)) return inputOf(Object.values(type.getFields()), drawPin, words);
    const known = values[name] ?? values[type.name];
    if (isEnumType(type)) {
      const word = typeof known === 'string' ? known : (type.getValues()[0]?.name ?? '');
      words.add(word);
      return word;
    }
    return known ?? (isSecret(type) ? drawPin() : 'x');
  };
  return Object.fromEntries(
    fields
      // Whom the administrator grants something they name, and the desk doesn't.
      .filter(({ name, type }) => isNonNullType(type) || name === 'userId')
      .map(({ name, type }) => [name, value(type, name)]),
  );
}

/** A value as a document has it; `raw` takes the place of a field's value as it stands. */
export function written(
  value: unknown,
  words: ReadonlySet<string> = new Set(),
  raw: Readonly<Record<string, string>> = {},
): string {
  if (Array.isArray(value)) return `[${value.map((each) => written(each, words)).join(', ')}]`;
  if (typeof value === 'string' && words.has(value)) return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields: Readonly<Record<string, unknown>> = { ...value, ...raw };
  const parts = Object.entries(fields).map(
    ([name, each]) => `${name}: ${name in raw ? String(each) : written(each, words)}`,
  );
  return `{ ${parts.join(', ')} }`;
}
