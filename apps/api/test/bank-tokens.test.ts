import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type RawAnswer } from './harness/client.ts';
import {
  clerkClaims,
  type IdentityProvider,
  newKey,
  signToken,
  startIdentityProvider,
} from './harness/identity-provider.ts';
import { bankToken, documents } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const key = newKey('first');
let provider: IdentityProvider;
let ground: Ground;
let server: OwnServer;
beforeAll(async () => {
  provider = await startIdentityProvider([key]);
  ground = await layGround({ ...provider.env, LOG_LEVEL: 'warn' });
  server = await startHere(ground);
});
afterAll(async () => {
  await server.close();
  await ground.clear();
  await provider.close();
});

const seconds = Math.floor(Date.now() / 1000);
const input = {
  name: 'Yamada Trading',
  lockLinkage: 'UNLINKED',
  services: [{ service: 'BALANCE_INQUIRY' }],
};

/** Opens a contract, as the desk does: what a token that is believed can do at worst. */
function present(token: string, url = server.url): Promise<RawAnswer> {
  return connect(url, { authorization: `Bearer ${token}` }).raw(documents.openContract, { input });
}

/** What came back in one line: status, and the code of the fault or the type of the answer. */
function outcome({ status, body }: RawAnswer): string {
  const { data, errors } = JSON.parse(body) as {
    data?: { answer?: { __typename: string } };
    errors?: { extensions: { code: string } }[];
  };
  return `${status} ${errors?.[0]?.extensions.code ?? data?.answer?.__typename}`;
}

