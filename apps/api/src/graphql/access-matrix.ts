import type { GraphQLSchema } from 'graphql';
import { objectTypes, ruleOf } from './rule.ts';
import { everybody, type Party } from './party.ts';

/** People reach their own contract only; a bank token names the contract that it asks about. */
const reach: Readonly<Record<Party, string>> = {
  STRANGER: 'yes',
  USER: 'own',
  ADMINISTRATOR: 'own',
  DESK: 'any',
  TRANSACTIONS: 'any',
  READ: 'any',
  MAIL: 'yes',
};

const heading = [
  '# Who may ask for which field. Emitted from the rules beside the types; committed, so that a right',
  '# that changes is a changed line. own: of the own contract, another answers like one that does not',
  '# exist. any: of the contract that the request names. yes: no contract is asked about. -: refused.',
];

/** Every field and operation × who, sorted, as the text of `access-matrix.txt`. */
export function emitAccessMatrix(schema: GraphQLSchema): string {
  const rows = objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).map((field) => {
      const rule = ruleOf(type, field) ?? [];
      const cells = everybody.map((who) => (rule.includes(who) ? reach[who] : '-'));
      return [`${type.name}.${field.name}`, ...cells];
    }),
  );
  const sorted = rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return `${[...heading, ...aligned([['field', ...everybody], ...sorted])].join('\n')}\n`;
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
