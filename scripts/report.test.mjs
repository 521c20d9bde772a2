import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REPORT, countTests } from './report.mjs';

/** @type {string} */
let directory;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'monban-report-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

/**
 * @param {{ success: boolean; numPassedTests: number; testResults: ReturnType<typeof file>[] } | string} written
 */
async function countWritten(written) {
  await mkdir(dirname(join(directory, REPORT)), { recursive: true });
  await writeFile(
    join(directory, REPORT),
    typeof written === 'string' ? written : JSON.stringify(written),
  );
  return countTests({ directory, name: 'planted' });
}

/**
 * @param {string} name
 * @param {Record<string, string>} statuses
 */
function file(name, statuses) {
  const assertionResults = Object.entries(statuses).map(([title, status]) => ({ title, status }));
  const status = assertionResults.some((each) => each.status === 'failed') ? 'failed' : 'passed';
  return { name: join(directory, name), status, assertionResults };
}

test('what passed is counted, and what failed is named', async () => {
  const testResults = [
    file('a.test.ts', { one: 'passed', two: 'passed' }),
    file('b.test.ts', { three: 'passed', four: 'failed' }),
  ];
  const counted = await countWritten({ success: false, numPassedTests: 3, testResults });
  expect(counted).toEqual({ name: 'planted', passed: 3, failures: ['b.test.ts: four'] });
});

test('a run that crashed before its report is a failure, not a zero', async () => {
  const failures = ['the run left no report'];
  expect(await countTests({ directory, name: 'planted' })).toMatchObject({ passed: 0, failures });
  expect(await countWritten('{"numPassedTests": 3')).toMatchObject({ passed: 0, failures });
});

test('a file that couldn’t be loaded, or whose preparation failed, is a failure', async () => {
  const broken = { ...file('b.test.ts', { two: 'skipped' }), status: 'failed' };
  const testResults = [file('a.test.ts', { one: 'passed' }), broken];
  const { passed, failures } = await countWritten({
    success: false,
    numPassedTests: 1,
    testResults,
  });
  expect(passed).toBe(1);
  expect(failures).toEqual(['b.test.ts: the file itself; 1 of its tests did not run']);
});

test('an error outside of every test is a failure', async () => {
  const testResults = [file('a.test.ts', { one: 'passed' })];
  const { failures } = await countWritten({ success: false, numPassedTests: 1, testResults });
  expect(failures).toEqual(['an error outside of every test']);
});