/** A token put together by hand, as no library would. */
function forged(head: object, signature: (signed: string) => Buffer): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'at+jwt', kid: key.kid, ...head })}.${part(clerkClaims())}`;
  return `${signed}.${signature(signed).toString('base64url')}`;
}

type Parts = Readonly<Record<string, unknown>>;

const claiming = (changed: Parts, head: Parts = {}): Promise<string> =>
  signToken(key, { ...clerkClaims(), ...changed }, head);
const publicPem = key.publicKey.export({ format: 'pem', type: 'spki' });
const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const bad: readonly (readonly [string, string, () => string | Promise<string>])[] = [
  ['expired', 'EXPIRED', () => claiming({ iat: seconds - 600, exp: seconds - 1 })],
  ['not yet valid', 'NOT_YET', () => claiming({ nbf: seconds + 240 })],
  ['for another audience', 'AUDIENCE', () => claiming({ aud: 'https://other.bank.example' })],
  ['of another issuer', 'ISSUER', () => claiming({ iss: 'https://id.evil.example' })],
  ['of algorithm none', 'ALGORITHM', () => forged({ alg: 'none' }, () => Buffer.from('-'))],
  [
    'of HS256 with the public key',
    'ALGORITHM',
    () =>
      forged({ alg: 'HS256' }, (signed) => createHmac('sha256', publicPem).update(signed).digest()),
  ],
  [
    'of RS256 under the key ID of another kind',
    'UNKNOWN_KEY',
    () => forged({ alg: 'RS256' }, (signed) => sign('sha256', Buffer.from(signed), rsa)),
  ],
  [
    'with somebody else’s key under our key’s ID',
    'SIGNATURE',
    () => signToken(newKey('first'), clerkClaims()),
  ],
  ['with an unknown key', 'UNKNOWN_KEY', () => signToken(newKey('nobody'), clerkClaims())],
  ['that is an ID token', 'TYPE', () => claiming({}, { typ: 'JWT' })],
  ['for the desk without a human', 'DESK_WITHOUT_HUMAN', () => claiming({ sub: 'desk-web' })],
  [
    'bound to a certificate that the connection doesn’t show (RFC 8705)',
    'BINDING',
    () => claiming({ cnf: { 'x5t#S256': randomBytes(32).toString('base64url') } }),
  ],
];

describe('A bank token', () => {
  test('of the bank’s identity provider opens a contract', async () => {
    expect(outcome(await present(await claiming({})))).toBe('200 ContractOpened');
  });

  test.each(bad)('%s is refused as unknown, and only our log says why', async (_, reason, make) => {
    const logged = server.logged.length;
    const answer = await present(await make());
    expect(outcome(answer)).toBe('401 UNAUTHENTICATED');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(answer.body).not.toContain(reason);
    expect(server.logged.slice(logged).map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ reason, requestId: answer.headers.get('monban-request-id') }),
    ]);
  });

  test('all those refused are answered with one body, so that a forger learns nothing', async () => {
    const bodies = new Set<string>();
    for (const [, , make] of bad) bodies.add((await present(await make())).body);
    expect([...bodies]).toHaveLength(1);
  });

  test.each(['read', 'transactions', 'openid', 'DESK', ''])(
    'of scope “%s” is known and may not act for the desk',
    async (scope) => {
      expect(outcome(await present(await claiming({ scope })))).toBe('403 FORBIDDEN');
    },
  );

  test('of the development issuer is nobody where an identity provider is set', async () => {
    expect(outcome(await present(bankToken(ground, ['desk'])))).toBe('401 UNAUTHENTICATED');
  });
});

/** A provider and a server of their own: what one test has fetched doesn't count for the next. */
async function apart(
  run: (own: IdentityProvider, url: string, server: OwnServer) => Promise<void>,
  own: { readonly now?: () => number } = {},
): Promise<void> {
  const other = await startIdentityProvider([key]);
  const alone = await startHere({ ...ground, env: { ...ground.env, ...other.env } }, own);
  try {
    await run(other, alone.url, alone);
  } finally {
    await alone.close();
    await other.close();
  }
}

describe('The identity provider’s keys', () => {
  test('change without a restart: the new one works at once, the old one until it is taken away', () =>
    apart(async (own, url) => {
      const next = newKey('second');
      const signed = (by: typeof key, jti: string): Promise<string> =>
        signToken(by, { ...clerkClaims(), jti });
      expect(outcome(await present(await signed(key, 'a'), url))).toBe('200 ContractOpened');
      own.publish([key, next]);
      expect(outcome(await present(await signed(next, 'b'), url))).toBe('200 ContractOpened');
      expect(outcome(await present(await signed(key, 'c'), url))).toBe('200 ContractOpened');
      own.publish([next, newKey('third')]);
      expect(outcome(await present(await signed(newKey('fourth'), 'd'), url))).toBe(
        '401 UNAUTHENTICATED',
      );
      expect(own.fetched()).toBe(3);
      expect(outcome(await present(await signed(key, 'e'), url))).toBe('401 UNAUTHENTICATED');
      expect(outcome(await present(await signed(next, 'f'), url))).toBe('200 ContractOpened');
    }));

  test('are not fetched for every key ID that somebody makes up: 40 tokens, 5 times', () =>
    apart(async (own, url) => {
      await present(await claiming({}), url);
      const before = own.fetched();
      for (let count = 0; count < 40; count += 1) {
        await present(await signToken(newKey(`made-up-${count}`), clerkClaims()), url);
      }
      expect(own.fetched() - before).toBe(5);
    }));

  test('that can’t be had let nobody in: no right token, no unknown key, until they are back', () =>
    apart(async (own, url, { logged }) => {
      own.beAway(true);
      const token = await claiming({});
      expect(outcome(await present(token, url))).toBe('401 UNAUTHENTICATED');
      expect(logged.at(-1)).toContain('KEYS_UNAVAILABLE');
      own.beAway(false);
      expect(outcome(await present(token, url))).toBe('200 ContractOpened');
      own.beAway(true);
      const unknown = await signToken(newKey('unseen'), clerkClaims());
      expect(outcome(await present(unknown, url))).toBe('401 UNAUTHENTICATED');
      expect(logged.at(-1)).toContain('KEYS_UNAVAILABLE');
    }));

  test('may be away: a token that was seen is good until its exp, to the millisecond', () => {
    let now = Date.now();
    return apart(
      async (own, url) => {
        const claims = clerkClaims(now);
        const token = await signToken(key, claims);
        expect(outcome(await present(token, url))).toBe('200 ContractOpened');
        own.beAway(true);
        now = Number(claims['exp']) * 1000 - 1;
        expect(outcome(await present(token, url))).toBe('200 ContractOpened');
        now += 1;
        expect(outcome(await present(token, url))).toBe('401 UNAUTHENTICATED');
        expect(own.fetched()).toBe(1);
      },
      { now: () => now },
    );
  });
});
