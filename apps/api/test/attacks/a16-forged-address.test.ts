import { afterAll, beforeAll, expect, it } from 'vitest';

import { figure } from '../harness/figure.ts';
import { documents, pins } from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';
import { type HeaderLines, sendLines } from '../harness/tls-client.ts';

let ground: Ground;
/** Where we are the trusted proxy, and where another machine is. */
let behindProxy: OwnServer;
let open: OwnServer;
beforeAll(async () => {
  ground = await layGround({
    MONBAN_LOCKS_PER_HOUR: '1',
    MONBAN_ORIGIN: 'https://banking.example',
  });
  const start = (trusted: string): Promise<OwnServer> =>
    startHere({ ...ground, env: { ...ground.env, TRUSTED_PROXY: trusted } });
  behindProxy = await start('127.0.0.1,10.0.0.0/8');
  open = await start('192.0.2.1');
});
afterAll(async () => {
  await Promise.all([behindProxy.close(), open.close()]);
  await ground.clear();
});

/** What a wrong logon is answered: `TRY_AGAIN` to an address that is put off, `400` where nothing is read. */
async function logOn(at: OwnServer, contractId: string, lines: HeaderLines): Promise<string> {
  const input = { contractId, userId: 'Sato', userPin: pins.wrong };
  const answer = await sendLines(
    `${at.url}/graphql`,
    [['content-type', 'application/json'], ['accept-language', 'en'], ...lines],
    { body: JSON.stringify({ query: documents.logOnUser, variables: { input } }) },
  );
  const { data } = (await answer.json()) as { data?: { answer: { code: string } } };
  return data?.answer.code ?? String(answer.status);
}

/** Seven wrong entries for one contract, which puts the address off for all others. */
async function putOff(at: OwnServer, lines: HeaderLines): Promise<void> {
  for (let count = 0; count < 7; count += 1) await logOn(at, '11111111111', lines);
  expect(await logOn(at, '22222222222', lines)).toBe('TRY_AGAIN');
}

const forwarded = (...values: readonly string[]): HeaderLines =>
  values.map((value) => ['X-Forwarded-For', value]);

it('A16, A17: who is put off stays so, whatever they write beside what the proxy says of them', async () => {
  const attacker = '203.0.113.9';
  await putOff(behindProxy, forwarded(attacker));
  const variants: Readonly<Record<string, HeaderLines>> = {
    'another address': forwarded('198.51.100.7'),
    'as it was': forwarded(attacker),
    'an address in front': forwarded(`198.51.100.7, ${attacker}`),
    'ten addresses in front': forwarded(`${'198.51.100.7, '.repeat(10)}${attacker}`),
    'a trusted proxy in front': forwarded(`10.1.2.3, ${attacker}`),
    'a trusted proxy in front and behind': forwarded(`10.1.2.3, ${attacker}, 10.9.9.9`),
    'this machine in front': forwarded(`127.0.0.1, ${attacker}`),
    'itself as IPv4 in IPv6': forwarded(`::ffff:${attacker}`),
    'the same in hex': forwarded('::FFFF:cb00:7109'),
    spaces: forwarded(`  198.51.100.7 ,   ${attacker}  `),
    'a header of its own in front': forwarded('198.51.100.7', attacker),
    'a header of its own behind': forwarded(attacker, '198.51.100.7'),
    'a port': forwarded(`${attacker}:4711`),
    'a word in front': forwarded(`unknown, ${attacker}`),
    'an empty one': forwarded(''),
    'an empty entry': forwarded(`198.51.100.7,, ${attacker}`),
    'a comma at the end': forwarded(`${attacker},`),
    'leading zeros': forwarded('203.000.113.009'),
    Forwarded: [...forwarded(attacker), ['Forwarded', 'for=198.51.100.7']],
    'X-Real-IP': [...forwarded(attacker), ['X-Real-IP', '198.51.100.7']],
    'X-Client-IP': [...forwarded(attacker), ['X-Client-IP', '198.51.100.7']],
    'CF-Connecting-IP': [...forwarded(attacker), ['CF-Connecting-IP', '198.51.100.7']],
    'the name with an underscore': [...forwarded(attacker), ['X_Forwarded_For', '198.51.100.7']],
    'what a bank system says': [...forwarded(attacker), ['Monban-Client-Address', '198.51.100.7']],
  };
  const passed: string[] = [];
  for (const [name, lines] of Object.entries(variants)) {
    const answered = await logOn(behindProxy, '22222222222', lines);
    if (!['TRY_AGAIN', '400'].includes(answered)) passed.push(name);
  }
  figure(
    'A16',
    `addresses from the trusted proxy: ${Object.keys(variants).length} variants, ${passed.length} other than the attacker`,
  );
  expect(passed).toEqual(['another address']);
});

it('A16, A17: past the proxy everybody is who the connection says', async () => {
  await putOff(open, []);
  const variants: readonly HeaderLines[] = [
    forwarded('198.51.100.7'),
    forwarded('192.0.2.1'),
    forwarded('198.51.100.7', '198.51.100.8'),
    forwarded('unknown'),
    [['x-forwarded-for', '198.51.100.7']],
    [['Forwarded', 'for=198.51.100.7']],
    [['X-Real-IP', '198.51.100.7']],
    [['Monban-Client-Address', '198.51.100.7']],
  ];
  const believed: HeaderLines[] = [];
  for (const lines of variants)
    if ((await logOn(open, '22222222222', lines)) !== 'TRY_AGAIN') believed.push(lines);
  figure(
    'A16',
    `addresses from anybody else: ${variants.length} variants, ${believed.length} believed`,
  );
  expect(believed).toEqual([]);
});
