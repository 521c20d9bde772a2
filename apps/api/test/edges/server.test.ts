import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localeOf } from '../../src/context.ts';
import { ran } from './tiny-schema.ts';
import { startTinyServer, type TinyServer } from './tiny-server.ts';

let server: TinyServer;
beforeAll(async () => {
  server = await startTinyServer({
    contextOf: (_caller, _request, reply) => {
      reply.setSessionCookie('the-token');
      return {};
    },
  });
});
afterAll(() => server.close());
beforeEach(() => {
  ran.length = 0;
  server.lookups.length = 0;
  server.logged.length = 0;
});

const viewer = '{ viewer { __typename } }';

describe('who asks', () => {
  test.each([
    ['a stranger', {}, 401, 'UNAUTHENTICATED'],
    ['a bad token', { authorization: 'BAD' }, 401, 'UNAUTHENTICATED'],
    ['a token without the scope', { authorization: 'BANK read' }, 403, 'FORBIDDEN'],
  ])(
    '%s asking for what is not theirs is answered %s %s %s, and nothing runs',
    async (_, headers, status, code) => {
      const { errors, data, ...answer } = await server.ask(
        { query: '{ viewer { __typename } person { name } }' },
        headers,
      );
      expect([answer.status, errors.map((error) => error.extensions), data, ran]).toEqual([
        status,
        [{ code }],
        undefined,
        [],
      ]);
    },
  );

  test('whoever may, gets it', async () => {
    const { errors, data } = await server.ask(
      { query: '{ person { name } }' },
      { authorization: 'BANK desk' },
    );
    expect([errors, data]).toEqual([[], { person: { name: 'someone' } }]);
  });

  test('nobody is looked up for a document that does not fit', async () => {
    for (const query of ['{', '{ nothing }', `{ ${'viewer { __typename } '.repeat(30)} }`]) {
      await server.ask({ query });
    }
    expect(server.lookups).toEqual([]);
  });

  test('a look-up that fails lets nobody in, and says no more than an ID (A25)', async () => {
    const failing = await startTinyServer({
      resolveCaller: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.1')),
    });
    const { status, text, errors } = await failing.ask({ query: viewer });
    await failing.close();
    expect([status, errors[0]?.extensions['code'], ran]).toEqual([
      500,
      'INTERNAL_SERVER_ERROR',
      [],
    ]);
    expect(text).not.toContain('10.0.0.1');
  });

  test('what decides who asks is read from the request, each header once', async () => {
    await server.ask(
      { query: viewer },
      {
        cookie: 'a=1; __Host-monban-session=the-token; b=2',
        'monban-page': 'page-1',
        'monban-session': 'session-1',
        'monban-client-address': '203.0.113.9',
        'accept-language': 'en',
      },
    );
    expect(server.lookups[0]?.request).toEqual({
      cookies: { session: 'the-token' },
      sessionHeader: 'session-1',
      pageHeader: 'page-1',
      authorization: null,
      connectionCertificate: null,
      passedOnCertificate: null,
      clientAddress: '203.0.113.9',
      remoteAddress: '127.0.0.1',
      acceptLanguage: 'en',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('of two session cookies neither counts', async () => {
    await server.ask(
      { query: viewer },
      { cookie: '__Host-monban-session=a; __Host-monban-session=b' },
    );
    expect(server.lookups[0]?.request.cookies.session).toBeNull();
  });
});

describe('A17: whoever is limited by address has one, however it is written', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:cb00:7109', '203.0.113.9'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
  ])('%s is %s', async (written, address) => {
    await server.ask({ query: viewer }, { 'monban-client-address': written });
    expect(server.lookups[0]?.request.clientAddress).toBe(address);
  });

  test.each([
    'kanari',
    '203.0.113.9, 203.0.113.10',
    '203.0.113',
    'fe80::1%eth0',
    '203.0.113.9:80',
    '',
  ])('"%s" is none, and refused rather than taken for a missing one', async (written) => {
    const { status, errors } = await server.ask(
      { query: viewer },
      { 'monban-client-address': written },
    );
    expect([status, errors[0]?.extensions['code'], server.lookups]).toEqual([
      400,
      'BAD_USER_INPUT',
      [],
    ]);
  });
});

describe('R11, A13: what prolongs a session is what a person does', () => {
  test.each([
    [viewer, {}, true],
    ['{ __typename viewer { __typename } }', {}, true],
    ['{ __schema { queryType { name } } }', {}, true],
    ['{ ...F } fragment F on Query { viewer { __typename } }', {}, true],
    ['{ things(first: 1) { name } }', {}, false],
    ['{ viewer { __typename } things(first: 1) { name } }', {}, false],
    ['{ viewer: things(first: 1) { name } }', {}, false],
    [
      '{ ...F } fragment F on Query { viewer { __typename } ... { things(first: 1) { name } } }',
      {},
      false,
    ],
    ['mutation { logOff { name } }', {}, false],
    ['{ things(first: 1) { name } }', { 'monban-passive': '1' }, true],
    ['{ things(first: 1) { name } }', { 'monban-passive': '0' }, false],
  ])('%s with %j: passive %s', async (query, headers, passive) => {
    await server.ask({ query }, headers);
    await server.ask({ query }, headers);
    expect(server.lookups.map((lookup) => lookup.passive)).toEqual([passive, passive]);
  });
});

describe('over HTTP', () => {
  test.each(['application/json', 'application/graphql-response+json'])(
    '%s is spoken',
    async (accept) => {
      for (const query of [viewer, '{ nothing }', '{ person { name } }']) {
        const { headers } = await server.ask({ query }, { accept });
        expect(headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
      }
    },
  );

  test('each answer names its request, and the log has it under the same ID', async () => {
    const { headers } = await server.ask({ query: '{ a: viewer { __typename } }' });
    const id = headers.get('monban-request-id');
    const lineOf = () => server.logged.find((line) => line.includes(String(id)));
    await expect.poll(lineOf).toBeDefined();
    expect(JSON.parse(lineOf() ?? '')).toMatchObject({
      event: 'Request',
      requestId: id,
      method: 'POST',
      route: '/graphql',
      status: 200,
      operation: 'viewer',
      caller: 'STRANGER',
    });
  });

  test('the session cookie is for this host alone, out of reach of scripts and other sites', async () => {
    const { headers } = await server.ask({ query: viewer });
    expect(headers.get('set-cookie')).toBe(
      '__Host-monban-session=the-token; Path=/; Secure; HttpOnly; SameSite=Strict',
    );
  });

  test('health says what is in the way of serving', async () => {
    const down = await startTinyServer({ ready: () => Promise.resolve(['database']) });
    const broken = await startTinyServer({ ready: () => Promise.reject(new Error('kanari')) });
    const [live, ready, notReady, unknown] = await Promise.all(
      [
        `${server.url}/livez`,
        `${server.url}/readyz`,
        `${down.url}/readyz`,
        `${broken.url}/readyz`,
      ].map(async (url) => {
        const response = await fetch(url);
        return [response.status, await response.json()];
      }),
    );
    await Promise.all([down.close(), broken.close()]);
    expect([live, ready]).toEqual([
      [200, { status: 'up' }],
      [200, { status: 'ready' }],
    ]);
    expect(notReady).toEqual([503, { status: 'not ready', problems: ['database'] }]);
    expect(unknown).toEqual([503, { status: 'not ready', problems: ['unknown'] }]);
  });

  test('the schema’s text is served where introspection is on', async () => {
    const response = await fetch(`${server.url}/schema.graphql`);
    expect(await response.text()).toContain('type Query {');
  });
});

test('a server that stops finishes what it has begun', async () => {
  let finish = (): void => {};
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const stopping = await startTinyServer({
    resolveCaller: async (request) => {
      begin();
      await new Promise<void>((resolve) => (finish = resolve));
      return {
        kind: 'STRANGER',
        origin: {
          address: '',
          limitedAddress: null,
          certificate: null,
          locale: 'ja',
          requestId: request.requestId,
        },
        bank: null,
      };
    },
  });
  const answer = stopping.ask({ query: viewer });
  await begun;
  const closed = stopping.close();
  finish();
  expect((await answer).status).toBe(200);
  await closed;
  await expect(fetch(`${stopping.url}/livez`)).rejects.toThrow('fetch failed');
});

test.each([
  [null, 'ja'],
  ['', 'ja'],
  ['en', 'en'],
  ['en-US,en;q=0.9', 'en'],
  ['ja,en;q=0.9', 'ja'],
  ['en-GB, ja;q=0.5', 'en'],
  ['fr, en;q=0.3, ja;q=0.8', 'ja'],
  ['de', 'ja'],
  ['en, ja', 'en'],
])('whoever prefers %s is answered in %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
