import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { addressRanges } from '../../src/settings/address-ranges.ts';
import { selfSigned, type TestCertificate } from '../harness/certificates.ts';
import { startTinyServer, type TinyServer } from './tiny-server.ts';

const proxies = '127.0.0.1,10.0.0.0/8,2001:db8::/32';
const ranges = (text: string) => {
  const read = addressRanges.read(text);
  if (read === undefined) throw new Error(`no ranges: ${text}`);
  return read;
};
const query = '{ viewer { __typename } }';

let certificate: TestCertificate;
/** Ours is 127.0.0.1: the proxy of the one, nobody in particular to the other. */
let behindProxy: TinyServer;
let open: TinyServer;
beforeAll(async () => {
  certificate = await selfSigned('Suzuki');
  behindProxy = await startTinyServer({ trustedProxy: ranges(proxies) });
  open = await startTinyServer({ trustedProxy: ranges('10.0.0.0/8') });
});
afterAll(() => Promise.all([behindProxy.close(), open.close()]));
beforeEach(() => {
  behindProxy.lookups.length = 0;
  open.lookups.length = 0;
});

/** Who asks, as it reached whoever decides that; or how the request was refused before. */
async function seen(
  server: TinyServer,
  headers: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string | null>>> {
  const { status, errors, text } = await server.ask({ query }, headers);
  const [lookup] = server.lookups;
  for (const value of Object.values(headers)) expect(text).not.toContain(value || '?');
  if (lookup === undefined)
    return { refused: `${status} ${String(errors[0]?.extensions['code'])}` };
  const { remoteAddress, connectionCertificate, passedOnCertificate } = lookup.request;
  expect(passedOnCertificate).toBeNull();
  return { remoteAddress, connectionCertificate };
}

const refused = { refused: '400 BAD_USER_INPUT' };

describe('A16: what a trusted proxy says of the client counts', () => {
  test('its certificate (RFC 9440) and its address', async () => {
    const headers = { 'client-cert': certificate.clientCert, 'x-forwarded-for': '203.0.113.9' };
    expect(await seen(behindProxy, headers)).toEqual({
      remoteAddress: '203.0.113.9',
      connectionCertificate: certificate.thumbprint,
    });
  });

  test('without the headers the proxy itself asks, with no certificate', async () => {
    expect(await seen(behindProxy, {})).toEqual({
      remoteAddress: '127.0.0.1',
      connectionCertificate: null,
    });
  });

  test.each([
    ['what the client wrote in front of it', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['our own proxies behind it', '203.0.113.9, 10.1.2.3,127.0.0.1', '203.0.113.9'],
    ['a proxy in IPv6 behind it', '203.0.113.9, 2001:DB8::5', '203.0.113.9'],
    ['a proxy of ours written as IPv6', '203.0.113.9, ::ffff:10.1.2.3', '203.0.113.9'],
    ['a proxy of ours that the client wrote', '10.9.9.9, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['its own spelling', '::FFFF:203.0.113.9', '203.0.113.9'],
    ['nobody else: the request began there', '10.9.9.9, 10.1.2.3', '10.9.9.9'],
  ])('the client’s address is told from %s', async (_, forwarded, address) => {
    expect(await seen(behindProxy, { 'x-forwarded-for': forwarded })).toMatchObject({
      remoteAddress: address,
    });
  });

  test.each(['', 'unknown', '203.0.113.9:443', '203.0.113.9,', '[2001:db9::1]', 'a, 203.0.113.9'])(
    'X-Forwarded-For "%s" is refused, not left out',
    async (forwarded) => {
      expect(await seen(behindProxy, { 'x-forwarded-for': forwarded })).toEqual(refused);
    },
  );
});

describe('A16: from anybody else it is as if it had not come', () => {
  test('whatever it says', async () => {
    for (const clientCert of [certificate.clientCert, 'kanari']) {
      open.lookups.length = 0;
      const headers = { 'client-cert': clientCert, 'x-forwarded-for': '203.0.113.9' };
      expect(await seen(open, headers)).toEqual({
        remoteAddress: '127.0.0.1',
        connectionCertificate: null,
      });
    }
  });
});

describe('TRUSTED_PROXY', () => {
  test.each([
    ['10.0.0.1', ['10.0.0.1'], ['10.0.0.2', '203.0.113.9', '']],
    ['10.0.0.0/8, 192.0.2.1', ['10.255.0.1', '192.0.2.1'], ['11.0.0.1', '192.0.2.2']],
    ['2001:db8::/32', ['2001:db8:1::1'], ['2001:db9::1', '10.0.0.1']],
  ])('%s means these machines and no others', (text, those, others) => {
    expect(those.every((one) => ranges(text).includes(one))).toBe(true);
    expect(others.some((one) => ranges(text).includes(one))).toBe(false);
  });

  test.each([
    'proxy.bank.example',
    '10.0.0.1;10.0.0.2',
    '10.0.0.1,',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '::ffff:10.0.0.1',
    '*',
  ])('"%s" is refused', (text) => {
    expect(addressRanges.read(text)).toBeUndefined();
  });
});
