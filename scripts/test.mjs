// npm test: everything, to the end, whatever fails; then one line with the sum.
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './environment.mjs';
import { run } from './processes.mjs';
import { REPORT, countTests } from './report.mjs';

/** What is checked besides the tests themselves; turbo.json says in which order and what each needs. */
const CHECKS = [
  'format',
  'lint',
  'arrows',
  'knip',
  'codegen',
  'schema:check',
  'types',
  'types:scripts',
  'build',
];
const SUMMARIES = join(root, '.turbo', 'runs');

/** @param {{ env: NodeJS.ProcessEnv; options: string[] }} given */
export default async function test({ env }) {
  const tested = await testedWorkspaces();
  await rm(SUMMARIES, { recursive: true, force: true });
  await Promise.all(tested.map(({ directory }) => rm(join(directory, REPORT), { force: true })));
  const { code } = await run(
    'turbo',
    [
      'run',
      ...CHECKS,
      'test:scripts',
      'test',
      '--continue=always',
      '--concurrency=2',
      '--summarize',
    ],
    { env },
  );
  const results = await Promise.all(tested.map(countTests));
  const failedChecks = (await failedTasks()).filter((task) => !/#test(:scripts)?$/.test(task));

  let passed = 0;
  let failed = failedChecks.length;
  console.log();
  for (const result of results) {
    passed += result.passed;
    failed += result.failures.length;
    console.log(`${result.name}: ${result.passed} passed, ${result.failures.length} failed`);
    for (const failure of result.failures) console.log(`  ${failure}`);
  }
  for (const task of failedChecks) console.log(`${task}: failed`);
  // A run that broke in a way nobody counted is still a run that failed.
  if (code !== 0 && failed === 0) failed = 1;
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Every workspace, the root among them, that has tests to run. */
async function testedWorkspaces() {
  const parents = ['packages', 'apps'];
  const nested = await Promise.all(
    parents.map(async (parent) =>
      (await readdir(join(root, parent))).map((name) => join(root, parent, name)),
    ),
  );
  const workspaces = await Promise.all(
    [root, ...nested.flat(), join(root, 'e2e')].map(async (directory) => {
      const manifest = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
      const script = directory === root ? 'test:scripts' : 'test';
      return { directory, name: manifest.name, isTested: script in manifest.scripts };
    }),
  );
  return workspaces.filter(({ isTested }) => isTested);
}

/** The tasks that turbo saw fail. */
async function failedTasks() {
  const files = await readdir(SUMMARIES).catch(() => []);
  const summaries = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(SUMMARIES, file), 'utf8'))),
  );
  return summaries.flatMap((summary) =>
    summary.tasks
      .filter(
        (/** @type {{ execution?: { exitCode?: number } }} */ task) =>
          (task.execution?.exitCode ?? 0) !== 0,
      )
      .map((/** @type {{ taskId: string }} */ task) => task.taskId),
  );
}
