import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { undeclaredBreaks } from './schema-breaks.ts';

/** Without its descriptions, which break nobody. */
const released = readFileSync(
  join(import.meta.dirname, '../../schema-released.graphql'),
  'utf8',
).replaceAll(/"""[^"]*"""\s*/g, '');

/** The released schema with one thing changed in it. */
function changed(from: RegExp, to: string): ReturnType<typeof buildSchema> {
  const text = released.replace(from, to);
  expect(text, `${from} is not in the schema`).not.toBe(released);
  return buildSchema(text);
}

test.each([
  ['a field is gone', /\n  lastLogonAt: DateTime\n/g, '\n'],
  ['a field may be null that never was', /(\n  temporaryPins: TemporaryPins)!/g, '$1'],
  ['a field is of another type', /\n  totalCount: Int!/g, '\n  totalCount: String!'],
  ['an input demands one more field', /(input LockUserInput \{)/, '$1\n  why: String!'],
  [
    'what may be left out must be given',
    /(input OpenContractInput \{[^}]*?contractId: ContractId)\n/,
    '$1!\n',
  ],
  ['a mutation is gone', /\n  lockUser\([^)]*\): LockUserResult!/, ''],
  ['a mutation has another name', /\n  logOff: /, '\n  signOff: '],
  ['a value of an enumeration is gone', /\n  NOT_ALLOWED_NOW\n/, '\n'],
  [
    'a refusal is none of the answers any more',
    /(union LockUserResult =[^\n]*?) \| WrongPin/,
    '$1',
  ],
  ['an argument has another name', /(\n  user\(\s*)userId/, '$1id'],
])('A client of the last release is broken when %s, and the check says so', (_, from, to) => {
  expect(undeclaredBreaks(released, changed(from, to), [])).not.toEqual([]);
});

test('A client is not broken by what is only added', () => {
  const added = changed(/type Query \{/, 'type Query {\n  news: String\n');
  expect(undeclaredBreaks(released, added, [])).toEqual([]);
});

test('A break that was declared with its reason passes, that one alone, and only while it is one', () => {
  const gone = changed(/\n  logOff: /, '\n  signOff: ');
  const change = 'Mutation.logOff was removed.';
  const reason = 'The word is signOff now.';
  expect(undeclaredBreaks(released, gone, [])[0]).toContain(change);
  expect(undeclaredBreaks(released, gone, [{ change, reason }])).toEqual([]);
  expect(undeclaredBreaks(released, gone, [{ change, reason: ' ' }])).toHaveLength(1);
  const same = buildSchema(released);
  expect(undeclaredBreaks(released, same, [{ change, reason }])[0]).toContain('take it out');
});
