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
  server.lookups.length = 0;
});

const guess = (pin: string): string => `logOn(input: { contractId: "0", pin: "${pin}" }) { name }`;
const otp =
  'logOn(input: { contractId: "0", pin: "1", more: { oneTimePassword: "1234" } }) { name }';

const crowds: readonly (readonly [string, unknown, string])[] = [
  ['aliases', { query: `mutation { a: ${guess('1')} b: ${guess('2')} }` }, 'OPERATION_TOO_LARGE'],
  [
    'the same field twice, with what both share',
    { query: `mutation { ${guess('1')} ${guess('1')} }` },
    'OPERATION_TOO_LARGE',
  ],
  [
    'one-time passwords deeper in the input',
    { query: `mutation { a: ${otp} b: ${otp} }` },
    'OPERATION_TOO_LARGE',
  ],
  [
    'a fragment spread twice',
    { query: `mutation { ...F ...F } fragment F on Mutation { ${guess('1')} }` },
    'OPERATION_TOO_LARGE',
  ],
  [
    'fragments',
    {
      query: `mutation { ...F ...G } fragment F on Mutation { a: ${guess('1')} } fragment G on Mutation { b: ${guess('2')} }`,
    },
    'OPERATION_TOO_LARGE',
  ],
  [
    'inline fragments',
    { query: `mutation { ... { a: ${guess('1')} } ... on Mutation { b: ${guess('2')} } }` },
    'OPERATION_TOO_LARGE',
  ],
  [
    'one skipped by a directive',
    {
      query: `mutation { a: ${guess('1')} b: ${guess('2').replace('{ name }', '@skip(if: true) { name }')} }`,
    },
    'OPERATION_TOO_LARGE',
  ],
  [
    'variables',
    {
      query:
        'mutation ($a: LogOnInput!, $b: LogOnInput!) { a: logOn(input: $a) { name } b: logOn(input: $b) { name } }',
      variables: { a: { contractId: '0', pin: '1' }, b: { contractId: '0', pin: '2' } },
    },
    'OPERATION_TOO_LARGE',
  ],
  [
    'an operation beside the one that is picked',
    {
      query: `mutation A { ${guess('1')} } mutation B { a: ${guess('2')} b: ${guess('3')} }`,
      operationName: 'A',
    },
    'OPERATION_TOO_LARGE',
  ],
  [
    'several operations, none picked',
    { query: `mutation A { ${guess('1')} } mutation B { ${guess('2')} }` },
    'BAD_USER_INPUT',
  ],
  [
    'an array of requests',
    [{ query: `mutation { ${guess('1')} }` }, { query: `mutation { ${guess('2')} }` }],
    'BAD_USER_INPUT',
  ],
  ['an array of one', [{ query: `mutation { ${guess('1')} }` }], 'BAD_USER_INPUT'],
];

describe('A5: many guesses in one request would be many for the price of one', () => {
  test.each(crowds)('%s: refused, 0 compared', async (_, body, code) => {
    const { status, errors, data } = await server.ask(body);
    expect([status, errors.map((error) => error.extensions['code'])]).toEqual([400, [code]]);
    expect([data, ran, server.lookups]).toEqual([undefined, [], []]);
  });

  test('one guess a request is let through, also beside fields that take no secret', async () => {
    const { errors } = await server.ask({
      query: `mutation { ${guess('1')} logOff { name } b: logOff { name } }`,
    });
    expect([errors, ran]).toEqual([[], ['logOn [pin]', 'logOff', 'logOff']]);
  });

  test('of several operations with one guess each, only the one that is picked runs', async () => {
    const query = `mutation A { ${guess('1')} } mutation B { logOff { name } }`;
    const { errors } = await server.ask({ query, operationName: 'B' });
    expect([errors, ran]).toEqual([[], ['logOff']]);
  });
});
