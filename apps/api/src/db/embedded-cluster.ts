import { spawn } from 'node:child_process';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseUser } from './embedded-home.ts';
import { commandOf } from './embedded-owner.ts';

/** What every one of PostgreSQL's processes is started with. */
export interface ClusterPlace {
  readonly home: string;
  readonly native: string;
  readonly user: DatabaseUser | undefined;
}

/** The cluster's files, inside its home. */
export function clusterDirectory(home: string): string {
  return join(home, 'cluster');
}

/** How PostgreSQL's programs are spawned: as the database's user, with nothing of our environment. */
export function spawnOptions({ home, native, user }: ClusterPlace): {
  uid?: number;
  gid?: number;
  cwd: string;
  env: NodeJS.ProcessEnv;
  detached: true;
} {
  return {
    ...user,
    cwd: home,
    env: { LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: join(native, 'lib') },
    // A Ctrl-C in the terminal is for us; we end PostgreSQL when the last request is answered.
    detached: true,
  };
}

/** Makes the cluster if there is none, and ends a server that a killed process left running on it. */
export async function prepareCluster(place: ClusterPlace & { password: string }): Promise<void> {
  const cluster = clusterDirectory(place.home);
  if (await exists(join(cluster, 'PG_VERSION'))) {
    await endOrphan(cluster);
    return;
  }
  // Made beside its place and moved there whole: a start that was interrupted leaves no half cluster.
  const fresh = join(place.home, 'cluster.new');
  const passwordFile = join(place.home, 'initial-password');
  await rm(fresh, { recursive: true, force: true });
  await writeFile(passwordFile, place.password, { mode: 0o600 });
  try {
    if (place.user !== undefined) await chown(passwordFile, place.user.uid, place.user.gid);
    await initialise(place, fresh, passwordFile);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, cluster);
}

async function initialise(place: ClusterPlace, data: string, passwordFile: string): Promise<void> {
  const options = [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  const initdb = spawn(join(place.native, 'bin', 'initdb'), options, {
    ...spawnOptions(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  initdb.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  initdb.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    initdb.once('error', fail).once('close', done);
  });
  if (code !== 0)
    throw new Error(`PostgreSQL's cluster couldn't be made (initdb: ${code}):\n${output}`);
}

/** Seconds we wait for an orphan, for each signal in turn: fast shutdown, immediate shutdown, the end. */
const ENDINGS = [
  ['SIGINT', 15],
  ['SIGQUIT', 5],
  ['SIGKILL', 5],
] as const;

/** The process that serves this very cluster; the number in its lock file may long be somebody else's. */
export async function serverOn(cluster: string): Promise<number | undefined> {
  const lock = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(lock, 10);
  if (!(pid > 1)) return undefined;
  return (await commandOf(pid))?.includes(`-D ${cluster} `) === true ? pid : undefined;
}

async function endOrphan(cluster: string): Promise<void> {
  for (const [signal, seconds] of ENDINGS) {
    for (let tenth = 0; tenth < seconds * 10; tenth += 1) {
      const pid = await serverOn(cluster);
      if (pid === undefined) return;
      if (tenth === 0) process.kill(pid, signal);
      await wait(100);
    }
  }
  throw new Error(`An older PostgreSQL still runs on ${cluster} and can't be ended.`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
