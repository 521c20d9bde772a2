import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { buildMonbanSchema } from '../../src/schema.ts';
import { type Client, connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import { seedContract, seedUser } from '../harness/seed.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { type Ground, layGround, startProcess } from '../harness/server.ts';
import { type CanaryCompany, workWithCanaries } from './canary-company.ts';
import { readMatrix } from './matrix-requests.ts';
import { type SecretField, secretFieldsOf, written } from './secret-fields.ts';

/** In every PIN of this run, as a text and as a number. */
const mark = `Kanari${randomBytes(3).toString('hex')}`;
const digits = `47${randomBytes(4).readUInt32BE().toString().padStart(10, '0')}`;
let drawn = 0;
/** A PIN that keeps to the rules, and is found wherever it gets to. */
const canary = (): string =>
  `${mark}-${(drawn += 1).toString(36)}z${randomBytes(2).toString('hex')}`;
const number = (): string => `${digits}${String((drawn += 1)).padStart(3, '0')}`;

/** The mark as anybody may have written it down: as it is, in hexadecimal, in base64 at each offset. */
const spellings = [
  mark,
  digits,
  Buffer.from(mark).toString('hex'),
  ...[0, 1, 2].map((offset) =>
    Buffer.from(`${' '.repeat(offset)}${mark}`)
      .toString('base64')
      .replaceAll('=', '')
      .slice(4, -2),
  ),
].map((each) => each.toLowerCase());

const found = (text: string): number =>
  spellings.reduce((sum, each) => sum + text.toLowerCase().split(each).length - 1, 0);

let ground: Ground;
let server: ServerProcess;
let answers: { readonly what: string; readonly found: number }[] = [];

beforeAll(async () => {
  ground = await layGround({ LOG_LEVEL: 'debug' });
  server = await startProcess(ground);
});
afterAll(async () => {
  await server.stop();
  await ground.clear();
});

/** Sends it, and looks at all that comes back. */
async function send(what: string, client: Client, body: string): Promise<void> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(client.cookie !== null && { cookie: client.cookie }),
    },
    body,
  });
  const text = `${JSON.stringify([...response.headers])}${await response.text()}`;
  answers.push({ what, found: found(text) });
}

/** Every field of every mutation that takes a PIN or a one-time password, with an input around it that fits. */
const secretFields: readonly SecretField[] = secretFieldsOf(buildMonbanSchema(), canary);

/** Where a client may put a PIN, on purpose or by mistake: the request as it goes over the wire. */
const positions: Readonly<Record<string, (secret: SecretField) => string>> = {
  wrong: (secret) => byVariable(secret, canary()),
  'wrong, inline': (secret) => inline(secret, `"${canary()}"`),
  'wrong, inline, as a block': (secret) => inline(secret, `"""${canary()}"""`),
  'without quotes': (secret) => inline(secret, canary().replaceAll('-', '_')),
  'as a number': (secret) => byVariable(secret, Number(number())),
  'as a number, inline': (secret) => inline(secret, number()),
  'in a list': (secret) => byVariable(secret, [canary()]),
  'in a list, inline': (secret) => inline(secret, `["${canary()}"]`),
  'in an object': (secret) => byVariable(secret, { [canary()]: canary() }),
  'in an object, inline': (secret) => inline(secret, `{ pin: "${canary()}" }`),
  'oversized for a PIN': (secret) => byVariable(secret, canary().repeat(20)),
  'oversized for a PIN, inline': (secret) => inline(secret, `"${canary().repeat(20)}"`),
  'oversized for a text': (secret) => byVariable(secret, canary().repeat(60)),
  'oversized for a body': (secret) => byVariable(secret, canary().repeat(6000)),
  'under a misspelt name': (secret) =>
    byVariable({ ...secret, field: `${secret.field}x` }, canary()),
  'under a misspelt name, inline': (secret) =>
    inline(
      { ...secret, field: `${secret.field}x`, input: { ...secret.input, [`${secret.field}x`]: 0 } },
      `"${canary()}"`,
    ),
  'as a name': (secret) => byVariable({ ...secret, field: canary() }, canary()),
  'as a name, inline': (secret) =>
    inline({ ...secret, input: { ...secret.input, [canary().replaceAll('-', '_')]: 1 } }, '"x"'),
  'as the whole input': ({ mutation }) => request(mutation, canary()),
  'twice in one operation': ({ mutation, input, words }) =>
    JSON.stringify({
      query: `mutation { ${mutation}(input: ${written(input, words)}) { __typename } b: ${mutation}(input: ${written(input, words)}) { __typename } }`,
    }),
};

function request(mutation: string, input: unknown): string {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return JSON.stringify({
    query: `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on Refusal { code message } } }`,
    variables: { input },
  });
}

function byVariable({ mutation, field, input }: SecretField, value: unknown): string {
  return request(mutation, { ...input, [field]: value });
}

function inline({ mutation, field, input, words }: SecretField, raw: string): string {
  return JSON.stringify({
    query: `mutation { ${mutation}(input: ${written(input, words, { [field]: raw })}) { __typename ... on Refusal { code message } } }`,
  });
}

/** What was shown once, to whom it is for, or mailed: a secret all the same from then on. */
const shownOnce: string[] = [];

/** How many of those stand in a text. Six digits are looked for as a number of its own: longer ones hold them by chance. */
const shownIn = (text: string): number =>
  shownOnce.filter((each) =>
    /^\d{6}$/.test(each) ? new RegExp(`(?<!\\w)${each}(?!\\w)`).test(text) : text.includes(each),
  ).length;

const matrix = readMatrix();

