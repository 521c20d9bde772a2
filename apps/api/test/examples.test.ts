import { chapters } from '@monban/examples/chapters';
import { type Example, type Values } from '@monban/examples/example';
import { fill, headersOf, learn, sourceOf } from '@monban/examples/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMonbanSchema } from '../src/schema.ts';
import { type Client, connect } from './harness/client.ts';
import { mailedCode } from './harness/mailbox.ts';
import { bankToken } from './harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from './harness/server.ts';

const examples = chapters.flatMap((chapter) => chapter.examples);
const forTwo = new Set(
  chapters.filter(({ needsTwoPersons }) => needsTwoPersons).flatMap((chapter) => chapter.examples),
);

describe('Whoever integrates Monban finds an example that runs', () => {
  let ground: Ground;
  let server: OwnServer;
  /** The same contracts where an act of the desk waits for another person. */
  let careful: OwnServer;
  let values: Values;
  /** The browser of the examples: the administrator's cookie stays in it. */
  let browser: Client;
  beforeAll(async () => {
    ground = await layGround();
    server = await startHere(ground);
    const env = { ...ground.env, MONBAN_TWO_PERSONS: 'on' };
    careful = await startHere({ ...ground, env });
    browser = connect(server.url);
    values = {
      bankToken: bankToken(ground, ['desk', 'transactions', 'read', 'mail']),
      anotherToken: bankToken(ground, ['desk'], 'clerk2'),
    };
  });
  afterAll(async () => {
    await careful.close();
    await server.close();
    await ground.clear();
  });

  test('for every operation of the schema', () => {
    const schema = buildMonbanSchema();
    const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    const shown = new Set(examples.map((example) => example.shows));
    expect(
      operations.filter((operation) => !shown.has(operation)),
      'operations without an example: add one to packages/examples/src/chapters',
    ).toEqual([]);
    expect([...shown].filter((operation) => !operations.includes(operation))).toEqual([]);
  });

  test('each under a title of its own, so that one can be told to run another first', () => {
    const titles = examples.map((example) => example.title);
    expect(titles).toHaveLength(new Set(titles).size);
  });

  async function run(example: Example): Promise<Readonly<Record<string, unknown>>> {
    const { document, variables } = example;
    const filled = fill({ variables, headers: headersOf(example) }, values);
    if (!filled.ok) throw new Error(filled.missing.map(sourceOf).join(' '));
    const { headers } = filled.value;
    const { url } = forTwo.has(example) ? careful : server;
    const client = 'Authorization' in headers ? connect(url, headers) : browser;
    return client.send(document, filled.value.variables);
  }

  // One after another: each stands on what those before it have done.
  test.each(examples)('$shows: $title', async (example) => {
    if (example.shows === 'confirmNotificationAddress') {
      values = { ...values, code: await mailedCode(server.url, 'soumu@sakura.example') };
    }
    const data = await run(example);
    const answer = data[example.shows];
    const wanted = example.answersHere ?? example.answers;
    if (wanted !== undefined) expect(answer).toMatchObject({ __typename: wanted });
    values = learn(values, data);
    expect(Object.keys(example.learns ?? {}).filter((name) => values[name] === undefined)).toEqual(
      [],
    );
  });
});
