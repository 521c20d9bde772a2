// What the test runs said, counted so that no failure can hide, and each failure named.
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Where each workspace's run leaves its report. */
export const REPORT = join('test-results', 'vitest.json');

/**
 * @typedef {{ status: string; title: string }} Assertion
 * @typedef {{ name: string; status: string; assertionResults: Assertion[] }} TestFile
 */

/**
 * What a workspace's run reported. No report, a file that couldn't be loaded or an error outside of any
 * test is a failure of its own; so there are as many `failures` as have failed, each by its file and title.
 *
 * @param {{ directory: string; name: string }} workspace
 */
export async function countTests({ directory, name }) {
  try {
    const report = JSON.parse(await readFile(join(directory, REPORT), 'utf8'));
    const failures = report.testResults.flatMap((/** @type {TestFile} */ file) =>
      failuresOf(file, relative(directory, file.name)),
    );
    if (failures.length === 0 && !report.success) failures.push('an error outside of every test');
    return { name, passed: report.numPassedTests, failures };
  } catch {
    return { name, passed: 0, failures: ['the run left no report'] };
  }
}

/**
 * @param {TestFile} file
 * @param {string} path
 */
function failuresOf({ status, assertionResults }, path) {
  const failed = assertionResults.filter((assertion) => assertion.status === 'failed');
  if (failed.length > 0) return failed.map(({ title }) => `${path}: ${title}`);
  if (status !== 'failed') return [];
  const left = assertionResults.filter((assertion) => assertion.status !== 'passed').length;
  return [`${path}: the file itself; ${left} of its tests did not run`];
}
