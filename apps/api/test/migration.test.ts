import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { createDatabase, dropDatabase, type EmbeddedAddresses } from '../src/db/embedded-roles.ts';
import { migrateDatabase } from '../src/db/migrate.ts';

const name = `test_${randomBytes(6).toString('hex')}`;
const contractId = '12345678901';
let database: EmbeddedAddresses;
/** No wall holds for it. */
let sql: postgres.Sql;

beforeAll(async () => {
  database = await createDatabase(inject('postgres'), name);
  const superuser = new URL(database.superuserUrl);
  superuser.pathname = `/${name}`;
  sql = postgres(superuser.href, { max: 1, onnotice: () => undefined });
  await migrateOnly(2);
});
afterAll(async () => {
  await sql.end();
  await dropDatabase(database, name);
});

/** The first migrations alone: a database as an earlier version left it. */
async function migrateOnly(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'monban-migrations-'));
  cpSync(join(import.meta.dirname, '..', 'drizzle'), folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: readonly unknown[] };
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
  await migrate(drizzle(owner), { migrationsFolder: folder });
  await owner.end();
  rmSync(folder, { recursive: true });
}

it('a new version that is started during a backup stops nobody: it gives the tables’ queue up, asks again, and says what is in the way', async () => {
  const backup = await sql.reserve();
  try {
    await backup`begin`;
    // As pg_dump does.
    await backup`lock table contracts, persons, cards, outbox in access share mode`;
    const started = migrateDatabase(database.ownerUrl, { tries: 2, pauseMilliseconds: 0 });
    await expect(started).rejects.toThrow(/another connection holds its tables, as a backup does/);
  } finally {
    await backup`rollback`;
    backup.release();
  }
});

it('R10: a database in which one mailbox stands in two letter cases becomes this version’s: the address in force stays, history and mails that wait are kept, and no card is shown once more', async () => {
  await sql`insert into contracts (contract_id, name, lock_linkage, opened_at) values (${contractId}, 'Yamada', 'LINKED', now())`;
  await sql`insert into notification_addresses (contract_id, address, status, added_at) values
    (${contractId}, 'Office@yamada.example', 'PENDING', '2026-04-01'),
    (${contractId}, 'office@yamada.example', 'IN_FORCE', '2026-04-02'),
    (${contractId}, 'OFFICE@yamada.example', 'PENDING', '2026-04-03'),
    (${contractId}, 'president@yamada.example', 'PENDING', '2026-04-01')`;
  const event = `{"type":"USER_LOGGED_ON", "userId":"Sato"}`;
  await sql`insert into history_entries (contract_id, number, at, operation, actor, event, previous_hash, hash)
    values (${contractId}, 1, now(), 'logOnUser', '{"kind":"USER","userId":"Sato"}', ${event}::text::json, '', '')`;
  await sql`insert into outbox (contract_id, number, address, at, event)
    values (${contractId}, 1, 'office@yamada.example', now(), ${event}::text::json)`;

  await sql`insert into cards (contract_id, card_id, serial, status, issued_at, key_id, salt, uses, challenge_id, challenge_cells)
    values (${contractId}, 'old', '1-1', 'SENT', '2026-04-01', 'c1', '', '{}', 'c', '{}')`;

  await migrateDatabase(database.ownerUrl);

  expect([
    ...(await sql`select address, status from notification_addresses where contract_id = ${contractId} order by 1`),
  ]).toEqual([
    { address: 'office@yamada.example', status: 'IN_FORCE' },
    { address: 'president@yamada.example', status: 'PENDING' },
  ]);
  // The text that a hash was taken over is the same to the letter.
  expect([
    ...(await sql`select event::text as event, event_type, concerns, actor_name from history_entries where contract_id = ${contractId}`),
  ]).toEqual([{ event, event_type: 'USER_LOGGED_ON', concerns: 'sato', actor_name: 'sato' }]);
  expect([...(await sql`select events, locale, origin from outbox`)]).toEqual([
    { events: [{ type: 'USER_LOGGED_ON', userId: 'Sato' }], locale: 'ja', origin: null },
  ]);
  // A card of then was shown when it was issued, and waits for nobody to fetch it.
  expect([...(await sql`select contract_id, secret, card_id from secrets_seen`)]).toEqual([
    { contract_id: contractId, secret: 'CARD', card_id: 'old' },
  ]);
  // The wall stands as before: its owner sees nothing through it.
  const owner = postgres(database.ownerUrl, { max: 1 });
  expect([...(await owner`select address from notification_addresses`)]).toEqual([]);
  expect([...(await owner`select serial from cards`)]).toEqual([]);
  await owner.end();
});
