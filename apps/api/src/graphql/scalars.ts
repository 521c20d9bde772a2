import { longestPem } from '@monban/domain/certificate';
import { type Instant } from '@monban/domain/instant';
import { longestImport } from '@monban/domain/import-problem';
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { OneTimePassword as OneTimePasswordValue, Pin as PinValue } from '../secrets/pin.ts';
import { UnfitInput } from './faults.ts';

/**
 * Length caps of texts, in UTF-16 units. Scalars check the JSON kind and these alone; whatever else
 * may be wrong the domain answers, with field, cause and remedy.
 */
export const textCaps = { id: 64, pin: 256, text: 1000 } as const;

/** The first amount that `Yen` can't show. */
const yenEnd = 10 ** 13;

/** Scalars know values from literals and from variables; both go through one function here. */
interface InputOf<T> {
  readonly expected: string;
  /** `undefined` for what doesn't fit. */
  read(value: unknown): T | undefined;
}

function text(cap: number): InputOf<string> {
  return {
    expected: `a text of at most ${cap} characters`,
    read: (value) => (typeof value === 'string' && value.length <= cap ? value : undefined),
  };
}

function textAs<T>(cap: number, wrap: (text: string) => T): InputOf<T> {
  const plain = text(cap);
  return {
    expected: plain.expected,
    read(value) {
      const read = plain.read(value);
      return read === undefined ? undefined : wrap(read);
    },
  };
}

function parsers<T>(input: InputOf<T>): {
  parseValue(value: unknown): T;
  parseLiteral(node: ValueNode): T;
} {
  return {
    parseValue(value) {
      const read = input.read(value);
      if (read === undefined) throw new UnfitInput(input.expected);
      return read;
    },
    parseLiteral(node) {
      const read = input.read(literalValue(node));
      if (read === undefined) throw new UnfitInput(input.expected, node);
      return read;
    },
  };
}

/** A literal as the JSON that it stands for; lists and objects fit no scalar of ours. */
function literalValue(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  return undefined;
}

function outputText(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('A text was to be answered, and was none.');
  return value;
}

/** 契約先ID (R1) */
export const ContractId = new GraphQLScalarType<string, string>({
  name: 'ContractId',
  description: 'A contract’s ID: 11 ASCII digits, as text, since leading zeros count.',
  serialize: outputText,
  ...parsers(text(textCaps.id)),
});

/** 利用者ID (R1) */
export const UserId = new GraphQLScalarType<string, string>({
  name: 'UserId',
  description:
    'A user’s ID within the contract: 1–30 ASCII letters and digits; upper and lower case are the same.',
  serialize: outputText,
  ...parsers(text(textCaps.id)),
});

/** 暗証番号; comes in as a value that can't be printed. */
export const Pin = new GraphQLScalarType<PinValue, never>({
  name: 'Pin',
  description: 'A PIN. Goes in only: no answer, error or log ever holds one.',
  serialize: refuseOutput,
  ...parsers(textAs(textCaps.pin, (value) => PinValue.of(value))),
});

/** ワンタイムパスワード (R7) */
export const OneTimePassword = new GraphQLScalarType<OneTimePasswordValue, never>({
  name: 'OneTimePassword',
  description:
    'The 4 digits read off the customer card, in the order of the challenge. Goes in only.',
  serialize: refuseOutput,
  ...parsers(textAs(textCaps.id, (value) => OneTimePasswordValue.of(value))),
});

/** Whole yen. In, any number passes on to the domain, which says what is wrong with it. */
export const Yen = new GraphQLScalarType<number, number>({
  name: 'Yen',
  description: 'An amount in whole yen: a JSON integer from 0 to 9999999999999.',
  serialize(value) {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= yenEnd) {
      throw new TypeError('An amount was to be answered, and was none.');
    }
    return value;
  },
  ...parsers({
    expected: 'a number',
    read: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  }),
});

/** A moment: milliseconds inside, RFC 3339 outside. */
export const DateTime = new GraphQLScalarType<Instant, string>({
  name: 'DateTime',
  description: 'A moment in RFC 3339, UTC: `2026-11-22T05:05:09.000Z`.',
  serialize(value) {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new TypeError('A moment was to be answered, and was none.');
    }
    return new Date(value).toISOString();
  },
  ...parsers({ expected: 'a moment in RFC 3339, such as 2026-11-22T05:05:09Z', read: readMoment }),
});

/** メールアドレス */
export const EmailAddress = new GraphQLScalarType<string, string>({
  name: 'EmailAddress',
  description: 'A mail address in ASCII, of at most 254 characters.',
  serialize: outputText,
  ...parsers(text(textCaps.text)),
});

/** ハッシュ値 */
export const Sha256 = new GraphQLScalarType<string, string>({
  name: 'Sha256',
  description: 'A SHA-256: 64 hexadecimal digits in lower case.',
  serialize: outputText,
  ...parsers(text(textCaps.text)),
});

/** A whole file; `documentLimits.textLength` lets it pass, and the cap here holds it. */
export const CsvText = new GraphQLScalarType<string, never>({
  name: 'CsvText',
  description: `The text of a CSV file (RFC 4180), of at most ${longestImport} bytes in UTF-8; as a variable, since a document holds no text that long.`,
  serialize: refuseOutput,
  ...parsers({
    expected: `the text of a CSV file of at most ${longestImport} bytes in UTF-8`,
    read: (value) =>
      typeof value === 'string' && Buffer.byteLength(value) <= longestImport ? value : undefined,
  }),
});

/** PEM (RFC 7468): a signing request, a certificate. */
export const PemText = new GraphQLScalarType<string, string>({
  name: 'PemText',
  description: `A text in PEM (RFC 7468), of at most ${longestPem} characters; as a variable, since a document holds no text that long.`,
  serialize: outputText,
  ...parsers({
    expected: `a text in PEM of at most ${longestPem} characters`,
    read: (value) => (typeof value === 'string' && value.length <= longestPem ? value : undefined),
  }),
});

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

function readMoment(value: unknown): Instant | undefined {
  if (typeof value !== 'string' || !rfc3339.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}

/** Reached by nobody: the schema has no such field. Should one be added, it answers an error. */
function refuseOutput(): never {
  throw new TypeError('A secret is never answered.');
}
