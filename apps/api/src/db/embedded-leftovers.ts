import { readFile, readdir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { clusterDirectory, serverOn } from './embedded-cluster.ts';
import { STAGED_PREFIX, STAGING_ROOT } from './embedded-home.ts';

/**
 * Removes staged data whose origin was a temporary directory that is gone: what a killed test run left.
 * The data of a checkout is never taken for that, for it may have been moved.
 */
export async function removeLeftovers(): Promise<void> {
  const temporary = (await realpath(tmpdir())) + sep;
  const names = await readdir(STAGING_ROOT).catch(() => []);
  for (const name of names.filter((entry) => entry.startsWith(STAGED_PREFIX))) {
    const staged = join(STAGING_ROOT, name);
    if (await isLeftover(staged, temporary)) await rm(staged, { recursive: true, force: true });
  }
}

async function isLeftover(staged: string, temporary: string): Promise<boolean> {
  try {
    if ((await stat(staged)).uid !== process.getuid?.()) return false;
    const origin = await readFile(join(staged, 'origin'), 'utf8');
    if (!origin.startsWith(temporary)) return false;
    const isGone = await stat(origin).then(
      () => false,
      () => true,
    );
    return isGone && (await serverOn(clusterDirectory(join(staged, 'postgres')))) === undefined;
  } catch {
    return false;
  }
}
