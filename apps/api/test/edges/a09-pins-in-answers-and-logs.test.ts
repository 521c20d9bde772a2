import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canary, startTinyServer, type TinyServer } from './tiny-server.ts';

let server: TinyServer;
beforeAll(async () => {
  server = await startTinyServer();
});
afterAll(() => server.close());

const logOn = 'mutation ($input: LogOnInput!) { logOn(input: $input) { name } }';
const right = { contractId: '01234567890', pin: '' };
const digits = (text: string): string => text.replace(/\D/g, '7').slice(0, 9);

/** Positions in which a client may put a PIN, on purpose or by mistake. `p` is the canary. */
const positions: Readonly<Record<string, (p: string) => unknown>> = {
  'right, in a variable': (p) => ({ query: logOn, variables: { input: { ...right, pin: p } } }),
  'right, inline': (p) => ({
    query: `mutation { logOn(input: { contractId: "0", pin: "${p}" }) { name } }`,
  }),
  'right, inline, as a block': (p) => ({
    query: `mutation { logOn(input: { contractId: "0", pin: """${p}""" }) { name } }`,
  }),
  'right, beside a misspelt field': (p) => ({
    query: logOn,
    variables: { input: { ...right, pin: p, pim: p } },
  }),
  'under a misspelt name': (p) => ({ query: logOn, variables: { input: { ...right, pim: p } } }),
  'under a misspelt name, inline': (p) => ({
    query: `mutation { logOn(input: { contractId: "0", pim: "${p}" }) { name } }`,
  }),
  'as a name of a field': (p) => ({ query: logOn, variables: { input: { ...right, [p]: 1 } } }),
  'as a name of a field, inline': (p) => ({
    query: `mutation { logOn(input: { contractId: "0", ${p}: 1 }) { name } }`,
  }),
  'without quotes': (p) => ({
    query: `mutation { logOn(input: { contractId: "0", pin: ${p} }) { name } }`,
  }),
  'as a number': (p) => ({
    query: logOn,
    variables: { input: { ...right, pin: Number(digits(p)) } },
  }),
  'as a number, inline': (p) => ({
    query: `mutation { logOn(input: { contractId: "0", pin: ${digits(p)} }) { name } }`,
  }),
  'in a list': (p) => ({ query: logOn, variables: { input: { ...right, pin: [p] } } }),
  'in an object': (p) => ({ query: logOn, variables: { input: { ...right, pin: { [p]: p } } } }),
  'in an object, inline': (p) => ({
    query: `mutation { logOn(input: { contractId: "0", pin: { a: "${p}" } }) { name } }`,
  }),
  oversized: (p) => ({ query: logOn, variables: { input: { ...right, pin: p.repeat(20) } } }),
  'oversized, inline': (p) => ({
    query: `mutation { logOn(input: { contractId: "0", pin: "${p.repeat(20)}" }) { name } }`,
  }),
  'oversized beyond any text': (p) => ({
    query: logOn,
    variables: { input: { ...right, pin: p.repeat(200) } },
  }),
  'oversized beyond a body': (p) => ({
    query: logOn,
    variables: { input: { ...right, pin: p.repeat(9000) } },
  }),
  'as a colour': (p) => ({ query: logOn, variables: { input: { ...right, pin: p, colour: p } } }),
  'as a colour, inline': (p) => ({
    query: `mutation { logOn(input: { contractId: "0", colour: ${p}, pin: "${p}" }) { name } }`,
  }),
  'as an amount': (p) => ({ query: logOn, variables: { input: { ...right, pin: p, amount: p } } }),
  'as a count': (p) => ({ query: logOn, variables: { input: { ...right, pin: p, count: p } } }),
  'as a name, of the wrong kind': (p) => ({
    query: logOn,
    variables: { input: { ...right, pin: p, name: { p } } },
  }),
  'as the whole input': (p) => ({ query: logOn, variables: { input: p } }),
  'as the whole variables': (p) => ({ query: logOn, variables: p }),
  'as the variable of another name': (p) => ({ query: logOn, variables: { [p]: p } }),
  'as the name of a variable': (p) => ({
    query: `mutation ($${p}: LogOnInput!) { logOn(input: $${p}) { name } }`,
  }),
  'as an unknown variable': (p) => ({ query: `mutation { logOn(input: $${p}) { name } }` }),
  'as the name of an operation': (p) => ({ query: `query ${p} { nothing }` }),
  'as the name of an operation that runs': (p) => ({
    query: `query ${p} { viewer { __typename } }`,
  }),
  'as an operationName that is unknown': (p) => ({
    query: '{ viewer { __typename } }',
    operationName: p,
  }),
  'as an operationName of the wrong kind': (p) => ({
    query: '{ viewer { __typename } }',
    operationName: [p],
  }),
  'as a field': (p) => ({ query: `{ ${p} }` }),
  'as an alias': (p) => ({ query: `{ ${p}: nothing }` }),
  'as an argument': (p) => ({ query: `{ viewer(${p}: 1) { __typename } }` }),
  'as a type': (p) => ({ query: `query ($a: ${p}) { viewer { __typename } }` }),
  'as a fragment': (p) => ({ query: `{ viewer { ...${p} } }` }),
  'as a fragment that nobody uses': (p) => ({
    query: `{ viewer { __typename } } fragment ${p} on Thing { name }`,
  }),
  'as the type of a fragment': (p) => ({ query: `{ viewer { ... on ${p} { name } } }` }),
  'as a directive': (p) => ({ query: `{ viewer @${p} { __typename } }` }),
  'in a document that can’t be read': (p) => ({ query: `mutation { logOn(input: "${p} }` }),
  'as a whole document': (p) => ({ query: p }),
  'as a document of the wrong kind': (p) => ({ query: [p] }),
  'in extensions': (p) => ({
    query: '{ viewer { __typename } }',
    extensions: { persistedQuery: { version: 1, sha256Hash: p } },
  }),
  'in a list of operations': (p) => [{ query: p }],
  'in a body that is no JSON': (p) => `{"query":"${p}`,
  'in a body with a forbidden key': (p) =>
    `{"__proto__":{"a":"${p}"},"query":"{ viewer { __typename } }"}`,
  'in the message of an error of ours': (p) => ({ query: `{ broken(text: "${p}") }` }),
  'in a variable of the wrong kind': (p) => ({
    query: 'query ($t: Int!) { things(first: $t) { name } }',
    variables: { t: p },
  }),
  'in a directive’s variable': (p) => ({
    query: 'query ($t: Boolean!) { viewer @include(if: $t) { __typename } }',
    variables: { t: p },
  }),
};

