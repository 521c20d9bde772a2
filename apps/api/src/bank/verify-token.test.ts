import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keySet } from '../secrets/key-set.ts';
import { developmentIssuer, developmentKeys, signDevelopmentToken } from './development-issuer.ts';
import { remoteKeys, type TokenAlgorithm } from './token-keys.ts';
import { createBankTokens } from './verify-token.ts';

const now = Date.UTC(2026, 10, 22, 5);
const seconds = now / 1000;
const issuer = 'https://id.bank.example';
const audience = 'monban';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed = generateKeyPairSync('ed25519');
const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const signers: Readonly<Record<TokenAlgorithm, KeyObject>> = {
  ES256: ec.privateKey,
  EdDSA: ed.privateKey,
  PS256: rsa.privateKey,
  RS256: rsa.privateKey,
};

let published: object[];
let fetched = 0;
let server: Server;
let jwksUrl: URL;
beforeAll(async () => {
  const jwk = (key: KeyObject, kid: string): object => ({
    ...key.export({ format: 'jwk' }),
    kid,
    use: 'sig',
  });
  published = [jwk(ec.publicKey, 'ec'), jwk(rsa.publicKey, 'rsa'), jwk(ed.publicKey, 'ed')];
  server = createServer((_request, response) => {
    fetched += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  jwksUrl = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`);
});
afterAll(() => server.close());

const kids: Readonly<Record<TokenAlgorithm, string>> = {
  ES256: 'ec',
  EdDSA: 'ed',
  PS256: 'rsa',
  RS256: 'rsa',
};
const good = {
  iss: issuer,
  aud: audience,
  sub: 'clerk1',
  client_id: 'desk-web',
  scope: 'openid desk read',
  iat: seconds,
  exp: seconds + 300,
};

function token(
  claims: Readonly<Record<string, unknown>> = {},
  head: Readonly<Record<string, unknown>> = {},
  algorithm: TokenAlgorithm = 'ES256',
  key: KeyObject = signers[algorithm],
): Promise<string> {
  return new SignJWT({ ...good, ...claims })
    .setProtectedHeader({ alg: algorithm, typ: 'at+jwt', kid: kids[algorithm], ...head })
    .sign(key);
}

/** A token put together by hand, as no library would. */
function forged(head: object, signature: (signed: string) => Buffer): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'at+jwt', kid: 'ec', ...head })}.${part(good)}`;
  return `${signed}.${signature(signed).toString('base64url')}`;
}

const verify = (
  text: string,
  certificate: string | null = null,
  at = now,
): ReturnType<ReturnType<typeof createBankTokens>['verifyBankToken']> =>
  createBankTokens({ issuer, audience, keys: remoteKeys(jwksUrl) }).verifyBankToken(
    `Bearer ${text}`,
    certificate,
    at,
  );

describe('a bank token (RFC 9068)', () => {
  test.each(['ES256', 'EdDSA', 'PS256', 'RS256'] as const)(
    'signed with %s names its client, human and scopes',
    async (algorithm) => {
      expect(await verify(await token({}, {}, algorithm))).toEqual({
        ok: true,
        value: {
          clientId: 'desk-web',
          subject: 'clerk1',
          scopes: new Set(['desk', 'read']),
          bound: false,
        },
      });
    },
  );

  test.each([
    ['of another issuer', { iss: 'https://id.evil.example' }, 'ISSUER'],
    ['without an issuer', { iss: undefined }, 'ISSUER'],
    ['for another audience', { aud: 'other' }, 'AUDIENCE'],
    ['for several others', { aud: ['other', 'monban2'] }, 'AUDIENCE'],
    ['that expired this moment', { exp: seconds }, 'EXPIRED'],
    ['without an end', { exp: undefined }, 'EXPIRED'],
    ['whose end is a text', { exp: String(seconds + 300) }, 'EXPIRED'],
    ['not valid yet', { nbf: seconds + 60 }, 'NOT_YET'],
    ['issued tomorrow', { iat: seconds + 86_400 }, 'NOT_YET'],
    ['without a subject', { sub: undefined }, 'SUBJECT'],
    ['without a client', { client_id: undefined }, 'SUBJECT'],
    ['whose subject would break a line', { sub: 'a\nb' }, 'SUBJECT'],
    ['for the desk without a human', { sub: 'desk-web' }, 'DESK_WITHOUT_HUMAN'],
  ])('%s is refused', async (_, claims, fault) => {
    expect(await verify(await token(claims))).toEqual({ ok: false, error: fault });
  });

  test.each([
    ['to a certificate', { 'x5t#S256': '' }],
    ['to a short thumbprint', { 'x5t#S256': 'A'.repeat(42) }],
    ['to a key that it proves each time (RFC 9449)', { jkt: 'A'.repeat(43) }],
    ['in two ways', { 'x5t#S256': 'A'.repeat(43), jkt: 'A'.repeat(43) }],
    ['to nothing', {}],
    ['to null', null],
    ['to a text', 'A'.repeat(43)],
  ])('bound %s in a way that we can’t check is refused, not taken as unbound', async (_, cnf) => {
    expect(await verify(await token({ cnf }), '00'.repeat(32))).toEqual({
      ok: false,
      error: 'BINDING',
    });
  });

  test('RFC 8705: bound to a certificate, it is good beside that one alone, also once it is known', async () => {
    const tokens = createBankTokens({ issuer, audience, keys: remoteKeys(jwksUrl) });
    const hash = createHash('sha256').update('certificate').digest();
    const certificate = hash.toString('hex');
    const other = createHash('sha256').update('another').digest('hex');
    const header = `Bearer ${await token({ cnf: { 'x5t#S256': hash.toString('base64url') } })}`;
    const refused = { ok: false, error: 'BINDING' };
    expect(await tokens.verifyBankToken(header, null, now)).toEqual(refused);
    expect(await tokens.verifyBankToken(header, certificate, now)).toMatchObject({
      ok: true,
      value: { bound: true },
    });
    expect(await tokens.verifyBankToken(header, other, now)).toEqual(refused);
    expect(await tokens.verifyBankToken(header, null, now)).toEqual(refused);
  });

  test('for several audiences, ours among them, is taken', async () => {
    expect((await verify(await token({ aud: ['other', audience] }))).ok).toBe(true);
  });

  test('a client without a human may do what is not the desk’s', async () => {
    const verified = await verify(await token({ sub: 'desk-web', scope: 'transactions' }));
    expect(verified).toMatchObject({ ok: true, value: { scopes: new Set(['transactions']) } });
  });

  test('without scopes of ours it is good, for nothing', async () => {
    expect(await verify(await token({ scope: 'openid DESK desk:all' }))).toMatchObject({
      ok: true,
      value: { scopes: new Set() },
    });
  });

  test.each([
    ['an ID token', { typ: 'JWT' }, 'TYPE'],
    ['a token of no type', { typ: undefined }, 'TYPE'],
    ['with critical extensions', { crit: ['b64'], b64: true }, 'MALFORMED'],
    ['with an unknown key', { kid: 'other' }, 'UNKNOWN_KEY'],
    ['with another kind’s key', { kid: 'rsa' }, 'UNKNOWN_KEY'],
  ])('%s is refused', async (_, head, fault) => {
    expect(await verify(await token({}, head))).toEqual({ ok: false, error: fault });
  });

  test.each([
    ['alg none', forged({ alg: 'none' }, () => Buffer.alloc(0))],
    ['alg None', forged({ alg: 'None' }, () => Buffer.from('x'))],
    [
      'HS256 with the public key as its secret',
      forged({ alg: 'HS256' }, (signed) =>
        createHmac('sha256', ec.publicKey.export({ format: 'pem', type: 'spki' }))
          .update(signed)
          .digest(),
      ),
    ],
    ['an algorithm that is not on the list', forged({ alg: 'ES384' }, () => Buffer.alloc(96))],
    ['an algorithm of the wrong kind', forged({ alg: ['ES256'] }, () => Buffer.alloc(64))],
  ])('%s is refused', async (_, text) => {
    const fault = await verify(text);
    expect(fault.ok ? 'taken' : fault.error).toMatch(/^(ALGORITHM|MALFORMED)$/);
  });

  test.each([
    [
      'of somebody else’s key',
      forged({ alg: 'ES256' }, (signed) =>
        sign('sha256', Buffer.from(signed), { key: foreign.privateKey, dsaEncoding: 'ieee-p1363' }),
      ),
    ],
    [
      'that is next to nothing',
      forged({ alg: 'ES256' }, () => Buffer.from('x')).replace(/[^.]+$/, 'A'),
    ],
    ['of zeros', forged({ alg: 'ES256' }, () => Buffer.alloc(64))],
    [
      'in another encoding',
      forged({ alg: 'ES256' }, (signed) => sign('sha256', Buffer.from(signed), ec.privateKey)),
    ],
  ])('with a signature %s is refused', async (_, text) => {
    expect(await verify(text)).toEqual({ ok: false, error: 'SIGNATURE' });
  });

  test('whose claims were changed after signing is refused', async () => {
    const [head, , signature] = (await token()).split('.');
    const body = Buffer.from(JSON.stringify({ ...good, sub: 'clerk2' })).toString('base64url');
    expect(await verify(`${head}.${body}.${signature}`)).toEqual({ ok: false, error: 'SIGNATURE' });
  });

  test.each([
    '',
    'Bearer',
    'Bearer a.b',
    'Basic a.b.c',
    'Bearer a.b.c.d',
    'Bearer e30.e30.',
    `Bearer ${'a'.repeat(9000)}.b.c`,
    'Bearer bnVsbA.bnVsbA.x',
    'Bearer W10.W10.x',
  ])('a header that is none (%#) is refused', async (header) => {
    const tokens = createBankTokens({ issuer, audience, keys: remoteKeys(jwksUrl) });
    expect(await tokens.verifyBankToken(header, null, now)).toEqual({
      ok: false,
      error: 'MALFORMED',
    });
  });
});

describe('bank tokens, kept', () => {
  test('are checked once, and refused the moment they expire', async () => {
    let asked = 0;
    const keys = remoteKeys(jwksUrl);
    const tokens = createBankTokens({
      issuer,
      audience,
      keys: { find: (...key) => ((asked += 1), keys.find(...key)) },
    });
    const header = `Bearer ${await token()}`;
    for (const at of [now, now + 1000, now + 299_999]) {
      expect((await tokens.verifyBankToken(header, null, at)).ok).toBe(true);
    }
    expect(asked).toBe(1);
    expect(await tokens.verifyBankToken(header, null, now + 300_000)).toEqual({
      ok: false,
      error: 'EXPIRED',
    });
  });

  test('fail closed while the keys can’t be had', async () => {
    const keys = remoteKeys(new URL('http://127.0.0.1:1/jwks'));
    const tokens = createBankTokens({ issuer, audience, keys });
    expect(await tokens.verifyBankToken(`Bearer ${await token()}`, null, now)).toEqual({
      ok: false,
      error: 'KEYS_UNAVAILABLE',
    });
  });

  test('that are none of ours fetch no keys', async () => {
    const before = fetched;
    await verify(await token({ iss: 'https://id.evil.example' }));
    await verify(forged({ alg: 'none' }, () => Buffer.alloc(0)));
    expect(fetched).toBe(before);
  });
});

describe('the development issuer', () => {
  const pair = { id: 'b1', privateKey: ec.privateKey, publicKey: ec.publicKey };
  const keys = keySet(pair, []);
  const tokens = createBankTokens({ ...developmentIssuer, keys: developmentKeys(keys) });
  const wanted = {
    clientId: 'dev',
    subject: 'clerk1',
    scopes: ['desk'] as const,
    validSeconds: 60,
  };

  test('signs what its server accepts, for as long as it says', async () => {
    const header = `Bearer ${signDevelopmentToken(keys, wanted, now)}`;
    expect(await tokens.verifyBankToken(header, null, now)).toEqual({
      ok: true,
      value: { clientId: 'dev', subject: 'clerk1', scopes: new Set(['desk']), bound: false },
    });
    expect((await tokens.verifyBankToken(header, null, now + 60_000)).ok).toBe(false);
  });

  test('is nobody where an identity provider is set', async () => {
    expect(await verify(signDevelopmentToken(keys, wanted, now))).toEqual({
      ok: false,
      error: 'ISSUER',
    });
  });

  test('of another installation is unknown', async () => {
    const other = keySet({ ...pair, id: 'b2', privateKey: foreign.privateKey }, []);
    const header = `Bearer ${signDevelopmentToken(other, wanted, now)}`;
    expect(await tokens.verifyBankToken(header, null, now)).toEqual({
      ok: false,
      error: 'UNKNOWN_KEY',
    });
  });
});