/** A company whose every PIN is a canary, each entered right. */
async function company(): Promise<CanaryCompany> {
  const made = await workWithCanaries(server.url, ground, canary);
  answers.push({ what: 'right', found: found(JSON.stringify(made.answers)) });
  shownOnce.push(...made.shownOnce);
  return made;
}

describe('A9: a PIN is nowhere but in the head of whose it is', () => {
  it('in no answer, wherever it was put in', async () => {
    const stops = await (await company()).stop();
    expect(stops.map(({ __typename }) => __typename)).toEqual(['UserLocked', 'ContractLocked']);
    const { administrator, user, contractId } = await company();
    const sql = asSuperuser(ground);
    for (const secret of secretFields) {
      const named = {
        ...secret,
        input: { ...secret.input, ...('contractId' in secret.input && { contractId }) },
      };
      const may = matrix.get(`Mutation.${secret.mutation}`);
      const asker =
        may?.get('STRANGER') === true
          ? connect(server.url)
          : may?.get('ADMINISTRATOR') === true
            ? administrator
            : user;
      for (const [position, write] of Object.entries(positions))
        await send(`${secret.mutation}.${secret.field} ${position}`, asker, write(named));
      // Nobody is locked here: what is locked looks at nothing any more.
      await sql`update persons set wrong_logon = 0, wrong_confirmation = 0, wrong_registration = 0, wrong_one_time_password = 0, attempts = '[]', locks = '[]' where contract_id = ${contractId}`;
      await sql`update contracts set locks = '[]' where contract_id = ${contractId}`;
    }
    await sql.end();
    const repeated = answers.filter((answer) => answer.found > 0).map(({ what }) => what);
    figure(
      'A9',
      `${secretFields.length} secret fields in ${Object.keys(positions).length} positions, and a company's right ones: ${repeated.length} answers of ${answers.length} repeat a PIN`,
    );
    expect(repeated).toEqual([]);
    expect(answers.length).toBeGreaterThan(200);
    expect(await administrator.send('{ viewer { __typename } }')).toEqual({
      viewer: { __typename: 'Administrator' },
    });
  });

  it('in no answer where a stranger typed it as an ID, and not in what is kept of that', async () => {
    answers = [];
    const stranger = connect(server.url);
    const pin = canary();
    for (const id of [pin, number(), pin.replace('-', '').slice(0, 30), digits.slice(0, 11)]) {
      const inputs = [
        request('logOnUser', { contractId: id, userId: id, userPin: id }),
        request('logOnAdministrator', {
          contractId: id,
          contractPin: id,
          oneTimePassword: id,
          challengeId: id,
        }),
        request('registerAdministrator', {
          contractId: id,
          registrationPin: id,
          oneTimePassword: id,
          challengeId: id,
          contractPin: id,
          contractConfirmationPin: id,
          notificationAddress: id,
        }),
        JSON.stringify({
          query: 'query ($id: ContractId!) { cardChallenge(contractId: $id) { id } }',
          variables: { id },
        }),
        JSON.stringify({ query: `{ cardChallenge(contractId: "${id}") { id } }` }),
        JSON.stringify({
          query: `query ${mark}q { viewer { __typename } }`,
          operationName: `${mark}q`,
        }),
      ];
      for (const body of inputs) await send(body, stranger, body);
      const { contractId } = await seedContract(server.url, ground);
      await send(
        'as a user ID',
        stranger,
        request('logOnUser', { contractId, userId: id, userPin: id }),
      );
    }
    const repeated = answers.filter((answer) => answer.found > 0).map(({ what }) => what);
    figure('A9', `typed as an ID: ${repeated.length} answers of ${answers.length} repeat it`);
    expect(repeated).toEqual([]);
  });

  it('in no line of the server, however much it logs', async () => {
    const output = server.output();
    const once = shownIn(output);
    figure(
      'A9',
      `${found(output)} PINs in ${output.split('\n').length} lines of standard output and error; shown once: ${once}`,
    );
    expect(output).toContain('"level":30');
    expect([found(output), once]).toEqual([0, 0]);
  });

  it('in no column of the database, nor in what it is doing or has logged', async () => {
    await seedUser(await seedContract(server.url, ground), 'Sato');
    const sql = asSuperuser(ground);
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
    const texts = [];
    let rows = 0;
    for (const { name } of tables) {
      const all = await sql.unsafe<{ text: string }[]>(`select t::text as text from ${name} t`);
      rows += all.length;
      texts.push(all.map(({ text }) => text).join('\n'));
    }
    const activity = await sql<
      { query: string }[]
    >`select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    await sql.end();
    const stored = texts.join('\n');
    const doing = activity.map(({ query }) => query).join('\n');
    const logged = readFileSync(inject('postgresLog'), 'utf8');
    const once = shownIn(stored);
    figure(
      'A9',
      `${found(stored)} PINs in ${rows} rows of ${tables.length} tables, ${found(doing)} in ${activity.length} connections' statements, ${found(logged)} in the database's log; shown once: ${once}`,
    );
    expect([rows > 5000, activity.length > 0, logged.length > 0]).toEqual([true, true, true]);
    expect([found(stored), found(doing), found(logged), once]).toEqual([0, 0, 0, 0]);
  });

  it('and would be found: the search sees a mark in each spelling', () => {
    for (const spelt of [
      mark,
      mark.toUpperCase(),
      `x${Buffer.from(`PIN ${mark}.`).toString('hex')}`,
      Buffer.from(`"${mark}-1`).toString('base64'),
      Buffer.from(`ab${mark}-1`).toString('base64'),
      Buffer.from(`abc${mark}-1`).toString('base64'),
      number(),
    ]) {
      expect([spelt, found(spelt) > 0]).toEqual([spelt, true]);
    }
  });
});