describe('A9: a PIN in an answer or a log is a PIN that others read', () => {
  test.each(Object.entries(positions))('%s: nowhere repeated', async (position, body) => {
    const pin = canary();
    server.logged.length = 0;
    const { text } = await server.ask(body(pin));
    const said = [text, ...server.logged].join('\n');
    expect([position, said.includes(pin), said.includes(digits(pin))]).toEqual([
      position,
      false,
      false,
    ]);
  });

  test.each([
    'authorization',
    'cookie',
    'monban-session',
    'monban-page',
    'accept-language',
    'accept',
    'content-type',
    'origin',
    'monban-client-address',
  ])('in the header %s: nowhere repeated', async (name) => {
    const pin = canary();
    server.logged.length = 0;
    const { text } = await server.ask(
      { query: '{ viewer { __typename } person { name } }' },
      { [name]: `BAD ${pin}` },
    );
    expect([text, ...server.logged].join('\n')).not.toContain(pin);
  });

  test.each(['/graphql?query=', '/', '/nothing/', '/nothing.', '/%zz', '//'])(
    'in the address %s…: nowhere repeated',
    async (path) => {
      const pin = canary();
      server.logged.length = 0;
      const text = await raw(
        server.url,
        `GET ${path}${pin} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
      );
      expect(text).toMatch(/^HTTP\/1\.1 4/);
      expect([text, ...server.logged].join('\n')).not.toContain(pin);
    },
  );

  test('in bytes that are no HTTP: nowhere repeated', async () => {
    const pin = canary();
    server.logged.length = 0;
    const text = await raw(server.url, `${pin} ${pin}\r\n\r\n`);
    expect([text, ...server.logged].join('\n')).not.toContain(pin);
  });

  test('a fault of ours answers an ID alone, and the log has the same with where it arose', async () => {
    server.logged.length = 0;
    const { errors, headers } = await server.ask({ query: '{ broken }' });
    const id = errors[0]?.extensions['id'];
    expect(errors[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      id: expect.any(String),
    });
    expect(headers.get('monban-request-id')).toBe(id);
    const line = server.logged.find((one) => one.includes('"Fault"'));
    expect(line).toContain(`"requestId":"${String(id)}"`);
    expect(line).toContain('tiny-schema.ts');
    expect(line).not.toContain('driver');
  });

  test('what is refused says line, column and what is expected there', async () => {
    const { errors, status } = await server.ask({ query: `{\n  viewer { nothing } }` });
    expect([status, errors]).toEqual([
      400,
      [
        {
          message: expect.stringMatching(
            /^Line 2, column 3: expected a selection|^Line 2, column 12: expected a field/,
          ),
          locations: [expect.anything()],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    ]);
  });

  test('a value that does not fit says what its scalar takes, by variable and inline', async () => {
    const variable = await server.ask({ query: logOn, variables: { input: { ...right, pin: 5 } } });
    const inline = await server.ask({
      query: 'mutation { logOn(input: { contractId: "0", pin: 5 }) { name } }',
    });
    expect(variable.errors[0]?.message).toBe(
      'Line 1, column 11: expected a text of at most 256 characters.',
    );
    expect(inline.errors[0]?.message).toBe(
      'Line 1, column 49: expected a text of at most 256 characters.',
    );
    expect([variable.status, inline.status]).toEqual([400, 400]);
  });
});

function raw(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (part) => (text += String(part)));
    socket.on('close', () => resolve(text)).on('error', reject);
  });
}
