import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

const sources = join(import.meta.dirname, '..', 'src');
const guide = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'docs', 'operating.md'),
  'utf8',
);

const call = /\blog\.(warn|error|fatal)\(((?:'[^']*'|[^',)])*)/g;

/** Levels and events of all log lines that an operator has to look at, as the code writes them. */
function written(): readonly string[] {
  const files = globSync('**/*.ts', { cwd: sources }).filter((file) => !file.endsWith('.test.ts'));
  const lines = files
    .map((file) => readFileSync(join(sources, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(call)])
    .flatMap(([, level, first = '']) =>
      [...first.matchAll(/'([^']*)'/g)].map(([, event]) => `${level}: ${event}`),
    );
  return [...new Set(lines)].toSorted();
}

/** The same, as the table of events has them. */
function explained(): readonly string[] {
  const rows = [...guide.matchAll(/^\| (warn|error|fatal) \| (`[^|]*`) \| ./gm)];
  return rows
    .flatMap(([, level, cell = '']) =>
      [...cell.matchAll(/`([^`]*)`/g)].map(([, event]) => `${level}: ${event}`),
    )
    .toSorted();
}

it('operating.md says of each warning and each error in the log what to do, and of none that isn’t written', () => {
  expect(written().length).toBeGreaterThan(20);
  expect(explained()).toEqual(written());
});
