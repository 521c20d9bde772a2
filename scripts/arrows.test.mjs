// A rule that nothing can break checks nothing: each forbidden arrow is planted in a copy of the tree.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '../.dependency-cruiser.cjs';
import { root } from './environment.mjs';

const run = promisify(execFile);
const bin = join(root, 'node_modules', '.bin');

const users = 'apps/api/src/modules/users';
const features = 'apps/admin-web/src/features';

/** What every plant may point at. */
const TARGETS = {
  [`${users}/plant.store.ts`]: 'export const stored = 1;\n',
  [`${users}/plant-user.ts`]: 'export const planted = 1;\n',
  [`${users}/plant.resolver.ts`]: 'export const resolved = 1;\n',
  'apps/api/src/db/plant.ts': 'export const table = 1;\n',
  'apps/api/test/plant.ts': 'export const seed = 1;\n',
  [`${features}/plant-a/a.ts`]: 'export const a = 1;\n',
  'packages/domain/src/plant.ts': 'export const rule = 1;\n',
};

/** Rule, where its violation is planted, what is imported there. @type {[string, string, string][]} */
const PLANTS = [
  ['domain-is-pure', 'packages/domain/src/planted-io.ts', 'node:fs'],
  ['domain-is-pure', 'packages/domain/src/planted-package.ts', 'fast-check'],
  ['ui-knows-nothing-of-monban', 'packages/ui/src/planted.tsx', '../../domain/src/plant.ts'],
  ['features-stand-alone', `${features}/plant-b/b.ts`, '../plant-a/a.ts'],
  ['resolver-has-no-database', `${users}/planted-db.resolver.ts`, '../../db/plant.ts'],
  ['resolver-has-no-database', `${users}/planted-store.resolver.ts`, './plant.store.ts'],
  ['resolver-has-no-database', `${users}/planted-drizzle.resolver.ts`, 'drizzle-orm'],
  ['store-only-stores', `${users}/planted-graphql.store.ts`, 'type-graphql'],
  ['store-only-stores', `${users}/planted-operation.store.ts`, './plant-user.ts'],
  ['store-only-stores', 'apps/api/src/modules/cards/planted.store.ts', '../users/plant.store.ts'],
  ['operation-knows-neither-wire-nor-sql', `${users}/planted-graphql.ts`, 'type-graphql'],
  ['operation-knows-neither-wire-nor-sql', `${users}/planted-drizzle.ts`, 'drizzle-orm'],
  ['operation-knows-neither-wire-nor-sql', `${users}/planted-sql.ts`, 'postgres'],
  ['type-is-only-a-shape', `${users}/planted-store.type.ts`, './plant.store.ts'],
  ['type-is-only-a-shape', `${users}/planted-operation.type.ts`, './plant-user.ts'],
  ['argon2-only-in-secrets', 'apps/api/src/sessions/planted-argon.ts', 'argon2'],
  ['pins-opened-only-in-secrets', `${users}/planted-pin.ts`, '../../secrets/open-pin.ts'],
  ['environment-only-in-settings', 'apps/api/src/planted-process.ts', 'node:process'],
  ['apps-stand-apart', 'apps/admin-web/src/planted-api.ts', '../../api/src/db/plant.ts'],
  [
    'examples-stand-outside',
    'examples/transfer-system/src/planted-domain.ts',
    '../../../packages/domain/src/plant.ts',
  ],
  ['nothing-imports-tests', 'apps/api/src/planted-seed.ts', '../test/plant.ts'],
  ['no-cycles', 'apps/api/src/planted-one.ts', './planted-two.ts'],
  ['nothing-unresolved', 'apps/api/src/planted-nowhere.ts', './planted-gone.ts'],
];

const ALONE = 'apps/api/src/planted-alone.ts';
const ENVIRONMENT = 'apps/api/src/planted-environment.ts';

/** @type {string} */
let copy;
/** @type {{ rule: string; from: string }[]} */
let violations;

beforeAll(async () => {
  copy = await realpath(await mkdtemp(join(tmpdir(), 'monban-arrows-')));
  for (const workspace of await workspaces()) await copyWorkspace(workspace);
  for (const name of ['.dependency-cruiser.cjs', '.oxlintrc.json']) {
    await cp(join(root, name), join(copy, name));
  }
  for (const [path, text] of Object.entries(TARGETS)) await plant(path, text);
  for (const [, path, target] of PLANTS) await plant(path, `import '${target}';\nexport {};\n`);
  await plant('apps/api/src/planted-two.ts', `import './planted-one.ts';\n`);
  await plant(ALONE, 'export const forgotten = 1;\n');
  await plant(ENVIRONMENT, `export const secret = process.env['MONBAN_KEYS'];\n`);
  violations = await cruise();
});

afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
});

describe('a forbidden arrow is reported', () => {
  test.for(PLANTS)('%s: %s → %s', ([rule, from]) => {
    expect(violations).toContainEqual({ rule, from });
  });

  test('no-orphans: a file that nobody needs', () => {
    expect(violations).toContainEqual({ rule: 'no-orphans', from: ALONE });
  });

  test('the environment is read in settings.ts alone', async () => {
    const { stdout } = await run(join(bin, 'oxlint'), ['--format=unix', ENVIRONMENT], {
      cwd: copy,
    }).catch((/** @type {{ stdout: string }} */ failure) => failure);
    expect(stdout).toContain('no-process-env');
  });

  test('none goes without a plant', () => {
    const planted = new Set([...PLANTS.map(([rule]) => rule), 'no-orphans']);
    const names = (config.forbidden ?? []).map(({ name }) => name ?? 'a rule without a name');
    expect(names.filter((name) => !planted.has(name))).toEqual([]);
  });
});

async function workspaces() {
  const nested = await Promise.all(
    ['packages', 'apps', 'examples'].map(async (parent) =>
      (await readdir(join(root, parent))).map((name) => join(parent, name)),
    ),
  );
  return [...nested.flat(), 'e2e'];
}

/**
 * Sources are copied, packages linked, and our own packages linked to their copies.
 *
 * @param {string} workspace
 */
async function copyWorkspace(workspace) {
  const [from, to] = [join(root, workspace), join(copy, workspace)];
  await cp(from, to, {
    recursive: true,
    filter: (path) =>
      !/\/(node_modules|dist|dist-gallery|test-results|\.turbo|\.monban)$/.test(path),
  });
  const modules = join(from, 'node_modules');
  for (const entry of await readdir(modules)) {
    if (entry.startsWith('.')) continue;
    const names = entry.startsWith('@')
      ? (await readdir(join(modules, entry))).map((name) => join(entry, name))
      : [entry];
    for (const name of names) {
      const real = await realpath(join(modules, name));
      const link = join(to, 'node_modules', name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(entry === '@monban' ? real.replace(root, copy) : real, link);
    }
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
async function plant(path, text) {
  await mkdir(dirname(join(copy, path)), { recursive: true });
  await writeFile(join(copy, path), text);
}

async function cruise() {
  const folders = ['packages', 'apps', 'examples', 'e2e'];
  const { stdout } = await run(
    join(bin, 'depcruise'),
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    { cwd: copy, maxBuffer: 100_000_000 },
  ).catch((/** @type {{ stdout: string }} */ failure) => failure);
  /** @type {{ summary: { violations: { from: string; rule: { name: string } }[] } }} */
  const report = JSON.parse(stdout);
  return report.summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
}
