import fc from 'fast-check';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildMonbanSchema } from '../../src/schema.ts';
import { type Client, connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import { fileOf } from '../harness/import-file.ts';
import {
  ask,
  bank,
  bankToken,
  logOnUser,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';
import { type CallerKind, readMatrix } from './matrix-requests.ts';
import { type Chance, type Pool, randomDocument, type Wanted } from './random-documents.ts';

const matrix = readMatrix();
const schema: GraphQLSchema = buildMonbanSchema();
let ground: Ground;
let server: OwnServer;
let own: SeededContract;
let other: SeededContract;
/** Whatever names the other contract or anybody in it. */
let canaries: readonly string[];
/** What must not be seen by a user even of their own contract: colleagues, and what is the administrator's. */
let colleagues: readonly string[];
let session: string;

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
  other = await seedContract(server.url, ground, {
    name: 'Kanariya Shoten',
    administratorName: 'Kanari Ichiro',
    notificationAddress: 'kanari@kanariya.example',
  });
  await seedUser(other, 'Kanari2', { name: 'Kanari Jiro', email: 'jiro@kanariya.example' });
  await ask(other.administrator, 'lockUser', {
    userId: 'Kanari2',
    confirmationPin: pins.contractConfirmation,
  });
  await ask(other.administrator, 'unlockUser', {
    userId: 'Kanari2',
    confirmationPin: pins.contractConfirmation,
  });
  await seedUser(other, 'Kanari3', { name: 'Kanari Saburo' });
  const sql = asSuperuser(ground);
  const rows = await sql<{ text: string }[]>`
    select serial as text from cards where contract_id = ${other.contractId}
    union all select session_id from sessions where contract_id = ${other.contractId}`;
  await sql.end();
  session = rows.at(-1)?.text ?? '';
  canaries = [other.contractId, 'kanari', ...rows.map(({ text }) => text)];
  await openOwn();
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

/** Everybody who asks, and through what. */
let as: Readonly<Record<CallerKind | 'USER_THROUGH_A_BANK', Client>>;

async function openOwn(): Promise<void> {
  own = await seedContract(server.url, ground, { notificationAddress: 'office@himitsu.example' });
  await seedUser(own, 'Himitsu1', { name: 'Himitsu Hanako', email: 'hanako@himitsu.example' });
  const user = await seedUser(own, 'Sato');
  await seedUser(own, 'Tanaka');
  const authorization = `Bearer ${bankToken(ground, ['transactions'])}`;
  const { sessionToken } = await logOnUser(
    connect(server.url, { authorization }),
    own.contractId,
    'Tanaka',
  );
  as = {
    STRANGER: connect(server.url),
    USER: user,
    USER_THROUGH_A_BANK: connect(server.url, {
      authorization,
      'monban-session': sessionToken ?? '',
    }),
    ADMINISTRATOR: own.administrator,
    DESK: bank(server.url, ground, ['desk']),
    TRANSACTIONS: bank(server.url, ground, ['transactions']),
    READ: bank(server.url, ground, ['read']),
    MAIL: bank(server.url, ground, ['mail']),
  };
  colleagues = ['himitsu', own.registrationPin];
}

const quoted = (...values: readonly string[]) => values.map((value) => JSON.stringify(value));

/** Values that fit, of the own, the other and no contract; a bank's token names none but the own. */
function poolFor(who: keyof typeof as): Pool {
  const mine = who === 'DESK' || who === 'READ';
  const theirs = (value: string) => (mine ? [] : [value]);
  return {
    ContractId: quoted(own.contractId, '00000000000', ...theirs(other.contractId)),
    UserId: quoted('Sato', 'Himitsu1', 'Nobody', ...theirs('Kanari2'), ...theirs('kanari3')),
    ID: quoted('x', ...theirs(session)),
    EmailAddress: quoted('new@yamada.example', ...theirs('kanari@kanariya.example')),
    Pin: quoted(who === 'USER' ? pins.userConfirmation : pins.contractConfirmation),
    currentPin: quoted(who === 'USER' ? pins.user : pins.contract),
    // What is in a file comes back: it names nobody of the other contract.
    CsvText: quoted(fileOf('Sato', 'new1'), fileOf('new2'), 'x'),
    OneTimePassword: quoted('1234'),
    Int: ['1', '2'],
    Boolean: ['true', 'false'],
    Yen: ['1', '1000', '5000000'],
    DateTime: quoted('2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z'),
    first: ['1', '2', '3', '100'],
    after: quoted('1', '9', 'kanari2', 'himitsu1', '@administrator', 'D0000000001'),
    String: quoted('a', '%', '', 'Sato', '@administrator', '1234567', ...theirs('Kanari')),
  };
}

const kindOf = (who: keyof typeof as): CallerKind => (who === 'USER_THROUGH_A_BANK' ? 'USER' : who);

/** A list of all contracts shows all of them, to whom it may. */
const ofAllContracts = new Set(['contracts']);

function wantedBy(who: keyof typeof as, evenClosed: boolean): Wanted {
  return ({ name: type }, field) =>
    !ofAllContracts.has(field) &&
    (evenClosed || matrix.get(`${type}.${field}`)?.get(kindOf(who)) === true);
}

function leaks(who: keyof typeof as, answer: string): readonly string[] {
  const secret = kindOf(who) === 'USER' ? [...canaries, ...colleagues] : canaries;
  return secret.filter((each) => answer.toLowerCase().includes(each.toLowerCase()));
}

/** Asks as many random documents; fails at the first that shows something, with the smallest that still does. */
async function askAtRandom(
  who: keyof typeof as,
  root: GraphQLObjectType,
  documents: number,
  wanted: (chance: Chance) => Wanted,
  afterwards: (answer: string) => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly answered: number }> {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const chance: Chance = (bound) => draw(fc.nat, { max: Math.max(0, bound - 1) });
      const document = randomDocument(schema, root, chance, wanted(chance), poolFor(who));
      const { body, headers } = await as[who].raw(document);
      if (body.startsWith('{"data":{')) answered += 1;
      const leaked = leaks(who, `${JSON.stringify([...headers])} ${body}`);
      expect([document, leaked]).toEqual([document, []]);
      await afterwards(body);
    }),
    { numRuns: documents },
  );
  return { answered };
}

