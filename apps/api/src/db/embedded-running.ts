import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { clusterDirectory } from './embedded-cluster.ts';
import { commandOf } from './embedded-owner.ts';
import { type EmbeddedAddresses, addressesAt, type Passwords } from './embedded-roles.ts';

/**
 * Where the embedded server of a data directory is reached while somebody else runs it; null: nobody does.
 * For the command line, which works beside a running Monban.
 */
export async function findRunningEmbedded(dataDir: string): Promise<EmbeddedAddresses | null> {
  const home = await knownHome(dataDir);
  const lock = await readFile(join(clusterDirectory(home), 'postmaster.pid'), 'utf8').catch(
    () => '',
  );
  // PostgreSQL's own: process, directory, start, port, and more.
  const [pid = '', , , port = ''] = lock.split('\n');
  const command = (await commandOf(Number.parseInt(pid, 10))) ?? '';
  // The number may long be somebody else's.
  if (!command.includes(`-D ${clusterDirectory(home)} `)) return null;
  const passwords = await readFile(join(dataDir, 'postgres-passwords.json'), 'utf8');
  return addressesAt(Number(port), JSON.parse(passwords) as Passwords);
}

/** Inside the data directory, or where its pointer says. */
async function knownHome(dataDir: string): Promise<string> {
  const inside = join(dataDir, 'postgres');
  if (existsSync(inside)) return inside;
  const pointer = await readFile(join(dataDir, 'postgres-location.json'), 'utf8').catch(() => '{}');
  const { directory } = JSON.parse(pointer) as { readonly directory?: string };
  return directory === undefined ? inside : join(directory, 'postgres');
}
