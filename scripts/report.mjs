// What the test runs said, counted so that no failure can hide.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where each workspace's run leaves its report. */
export const REPORT = join('test-results', 'vitest.json');

/**
 * What a workspace's run reported. No report, a file that couldn't be loaded or an error outside of any
 * test is a failure of its own.
 *
 * @param {{ directory: string; name: string }} workspace
 */
export async function countTests({ directory, name }) {
  try {
    const report = JSON.parse(await readFile(join(directory, REPORT), 'utf8'));
    const broken = report.testResults.filter(
      (/** @type {{ status: string; assertionResults: { status: string }[] }} */ file) =>
        file.status === 'failed' &&
        !file.assertionResults.some((assertion) => assertion.status === 'failed'),
    ).length;
    const failed = report.numFailedTests + broken;
    const unexplained = failed === 0 && !report.success ? 1 : 0;
    return { name, passed: report.numPassedTests, failed: failed + unexplained, note: '' };
  } catch {
    return { name, passed: 0, failed: 1, note: ' (the run left no report)' };
  }
}
