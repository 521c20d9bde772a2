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

/** @param {string} text */
async function report(text) {
  await mkdir(dirname(join(directory, REPORT)), { recursive: true });
  await writeFile(join(directory, REPORT), text);
  const { passed, failed } = await countTests({ directory, name: 'planted' });
  return { passed, failed };
}

/** @param {...string} statuses */
function file(...statuses) {
  return {
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status) => ({ status })),
  };
}

test('what passed and what failed is counted', async () => {
  const testResults = [file('passed', 'passed'), file('passed', 'failed')];
  const text = { numPassedTests: 3, numFailedTests: 1, success: false, testResults };
  expect(await report(JSON.stringify(text))).toEqual({ passed: 3, failed: 1 });
});

test('a run that crashed before its report is a failure, not a zero', async () => {
  const { passed, failed } = await countTests({ directory, name: 'planted' });
  expect({ passed, failed }).toEqual({ passed: 0, failed: 1 });
  expect(await report('{"numPassedTests": 3')).toEqual({ passed: 0, failed: 1 });
});

test('a file that couldn’t be loaded is a failure', async () => {
  const testResults = [file('passed'), { status: 'failed', assertionResults: [] }];
  const text = { numPassedTests: 1, numFailedTests: 0, success: false, testResults };
  expect(await report(JSON.stringify(text))).toEqual({ passed: 1, failed: 1 });
});

test('an error outside of every test is a failure', async () => {
  const testResults = [file('passed')];
  const text = { numPassedTests: 1, numFailedTests: 0, success: false, testResults };
  expect(await report(JSON.stringify(text))).toEqual({ passed: 1, failed: 1 });
});
