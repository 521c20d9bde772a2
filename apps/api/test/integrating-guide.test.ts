import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const root = join(import.meta.dirname, '../../..');
const guide = readFileSync(join(root, 'docs/integrating.md'), 'utf8');

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

/** All commands of the guide as they stand there, one after another in one shell. */
function commands(): readonly string[] {
  return [...guide.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = '']) => block);
}

/** `npm run -s monban --` would look after the packages first, under the feet of the other tests. */
const npm = `npm() { shift 4; node --import "$LOADER" apps/api/src/cli.ts "$@"; }`;

function follow(): Promise<{ readonly code: number; readonly out: string }> {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TMPDIR: ground.dataDir,
    MONBAN_URL: server.url,
    MONBAN_DATA_DIR: ground.dataDir,
    LOADER: import.meta.resolve('@oxc-node/core/register'),
  };
  const script = ['set -euo pipefail', npm, ...commands()].join('\n');
  return new Promise((resolve) => {
    execFile('bash', ['-c', script], { cwd: root, env }, (failure, out, error) =>
      resolve({ code: Number(failure?.code ?? 0), out: `${out}${error}` }),
    );
  });
}

test('An engineer who copies the guide’s commands from top to bottom ends with a captured transaction, and has verified its token', async () => {
  expect(commands().length).toBeGreaterThan(10);
  const { code, out } = await follow();
  expect(out).toContain('"__typename": "BankClient"');
  expect(out).toContain('"status": "AUTHORIZED"');
  expect(out).toContain('signature: true');
  expect(out).toContain('"__typename": "AuthorizationCaptured"');
  // Its last line asks by the key what became of it.
  expect(out.slice(out.lastIndexOf('authorizationByKey'))).toContain('"status": "CAPTURED"');
  // No refusal and no error on the way.
  expect(out).not.toMatch(/"errors"|"code"/);
  expect(code).toBe(0);
});
