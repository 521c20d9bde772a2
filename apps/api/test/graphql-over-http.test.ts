import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditResult, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

let ground: Ground;
let server: OwnServer;
beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

/** What ADR 25 gives a reason for: `572B` and its like, in the order of its table. */
function explained(): readonly string[] {
  const adr = join(import.meta.dirname, '../../../docs/adr/0025-graphql-over-http.md');
  return [...readFileSync(adr, 'utf8').matchAll(/^\| ([0-9A-F]{4}) \|/gm)].map(([, id = '']) => id);
}

test('A client that keeps to GraphQL over HTTP is answered by the letter: the public audit finds no error, and what else it notes is explained', async () => {
  const found: AuditResult[] = [];
  for (const audit of serverAudits({ url: `${server.url}/graphql`, fetchFn: fetch })) {
    found.push(await audit.fn());
  }
  const noted = found.filter(({ status }) => status !== 'ok');
  const count = (status: AuditResult['status']): number =>
    found.filter((one) => one.status === status).length;
  console.log(
    `GraphQL over HTTP: ${found.length} audits, ${count('error')} errors, ` +
      `${count('warn')} warnings, ${count('notice')} notices`,
  );
  expect(noted.filter(({ status }) => status === 'error')).toEqual([]);
  expect(noted.map(({ id }) => id).toSorted()).toEqual(explained().toSorted());
});
