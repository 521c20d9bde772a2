import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitAccessMatrix } from './graphql/access-matrix.ts';
import { refusalList } from './graphql/refusal-list.ts';
import { assertRules } from './graphql/rule.ts';
import { declaredBreaks, undeclaredBreaks } from './graphql/schema-breaks.ts';
import { schemaProblems, schemaText } from './graphql/schema-text.ts';
import { buildMonbanSchema } from './schema.ts';

// Writes schema.graphql, access-matrix.txt and the list of refusals in docs/integrating.md; with --check
// it only compares, for the tests. With --release the schema as it is becomes what clients may rely on from now on.
const folder = join(import.meta.dirname, '..');
const schema = buildMonbanSchema();
assertRules(schema);
const guide = '../../docs/integrating.md';
const files = [
  ['schema.graphql', schemaText(schema)],
  ['access-matrix.txt', emitAccessMatrix(schema)],
  [guide, withList(read(guide), refusalList(schema))],
] as const;
const released = 'schema-released.graphql';

if (process.argv.includes('--check')) {
  const problems = [
    ...schemaProblems(schema),
    ...files.flatMap(([name, text]) => differenceOf(name, text)),
    ...undeclaredBreaks(read(released), schema, declaredBreaks),
  ];
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} else if (process.argv.includes('--release')) {
  for (const { change, reason } of declaredBreaks) console.log(`${change} ${reason}`);
  writeFileSync(join(folder, released), schemaText(schema));
} else {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  for (const problem of schemaProblems(schema)) console.error(problem);
}

/** The guide with what is generated in it: all between its two marks. */
function withList(text: string, list: string): string {
  const [before, rest = ''] = text.split(/(?<=<!-- generated: .* -->\n)/);
  const after = rest.slice(rest.indexOf('<!-- end of what is generated -->'));
  return `${before}\n${list}\n\n${after}`;
}

function differenceOf(name: string, text: string): readonly string[] {
  const committed = read(name);
  if (committed === text) return [];
  const before = committed.split('\n');
  const line = text.split('\n').findIndex((one, index) => one !== before[index]) + 1;
  return [
    `${name} is not what the code says, from line ${line} on: pnpm --filter @monban/api schema:emit`,
  ];
}

function read(name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return '';
  }
}
