// What the documents say is there, is there.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './environment.mjs';

test('a newcomer finds every file of rules in the domain’s map, and nothing in it that is gone', async () => {
  const domain = join(root, 'packages', 'domain');
  const files = (await readdir(join(domain, 'src'), { withFileTypes: true })).flatMap((entry) => {
    if (entry.isDirectory()) return [`${entry.name}/`];
    return entry.name.endsWith('.test.ts') ? [] : [entry.name.replace('.ts', '')];
  });
  const map = await readFile(join(domain, 'README.md'), 'utf8');
  const rows = map.matchAll(/^\| ((?:`[^`]+`(?: · )?)+) \|/gm);
  const named = [...rows].flatMap(([, cell = '']) => cell.replaceAll('`', '').split(' · '));
  expect(named.toSorted()).toEqual(files.toSorted());
});
