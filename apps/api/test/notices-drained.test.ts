import { afterAll, beforeAll, expect, it } from 'vitest';

import { asSuperuser } from './harness/database.ts';
import { figure } from './harness/figure.ts';
import { startMailServer, type TestMailServer } from './harness/mail-server.ts';
import { contractTelling, drained, judge } from './harness/mailed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

// All 10,000: NOTICES=10000 npx vitest run test/notices-drained.test.ts
const notices = Number(process.env['NOTICES'] ?? 1000);
const contracts = 20;
const addresses = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.jp`);

let mail: TestMailServer;
let ground: Ground;
let server: OwnServer;

beforeAll(async () => {
  mail = await startMailServer();
  ground = await layGround({ SMTP_URL: mail.url, MAIL_FROM: 'notice@bank.example' });
  server = await startHere(ground);
});
afterAll(async () => {
  await server.close();
  await mail.leave();
  await ground.clear();
});

it(
  `A23: ${notices} notices that wait for 100 recipients go out, each once, in order for each`,
  { timeout: 300_000 },
  async () => {
    const sql = asSuperuser(ground);
    const contractIds: string[] = [];
    for (let each = 0; each < contracts; each += 1)
      contractIds.push(await contractTelling(server.url, ground, sql, addresses));
    await drained(sql);
    const before = mail.taken.length;
    const began = performance.now();
    // Nobody announces them: as if their process had been killed after the commit.
    await sql`
      insert into outbox (contract_id, number, address, at, locale, events)
      select contract_id, 1000 + number, address, now(), 'ja', '[{"type":"CARD_DUE","left":5}]'
      from unnest(${contractIds}::text[]) contract_id, unnest(${addresses}::text[]) address,
        generate_series(1, ${notices / (contracts * addresses.length)}::int) number`;
    await drained(sql, 240);
    const seconds = (performance.now() - began) / 1000;
    const judged = await judge(sql, mail);
    await sql.end();
    figure(
      'A23',
      `${notices} notices in ${seconds.toFixed(1)} s, ${Math.round(notices / seconds)} a second: ${JSON.stringify(judged)}`,
    );
    expect(mail.taken.length - before).toBe(notices);
    expect(judged).toMatchObject({ missing: 0, strange: 0, repeated: 0, outOfOrder: 0 });
  },
);
