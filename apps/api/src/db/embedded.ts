import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { prepareCluster } from './embedded-cluster.ts';
import { clusterHome, databaseUser, removeCluster } from './embedded-home.ts';
import { removeLeftovers } from './embedded-leftovers.ts';
import { nativeDirectory } from './embedded-native.ts';
import { claimDirectory } from './embedded-owner.ts';
import {
  type EmbeddedAddresses,
  type Passwords,
  createDatabase,
  createRoles,
} from './embedded-roles.ts';
import { runServer } from './embedded-server.ts';

/** A running PostgreSQL of our own, and its database `monban`. */
export interface EmbeddedPostgres extends EmbeddedAddresses {
  /** Ends the server and leaves no process behind; a second call waits for the first. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Where the cluster, its passwords and, if need be, the pointer to it are kept. One process at a time. */
  readonly dataDir: string;
  /** Takes PostgreSQL's own log lines. */
  readonly log?: (line: string) => void;
  /** False only in tests: quicker, not safe against a crash of the machine, and `stop` removes the data. */
  readonly durable?: boolean;
}

/**
 * Starts PostgreSQL 18 out of the npm package, on 127.0.0.1 and a free port, and on the first start
 * creates roles and the empty database `monban`. A server that an earlier, killed process left running
 * is ended first; a server that dies is started again under the same address.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const user = await databaseUser();
  // Root's own files here are 0600 each; the database's user only has to get past them.
  await mkdir(dataDir, { recursive: true, mode: user === undefined ? 0o700 : 0o711 });
  const release = await claimDirectory(dataDir);
  try {
    const home = await clusterHome(dataDir, user);
    if (user !== undefined) await removeLeftovers();
    const native = await nativeDirectory(user);
    const passwords = await keptPasswords(dataDir);
    await prepareCluster({ home, native, user, password: passwords.superuser });
    const server = await runServer({
      home,
      native,
      user,
      durable: options.durable ?? true,
      log: options.log ?? (() => {}),
    });
    try {
      const addresses = await createRoles(server.port, passwords);
      await createDatabase(addresses, 'monban');
      const stopped = once(async () => {
        await server.stop();
        if (options.durable === false) await removeCluster(dataDir, home);
        await release();
      });
      return { ...addresses, stop: stopped };
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    await release();
    throw error;
  }
}

async function keptPasswords(dataDir: string): Promise<Passwords> {
  const file = join(dataDir, 'postgres-passwords.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Passwords;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const draw = (): string => randomBytes(24).toString('base64url');
  const drawn = { superuser: draw(), owner: draw(), application: draw(), across: draw() };
  await writeFile(file, `${JSON.stringify(drawn, null, 2)}\n`, { mode: 0o600 });
  return drawn;
}

function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= act());
}
