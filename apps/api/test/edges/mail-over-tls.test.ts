import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeAuthority, selfSigned } from '../harness/certificates.ts';
import { asSuperuser } from '../harness/database.ts';
import { startMailServer, type TestMailServer } from '../harness/mail-server.ts';
import { drained, outbox } from '../harness/mailed.ts';
import { openContract } from '../harness/seed.ts';
import { type Ground, layGround, startHere, startProcess } from '../harness/server.ts';

let ground: Ground;
const open: TestMailServer[] = [];

beforeAll(async () => {
  ground = await layGround({ MAIL_FROM: 'notice@bank.example', MONBAN_MAIL_RETRY_SECONDS: '1' });
});
afterAll(async () => {
  for (const server of open) await server.leave();
  await ground.clear();
});

async function serve(...with_: Parameters<typeof startMailServer>): Promise<TestMailServer> {
  const server = await startMailServer(...with_);
  open.push(server);
  return server;
}

/** What became of a notice, as the outbox has it once it was tried. */
async function triedOn(url: string): Promise<readonly (string | null)[]> {
  const mailing: Ground = { ...ground, env: { ...ground.env, SMTP_URL: url } };
  const server = await startHere(mailing);
  const sql = asSuperuser(ground);
  await openContract(server.url, ground, { notificationAddress: 'first@a.example' });
  await expect.poll(async () => (await outbox(sql)).some(({ tries }) => tries > 0)).toBe(true);
  const tried = await outbox(sql);
  await server.close();
  await sql`update outbox set failed_at = now() where sent_at is null`;
  await sql`update outbox set tries = 0`;
  await sql.end();
  return tried.filter(({ tries }) => tries > 0).map(({ reply }) => reply);
}

describe('R9: notices go to the mail server over TLS that is verified', () => {
  it('none to one whose certificate is its own word', async () => {
    const server = await serve(await selfSigned('mail', { hosts: ['127.0.0.1'] }));
    expect(await triedOn(server.url)).toEqual(['DEPTH_ZERO_SELF_SIGNED_CERT']);
    expect(server.taken).toEqual([]);
  });

  it('none unencrypted to another machine, though that offers nothing better', async () => {
    const server = await serve();
    // This machine under a name that is not known to be its own.
    const url = server.url.replace('127.0.0.1', '[::ffff:127.0.0.1]');
    expect((await triedOn(url))[0]).toMatch(/^E|^5/);
    expect(server.taken).toEqual([]);
  });

  it('all of them to one that an authority of the machine vouches for, and for its own name alone', async () => {
    const authority = await makeAuthority();
    const right = await serve(await authority.issue('mail', { hosts: ['127.0.0.1'] }));
    const wrong = await serve(await authority.issue('mail', { hosts: ['192.0.2.1'] }));
    const file = join(ground.dataDir, 'authority.pem');
    writeFileSync(file, authority.pem);
    const sql = asSuperuser(ground);
    for (const { server, arrives } of [
      { server: wrong, arrives: 0 },
      { server: right, arrives: 1 },
    ]) {
      const env = { SMTP_URL: server.url, NODE_EXTRA_CA_CERTS: file };
      const running = await startProcess(ground, env);
      if (arrives === 0)
        await openContract(running.url, ground, { notificationAddress: 'first@a.example' });
      if (arrives === 0)
        await expect
          .poll(async () => (await outbox(sql)).some(({ tries }) => tries > 0))
          .toBe(true);
      else await drained(sql);
      await running.stop();
      expect(server.taken).toHaveLength(arrives);
    }
    await sql.end();
  });
});
