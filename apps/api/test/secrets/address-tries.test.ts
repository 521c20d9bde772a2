import { afterAll, beforeAll, expect, it } from 'vitest';

import { connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import { logOnUser, pins } from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

let ground: Ground;
let server: OwnServer;

beforeAll(async () => {
  ground = await layGround({ MONBAN_LOCKS_PER_HOUR: '3' });
  server = await startHere(ground);
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

/** In this test’s database alone: which locks each try held when it was counted. */
const watching = `
  create table held (locks integer not null);
  create function watch_locks() returns trigger language plpgsql security definer as $$
  begin
    insert into held select count(*) from pg_locks where locktype = 'advisory' and granted and pid = pg_backend_pid();
    return null;
  end $$;
  create trigger watch_locks after insert or update on address_tries for each row execute function watch_locks();
`;

it('A17: tries of one address follow one another: at 200 at once exactly three IDs get seven, and each is counted behind the lock', async () => {
  const sql = asSuperuser(ground);
  await sql.unsafe(watching);
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, each) =>
      logOnUser(connect(server.url), `1000000000${each % 10}`, 'Sato', pins.wrong),
    ),
  );
  const held = await sql<{ locks: number }[]>`select distinct locks from held`;
  const tried = await sql<{ wrong: number }[]>`select wrong from address_tries where wrong >= 7`;
  await sql.end();
  const refused = answers.filter(({ code }) => code === 'LOGON_REFUSED').length;
  figure(
    'A17',
    `200 wrong entries at once for 10 contract IDs: ${refused} taken, ${tried.length} IDs with seven`,
  );
  expect([...held]).toEqual([{ locks: 1 }]);
  expect(tried).toHaveLength(3);
  expect(answers.filter(({ code }) => code === 'TRY_AGAIN')).toHaveLength(200 - refused);
});
