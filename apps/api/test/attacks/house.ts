import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import postgres from 'postgres';

import { type Client, connect, Fault } from '../harness/client.ts';
import type { Answered } from '../harness/seed.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { type Ground, layGround, startProcess } from '../harness/server.ts';

/** Two server processes on one database, and somebody who watches what they do there. */
export interface House {
  readonly ground: Ground;
  readonly servers: readonly [ServerProcess, ServerProcess];
  /** The database as its superuser sees it: to look, to hold rows, to put faults in the way. */
  readonly sql: postgres.Sql;
  /** A further process like the two. */
  start(): Promise<ServerProcess>;
  /** Waits until `condition` holds, asking again whenever an attempt was reserved or settled. */
  until(condition: () => Promise<boolean>): Promise<void>;
  /** PINs of a person that were compared with what is stored, as the processes' argon2 was asked. */
  compared(person: PersonOf, hashes: readonly StoredHash[]): Promise<number>;
  close(): Promise<void>;
}

export interface PersonOf {
  readonly contractId: string;
  /** `@administrator`, or the user ID in lower case. */
  readonly personKey: string;
}

export type StoredHash = 'registration_hash' | 'logon_hash' | 'confirmation_hash';

/**
 * In the test's own database alone: every mark that is set or taken on a real person is kept beside the rows, with
 * what then weighed on that person – counts and marks together – and somebody is told.
 */
const watching = `
  create table watched (
    number bigint generated always as identity,
    contract_id text not null, person_key text not null, happened text not null, mark text not null, weight integer not null
  );
  create function watch_attempts() returns trigger language plpgsql security definer as $$
  declare
    weight integer := new.wrong_registration + new.wrong_logon + new.wrong_confirmation + new.wrong_one_time_password
      + jsonb_array_length(new.attempts);
  begin
    insert into watched (contract_id, person_key, happened, mark, weight)
      select new.contract_id, new.person_key, 'RESERVED', each ->> 'id', weight from jsonb_array_elements(new.attempts) each
        where not old.attempts @> jsonb_build_array(each);
    insert into watched (contract_id, person_key, happened, mark, weight)
      select new.contract_id, new.person_key, 'SETTLED', each ->> 'id', weight from jsonb_array_elements(old.attempts) each
        where not new.attempts @> jsonb_build_array(each);
    notify watched;
    return null;
  end $$;
  create trigger watch_attempts after update on persons for each row
    when (new.attempts is distinct from old.attempts and new.contract_id not like 'D%') execute function watch_attempts();
`;

/** @param database further settings of the connections, as they stand in an address of PostgreSQL's */
export async function openHouse(
  env: Readonly<Record<string, string>> = {},
  database = '',
): Promise<House> {
  // However many contracts these tests lock from one address.
  const ground = await layGround({ MONBAN_LOCKS_PER_HOUR: '1000', ...env });
  const superuser = new URL(ground.database.superuserUrl);
  superuser.pathname = new URL(ground.database.applicationUrl).pathname;
  const sql = postgres(superuser.href, { max: 4, onnotice: () => undefined });
  await sql.unsafe(watching);

  const comparisons = join(ground.dataDir, 'comparisons');
  writeFileSync(comparisons, '');
  const start = () =>
    startProcess(ground, {
      COMPARISONS_FILE: comparisons,
      NODE_OPTIONS: `--import @oxc-node/core/register --import ${new URL('count-comparisons.ts', import.meta.url).href}`,
      DATABASE_URL: `${ground.database.applicationUrl}${database}`,
    });
  const servers = await Promise.all([start(), start()]);
  const started: ServerProcess[] = [...servers];

  let waiting: (() => void)[] = [];
  await sql.listen('watched', () => {
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  });

  return {
    ground,
    servers,
    sql,
    start: async () => {
      const server = await start();
      started.push(server);
      return server;
    },
    until: async (condition) => {
      for (;;) {
        const next = new Promise<void>((resolve) => waiting.push(resolve));
        if (await condition()) return;
        await next;
      }
    },
    compared: async ({ contractId, personKey }, hashes) => {
      const [stored] = await sql<Record<StoredHash, string | null>[]>`
        select registration_hash, logon_hash, confirmation_hash from persons
        where contract_id = ${contractId} and person_key = ${personKey}`;
      const wanted = hashes.map((column) => stored?.[column] ?? '');
      const asked = readFileSync(comparisons, 'utf8').split('\n');
      return asked.filter((hash) => hash !== '' && wanted.some((each) => each.endsWith(hash)))
        .length;
    },
    close: async () => {
      await Promise.all(started.map((server) => server.stop()));
      await sql.end({ timeout: 5 });
      await ground.clear();
    },
  };
}

/** The same person at the other server, or at both in turn. */
export function at(server: ServerProcess, { cookie }: Client): Client {
  return connect(server.url, cookie === null ? {} : { cookie });
}

/** An answer in one word: the type of a success, or the code of a refusal or a fault. */
export async function word(answer: Promise<Answered>): Promise<string> {
  try {
    const { __typename, code } = await answer;
    return code ?? __typename;
  } catch (fault) {
    if (fault instanceof Fault) return fault.code;
    throw fault;
  }
}

/** How often each word came. */
export function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const each of words) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