const rootOf = (type: GraphQLObjectType | null | undefined): GraphQLObjectType => {
  if (type == null) throw new Error('The schema has no such root.');
  return type;
};
const query = rootOf(schema.getQueryType());
const mutation = rootOf(schema.getMutationType());

describe('A11: documents that nobody would write show nothing of another contract', () => {
  it.each([
    'STRANGER',
    'USER',
    'USER_THROUGH_A_BANK',
    'ADMINISTRATOR',
    'DESK',
    'TRANSACTIONS',
    'READ',
    'MAIL',
  ] as const)('%s: any fields, under any names, with any arguments', async (who) => {
    const documents = 200;
    const { answered } = await askAtRandom(who, query, documents, (chance) =>
      wantedBy(who, chance(10) === 0),
    );
    figure('A11', `${documents} random queries as ${who}: ${answered} answered, 0 leaks`);
    expect(answered).toBeGreaterThan(documents / 4);
  });

  it.each([
    // Few acts are a user's, and most of them put the user out.
    ['USER', 40],
    ['ADMINISTRATOR', 150],
    ['DESK', 50],
  ] as const)(
    '%s: any act with any input, and nothing happens to the other contract',
    async (who, documents) => {
      const before = await stored(other.contractId);
      const done: Record<string, number> = {};
      const { answered } = await askAtRandom(
        who,
        mutation,
        documents,
        // What strangers may do, they may do to any contract (A8).
        () => (type, field) =>
          wantedBy(who, false)(type, field) &&
          matrix.get(`${type.name}.${field}`)?.get('STRANGER') !== (type === mutation),
        async (answer) => {
          const outcome = /"__typename":"(\w+)"/.exec(answer)?.[1] ?? 'a fault';
          done[outcome] = (done[outcome] ?? 0) + 1;
          // Whoever has put themselves out goes on in another company.
          for (const person of ['USER', 'ADMINISTRATOR'] as const)
            if ((await as[person].raw('{ viewer { __typename } }')).body.includes('null')) {
              await openOwn();
              break;
            }
        },
      );
      figure(
        'A11',
        `${documents} random acts as ${who}: ${answered} answered, 0 leaks ${JSON.stringify(done)}`,
      );
      expect(await stored(other.contractId)).toBe(before);
      expect(Object.keys(done).length).toBeGreaterThan(2);
    },
  );
});

/** A contract as it is stored. */
async function stored(contractId: string): Promise<string> {
  const sql = asSuperuser(ground);
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'contract_id' order by 1`;
  const rows = [];
  for (const { name } of tables)
    rows.push(
      await sql`select to_jsonb(t) as row from ${sql(name)} t where contract_id = ${contractId} order by 1`,
    );
  await sql.end();
  return JSON.stringify(rows);
}
