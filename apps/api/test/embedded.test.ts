import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../src/db/embedded.ts';
import { createDatabase, dropDatabase } from '../src/db/embedded-roles.ts';

let dataDir: string;
const running: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'monban-embedded-'));
  // Where we are root, the database's user has to get in.
  await chmod(dataDir, 0o711);
});

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child, 'SIGTERM');
  for (const server of running.splice(0)) await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durable: false, ...options });
  running.push(server);
  return server;
}

async function query<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    return [...(await sql.unsafe<Row[]>(statement))];
  } finally {
    await sql.end();
  }
}

/** Another process that holds the server, as `npm start` does, so that it can be killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; server: EmbeddedPostgres }> {
  const module = JSON.stringify(new URL('../src/db/embedded.ts', import.meta.url).href);
  const script = `const { startEmbeddedPostgres } = await import(${module});
    const server = await startEmbeddedPostgres(${JSON.stringify({ dataDir })});
    console.log(JSON.stringify(server));
    process.on('SIGTERM', async () => { await server.stop(); process.exit(0); });`;
  const child = spawn(
    process.execPath,
    ['--import', '@oxc-node/core/register', '--input-type=module', '--eval', script],
    { cwd: new URL('..', import.meta.url), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  const [line] = await new Promise<string[]>((done, fail) => {
    child.once('exit', (code) => fail(new Error(`ended with ${code}`)));
    createInterface({ input: child.stdout }).once('line', (text) => done([text]));
  });
  return { child, server: JSON.parse(line ?? '') as EmbeddedPostgres };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

const postmasterOf = async (url: string): Promise<number> => {
  const [row] = await query<{ text: string }>(
    url,
    `select pg_read_file('postmaster.pid', 0, 20) as text`,
  );
  return Number.parseInt(row?.text ?? '', 10);
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a first start', () => {
  test('gives PostgreSQL 18 with the code point order that every machine shares', async () => {
    const { ownerUrl } = await start();
    const [version] = await query<{ server_version: string }>(ownerUrl, 'show server_version');
    expect(version?.server_version).toMatch(/^18\./);
    const rows = await query(
      ownerUrl,
      `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    );
    expect(rows).toEqual([{ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' }]);
  });

  test('row-level security holds for the application: its roles own nothing and bypass nothing', async () => {
    const { ownerUrl, applicationUrl, acrossUrl } = await start();
    await query(
      ownerUrl,
      `create table t as select 'a' as contract_id; grant select on t to monban_app, monban_across;
       alter table t enable row level security; alter table t force row level security;
       create policy seen on t for select to monban_across using (true)`,
    );
    expect(await query(applicationUrl, 'select * from t')).toEqual([]);
    expect(await query(acrossUrl, 'select * from t')).toEqual([{ contract_id: 'a' }]);
    const roles = await query(
      ownerUrl,
      `select rolname, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as mighty
       from pg_roles where rolname like 'monban%' order by rolname`,
    );
    expect(roles).toEqual([
      { rolname: 'monban_across', mighty: false },
      { rolname: 'monban_app', mighty: false },
      { rolname: 'monban_owner', mighty: false },
    ]);
    for (const url of [applicationUrl, acrossUrl]) {
      await expect(query(url, 'create table own (id int)')).rejects.toThrow('permission denied');
      await expect(query(url, 'create temp table own (id int)')).rejects.toThrow(
        'permission denied',
      );
    }
  });

  test('nobody else on the machine gets in: loopback only, passwords drawn and kept 0600', async () => {
    const { ownerUrl, superuserUrl } = await start();
    expect(new URL(ownerUrl).hostname).toBe('127.0.0.1');
    const settings = await query(
      superuserUrl,
      `select name, setting from pg_settings
       where name in ('listen_addresses', 'unix_socket_directories') order by name`,
    );
    expect(settings).toEqual([
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'unix_socket_directories', setting: '' },
    ]);
    const wrong = new URL(ownerUrl);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    const { mode } = await stat(join(dataDir, 'postgres-passwords.json'));
    expect(mode & 0o777).toBe(0o600);
  });
});

describe('a later start', () => {
  test('finds the data again under the same passwords', async () => {
    const first = await start({ durable: true });
    await query(first.ownerUrl, 'create table kept as select 7 as n');
    const passwords = await readFile(join(dataDir, 'postgres-passwords.json'), 'utf8');
    await first.stop();
    const second = await start({ durable: true });
    expect(await query(second.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(await readFile(join(dataDir, 'postgres-passwords.json'), 'utf8')).toBe(passwords);
  });

  test('recovers after kill -9 of node: the orphan is ended, what was committed is there', async () => {
    const { child, server } = await startElsewhere();
    const orphan = await postmasterOf(server.superuserUrl);
    await query(server.ownerUrl, 'create table kept as select 7 as n');
    await kill(child, 'SIGKILL');
    expect(isRunning(orphan)).toBe(true);

    const next = await start({ durable: true });
    expect(await postmasterOf(next.superuserUrl)).not.toBe(orphan);
    expect(await query(next.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    await expect(query(server.ownerUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('is refused, and harms nothing, while another process uses the directory', async () => {
    const { child, server } = await startElsewhere();
    await expect(start()).rejects.toThrow(`in use by process ${child.pid}`);
    expect(await query(server.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  });
});

describe('an ending', () => {
  test('after SIGTERM no process of PostgreSQL is left', async () => {
    const { child, server } = await startElsewhere();
    const postmaster = await postmasterOf(server.superuserUrl);
    await kill(child, 'SIGTERM');
    expect(isRunning(postmaster)).toBe(false);
  });

  test('kill -9 of PostgreSQL: it comes back under the same address with what was committed', async () => {
    const { ownerUrl, superuserUrl } = await start({ durable: true });
    await query(ownerUrl, 'create table kept as select 7 as n');
    const killed = await postmasterOf(superuserUrl);
    process.kill(killed, 'SIGKILL');
    await expect
      .poll(() => query(ownerUrl, 'select n from kept').catch(() => 'not yet'))
      .toEqual([{ n: 7 }]);
    expect(await postmasterOf(superuserUrl)).not.toBe(killed);
  });
});

test('where the database’s user can’t enter, the data stands elsewhere, is found again, and is no other checkout’s', async () => {
  await chmod(dataDir, 0o700);
  const first = await start({ durable: true });
  await query(first.ownerUrl, 'create table kept as select 7 as n');
  await first.stop();

  const copied = `${dataDir}-copy`;
  await cp(dataDir, copied, { recursive: true });
  const copy = await start({ dataDir: copied });
  const second = await start({ durable: false });
  expect(await query(second.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  // An ordinary user's data lies in the directory itself, so a copy of that has it too; root's has not.
  const seen = await query(copy.ownerUrl, 'select n from kept').catch(() => 'nothing');
  expect(seen).toEqual(process.getuid?.() === 0 ? 'nothing' : [{ n: 7 }]);
  await copy.stop();
  await rm(copied, { recursive: true });
});

test('what a killed test run left elsewhere goes; a checkout’s data stays, for it may have been moved', async () => {
  const staged = await mkdtemp('/var/tmp/monban-data-');
  await writeFile(join(staged, 'origin'), await realpath(dataDir).then((path) => `${path}-gone`));
  const checkout = await mkdtemp('/var/tmp/monban-data-');
  await writeFile(join(checkout, 'origin'), '/nowhere/monban/.monban');
  await start();
  const left = await Promise.all([staged, checkout].map((path) => stat(path).catch(() => 'gone')));
  // Only root stages anything.
  expect(left.map((entry) => entry === 'gone')).toEqual([process.getuid?.() === 0, false]);
  await rm(staged, { recursive: true, force: true });
  await rm(checkout, { recursive: true });
});

test('each test file has a database of its own, a copy of a migrated one if it likes', async () => {
  const server = await start();
  const template = await createDatabase(server, 'migrated');
  await query(template.ownerUrl, 'create table t as select 1 as n');
  const copy = await createDatabase(server, 'copy', { template: 'migrated' });
  expect(await query(copy.ownerUrl, 'select n from t')).toEqual([{ n: 1 }]);
  await dropDatabase(server, 'copy');
  await expect(query(copy.ownerUrl, 'select 1')).rejects.toThrow('does not exist');
});
