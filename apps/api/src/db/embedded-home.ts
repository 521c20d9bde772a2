import { spawnSync } from 'node:child_process';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';

/** Who PostgreSQL runs as, where that isn't the user who started us: PostgreSQL refuses to be root. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where closed directories are staged. Unlike /tmp it outlives a restart of the machine. */
export const STAGING_ROOT = '/var/tmp';

/** How the names of staged data begin. */
export const STAGED_PREFIX = 'monban-data-';

/** `postgres`, else `nobody`, if we are root; undefined if we are an ordinary user. */
export async function databaseUser(): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find(([entry]) => entry === name) ?? [];
    // macOS writes nobody's number as -2.
    if (uid !== undefined && gid !== undefined)
      return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody": start Monban as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether that user gets as far as `path`. Asked of the system: modes alone don't tell about ACLs and mounts. */
export function canEnter(user: DatabaseUser, path: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  });
  return probe.status === 0;
}

/**
 * The directory of the cluster, belonging to the database's user: inside `dataDir`, or, where that user
 * can't enter (a closed home such as /root), staged, with a pointer to it kept in `dataDir`.
 */
export async function clusterHome(
  dataDir: string,
  user: DatabaseUser | undefined,
): Promise<string> {
  if (user === undefined || canEnter(user, dataDir)) {
    return own(join(dataDir, 'postgres'), user);
  }
  const pointer = join(dataDir, 'postgres-location.json');
  const origin = await realpath(dataDir);
  const known = await readPointer(pointer);
  if (known !== undefined && (await belongsTo(known, origin))) return join(known, 'postgres');

  const staged = await mkdtemp(join(STAGING_ROOT, STAGED_PREFIX));
  await chmod(staged, 0o711);
  await writeFile(join(staged, 'origin'), origin, { mode: 0o600 });
  const home = await own(join(staged, 'postgres'), user);
  await writeFile(pointer, `${JSON.stringify({ directory: staged })}\n`, { mode: 0o600 });
  return home;
}

async function own(directory: string, user: DatabaseUser | undefined): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (user !== undefined) await chown(directory, user.uid, user.gid);
  return directory;
}

/** Removes what `clusterHome` made. */
export async function removeCluster(dataDir: string, home: string): Promise<void> {
  await rm(home, { recursive: true, force: true });
  const pointer = join(dataDir, 'postgres-location.json');
  const staged = await readPointer(pointer);
  if (staged === undefined) return;
  await rm(staged, { recursive: true, force: true });
  await rm(pointer, { force: true });
}

async function readPointer(pointer: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(pointer, 'utf8')) as { directory: string }).directory;
  } catch {
    return undefined;
  }
}

/**
 * False for a staged directory that is gone, foreign, or another checkout's of which this one is a copy.
 * A checkout that was moved keeps its data.
 */
async function belongsTo(staged: string, origin: string): Promise<boolean> {
  try {
    if ((await stat(staged)).uid !== process.getuid?.()) return false;
    const known = await readFile(join(staged, 'origin'), 'utf8');
    if (known === origin) return true;
    const isMoved = await stat(known).then(
      () => false,
      () => true,
    );
    if (isMoved) await writeFile(join(staged, 'origin'), origin);
    return isMoved;
  } catch {
    return false;
  }
}
