import { request } from 'node:http';

import { documents } from '../harness/seed.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import type { House, PersonOf } from './house.ts';
import { standingOf } from './standing.ts';

/** Makes the 10 seconds of a person's attempts in flight be over. */
export async function overdue({ sql }: House, { contractId, personKey }: PersonOf): Promise<void> {
  await sql`
    update persons
    set attempts = (select jsonb_agg(each || '{"deadline": 1}') from jsonb_array_elements(attempts) each)
    where contract_id = ${contractId} and person_key = ${personKey} and attempts <> '[]'`;
}

/** A row that somebody holds. */
export interface Held {
  /** Waits until somebody else waits for the row. */
  wanted(): Promise<void>;
  /** Ends the connections of those who wait. */
  cutOff(): Promise<void>;
  letGo(): Promise<void>;
}

/** Holds a row – a contract's, or a person's – until it is let go. */
export async function hold(
  { sql }: House,
  table: 'contracts' | 'persons',
  contractId: string,
  personKey?: string,
): Promise<Held> {
  const held = await sql.reserve();
  const person = personKey === undefined ? sql`` : sql`and person_key = ${personKey}`;
  await held`begin`;
  const [own] = await held<{ pid: number }[]>`
    select pg_backend_pid() as pid from ${sql(table)} where contract_id = ${contractId} ${person} for update`;
  if (own === undefined) throw new Error('There is no such row to hold.');
  return {
    wanted: async () => {
      for (;;) {
        const blocked = await sql`
          select 1 from pg_stat_activity
          where wait_event_type = 'Lock' and ${own.pid} = any (pg_blocking_pids(pid))`;
        if (blocked.length > 0) return;
      }
    },
    cutOff: async () => {
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where wait_event_type = 'Lock' and ${own.pid} = any (pg_blocking_pids(pid))`;
    },
    letGo: async () => {
      await held`rollback`;
      held.release();
    },
  };
}

/** Makes the database refuse to write rows of a contract, until it is mended. */
export async function breakWrites(
  { sql }: House,
  contractId: string,
  table: 'persons' | 'history_entries',
  which: string,
): Promise<() => Promise<void>> {
  await sql.unsafe(`
    create or replace function refuse_to_write() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
    create trigger broken before insert or update on ${table} for each row
      when (new.contract_id = '${contractId}' and ${which}) execute function refuse_to_write();
  `);
  return async () => {
    await sql`drop trigger broken on ${sql(table)}`;
  };
}

/** Enters a user's PIN and closes the connection while it is being judged; comes back when it has been. */
export async function enterAndHangUp(
  house: House,
  person: PersonOf,
  server: ServerProcess,
  input: Readonly<Record<string, string>>,
): Promise<void> {
  const held = await hold(house, 'contracts', person.contractId);
  const asking = request(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  asking.on('error', () => undefined);
  asking.end(JSON.stringify({ query: documents.logOnUser, variables: { input } }));
  await held.wanted();
  const closed = new Promise((resolve) => asking.once('close', resolve));
  asking.destroy();
  await closed;
  await held.letGo();
  await house.until(async () => (await standingOf(house, person)).inFlight.length === 0);
}
