import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTinyServer, type TinyServer } from './tiny-server.ts';

let server: TinyServer;
beforeAll(async () => {
  server = await startTinyServer({ playground: false });
});
afterAll(() => server.close());

describe('A22: in production a stranger gleans no schema', () => {
  test.each([
    getIntrospectionQuery(),
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Person") { name } }',
  ])('introspection is refused: %#', async (query) => {
    const { status, text, data } = await server.ask({ query });
    expect([status, data, text.includes('Person')]).toEqual([400, undefined, false]);
  });

  test.each([
    '{ viewe { __typename } }',
    '{ person { nam } }',
    'mutation { logOn(inpu: 1) { name } }',
    'mutation { logOn(input: { contractI: "0" }) { name } }',
    'mutation { logOn(input: { contractId: "0", pin: "1", colour: RE }) { name } }',
    'query ($a: LogOnInpu) { viewer { __typename } }',
    '{ viewer { ... on Perso { name } } }',
  ])('%s: no name of the schema is offered', async (query) => {
    const { text, errors } = await server.ask({ query });
    expect(errors.length).toBeGreaterThan(0);
    expect(text).not.toMatch(/[Dd]id you mean|viewer|person\b|contractId|LogOnInput|Person|RED/);
  });

  test.each(['/schema.graphql', '/graphql', '/graphiql.html'])('%s is not there', async (path) => {
    const response = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } });
    expect(response.status).toBeGreaterThanOrEqual(404);
  });

  test('no error carries a stack', async () => {
    for (const query of ['{ broken }', '{ nothing }', '{']) {
      const { text } = await server.ask({ query });
      expect(text).not.toMatch(/stack|\bat .*:\d+|node_modules/);
    }
  });
});
