import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ran } from './tiny-schema.ts';
import { startTinyServer, type TinyServer } from './tiny-server.ts';

let server: TinyServer;
beforeAll(async () => {
  server = await startTinyServer();
});
afterAll(() => server.close());
beforeEach(() => {
  ran.length = 0;
});

function deep(levels: number): string {
  return `{ person ${'{ friends(first: 1) '.repeat(levels)}{ name }${' }'.repeat(levels)} }`;
}

function times(count: number, one: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => one(index)).join(' ');
}

const giants: readonly (readonly [string, unknown])[] = [
  ['depth', { query: deep(20) }],
  ['aliases', { query: `{ ${times(100, (n) => `a${n}: viewer { __typename }`)} }` }],
  ['aliases of __typename', { query: `{ viewer { ${times(100, (n) => `a${n}: __typename`)} } }` }],
  [
    'tokens of variables that nobody needs',
    { query: `query (${times(900, (n) => `$v${n}: Int`)}) { viewer { __typename } }` },
  ],
  ['tokens', { query: `{ ${times(3000, () => 'viewer')} }` }],
  [
    'comments and commas around tokens',
    { query: `{ viewer { name ${'# \n'.repeat(9000)},,,, ${times(1990, () => 'name')} } }` },
  ],
  [
    'directives on one field',
    { query: `{ viewer ${times(60, () => '@include(if: true)')} { __typename } }` },
  ],
  [
    'directives on the operation',
    { query: `query ${times(60, () => '@x')} { viewer { __typename } }` },
  ],
  ['root fields', { query: `{ ${times(40, () => 'viewer { __typename }')} }` }],
  [
    'root fields through fragments',
    {
      query: `{ ${times(10, () => '...F')} } fragment F on Query { ${times(4, () => 'viewer { __typename }')} }`,
    },
  ],
  [
    'one field hundreds of times, each to be compared with each',
    { query: `{ viewer { ... on Thing { ${times(780, () => 'name')} } } }` },
  ],
  ['a list of 101', { query: '{ things(first: 101) { name } }' }],
  [
    'a list of 101 by a variable',
    { query: 'query ($n: Int!) { things(first: $n) { name } }', variables: { n: 101 } },
  ],
  ['a list of 101 by a default', { query: 'query ($n: Int = 101) { things(first: $n) { name } }' }],
  [
    'lists within lists',
    { query: '{ person { friends(first: 100) { friends(first: 100) { name } } } }' },
  ],
  [
    'fragments that double each other',
    {
      query: `{ person { ...F0 } } ${times(12, (n) => `fragment F${n} on Person { ...F${n + 1} ...F${n + 1} }`)} fragment F12 on Person { name }`,
    },
  ],
  ['a fragment within itself', { query: '{ person { ...F } } fragment F on Person { name ...F }' }],
  [
    'fragments in a circle',
    {
      query: '{ person { ...F } } fragment F on Person { ...G } fragment G on Person { ...F }',
    },
  ],
  [
    'a second operation that is too large',
    {
      query: `query A { viewer { __typename } } query B { ${times(100, (n) => `a${n}: __typename`)} }`,
      operationName: 'A',
    },
  ],
];

describe('A19: a giant document would take the server from everybody', () => {
  test.each(giants)('%s: 400 OPERATION_TOO_LARGE, and nothing runs', async (_, body) => {
    const { status, errors, data } = await server.ask(body);
    expect([status, errors.map((error) => error.extensions['code'])]).toEqual([
      400,
      ['OPERATION_TOO_LARGE'],
    ]);
    expect([data, ran]).toEqual([undefined, []]);
  });

  test('the same in the other media type', async () => {
    const accept = 'application/graphql-response+json';
    const { status, headers } = await server.ask({ query: deep(20) }, { accept });
    expect([status, headers.get('content-type')]).toEqual([400, `${accept}; charset=utf-8`]);
  });

  test('a body of more than 100 kB: 413', async () => {
    const { status, errors } = await server.ask({
      query: '{ viewer { __typename } }',
      pad: 'x'.repeat(100_000),
    });
    expect([status, errors[0]?.extensions['code'], ran]).toEqual([413, 'OPERATION_TOO_LARGE', []]);
  });

  test('a text of more than 1,000 characters, in a variable or a literal: BAD_USER_INPUT', async () => {
    const text = 'x'.repeat(1001);
    const inVariable = await server.ask({
      query: 'query ($t: String) { broken(text: $t) }',
      variables: { t: text },
    });
    const inLiteral = await server.ask({ query: `{ broken(text: "${text}") }` });
    for (const { status, errors } of [inVariable, inLiteral]) {
      expect([status, errors[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
    }
  });

  test('variables nested deeper than the stack are answered, not a fault of ours', async () => {
    const nested = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
    const { status } = await server.ask(
      `{"query":"{ viewer { __typename } }","variables":{"a":${nested}}}`,
    );
    expect(status).toBe(200);
  });

  test('what people really ask for passes: a list of 100, introspection, ten fields at once', async () => {
    const bodies = [
      { query: '{ things(first: 100) { name price } }' },
      { query: getIntrospectionQuery() },
      { query: `{ ${times(10, (n) => `a${n}: viewer { __typename }`)} }` },
    ];
    for (const body of bodies) {
      const { errors } = await server.ask(body);
      expect(errors).toEqual([]);
    }
  });
});
