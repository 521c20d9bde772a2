import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { emitAccessMatrix } from '../../src/graphql/access-matrix.ts';
import { buildMonbanSchema } from '../../src/schema.ts';
import { type Client, connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import { dryRun, fileOf } from '../harness/import-file.ts';
import { bank, pins, seedContract, type SeededContract, seedUser } from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';
import {
  type CallerKind,
  callers,
  matrixText,
  mutationOf,
  readMatrix,
  requestsOf,
} from './matrix-requests.ts';

const matrix = readMatrix();
const missing = '00000000000';

let ground: Ground;
let server: OwnServer;
let schema: GraphQLSchema;
let own: SeededContract;
let other: SeededContract;
let as: Readonly<Record<CallerKind, Client>>;
/** Whatever names the other contract or anybody in it. */
let canaries: readonly string[];
/** What an act may name, of the other contract and of nobody. */
let theirs: Named;
const ofNobody: Named = {
  contractId: missing,
  userId: 'Nobody99',
  sessionId: 'c2Vzc2lvbi1vZi1ub2JvZHk',
  address: 'nobody@nowhere.example',
};

interface Named {
  readonly contractId: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly address: string;
}

/** Acts that take an ID or an address as something new: it is free in one's own contract, whoever else has it. */
const taken = new Set(['addUser', 'setNotificationAddresses']);

const pin = JSON.stringify(pins.contractConfirmation);
/** Everything that can be looked for by somebody's name. */
const questions = [
  '{ contract { user(userId: "WHO") { name } } }',
  '{ contract { users(first: 100, search: "WHO") { totalCount nodes { name } pageInfo { hasNextPage } } } }',
  '{ contract { users(first: 100, after: "WHO") { totalCount pageInfo { hasPreviousPage } } } }',
  '{ contract { history(first: 100, filter: { concerns: "WHO" }) { totalCount nodes { text } } } }',
  '{ contract { history(first: 100, filter: { actor: "WHO" }) { totalCount nodes { text } } } }',
  `mutation { exportHistory(input: { filter: { concerns: "WHO" }, confirmationPin: ${pin} }) { ... on HistoryExported { csv entries } } }`,
  `mutation { exportHistory(input: { filter: { actor: "WHO" }, confirmationPin: ${pin} }) { ... on HistoryExported { csv entries } } }`,
];

/** An act that would succeed if the thing were one's own. */
function named(thing: Named) {
  const names = Object.entries(thing).map(([name, value]) => [name, JSON.stringify(value)]);
  return {
    ...(Object.fromEntries(names) as Readonly<Record<keyof Named, string>>),
    confirmationPin: JSON.stringify(pins.contractConfirmation),
    service: 'FUNDS_TRANSFER',
    accounts: '"1234567"',
    code: '"123456"',
  };
}

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground);
  schema = buildMonbanSchema();
  own = await seedContract(server.url, ground);
  other = await seedContract(server.url, ground, {
    name: 'Kanariya Shoten',
    administratorName: 'Kanari Ichiro',
    notificationAddress: 'kanari@kanariya.example',
  });
  const user = await seedUser(own, 'Sato');
  await seedUser(other, 'Kanari2', { name: 'Kanari Jiro', email: 'jiro@kanariya.example' });
  as = {
    STRANGER: connect(server.url),
    USER: user,
    ADMINISTRATOR: own.administrator,
    DESK: bank(server.url, ground, ['desk']),
    TRANSACTIONS: bank(server.url, ground, ['transactions']),
    READ: bank(server.url, ground, ['read']),
    MAIL: bank(server.url, ground, ['mail']),
  };
  const sql = asSuperuser(ground);
  const rows = await sql<{ text: string }[]>`
    select serial as text from cards where contract_id = ${other.contractId}
    union select session_id from sessions where contract_id = ${other.contractId}`;
  const [session] = await sql<{ id: string }[]>`
    select session_id as id from sessions where contract_id = ${other.contractId} and person_key = 'kanari2'`;
  theirs = {
    contractId: other.contractId,
    userId: 'Kanari2',
    sessionId: session?.id ?? '',
    address: 'kanari@kanariya.example',
  };
  canaries = [other.contractId, 'Kanari', 'kanari', ...rows.map(({ text }) => text)];
  await sql.end();
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

/** All that an answer says, but for its own number and the time of day. */
async function answered(
  client: Client,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { status, headers, body } = await client.raw(query, variables);
  const told = [...headers].filter(([name]) => name !== 'monban-request-id' && name !== 'date');
  return JSON.stringify({ status, told, body });
}

const isRefused = (answer: string): boolean =>
  /\\"code\\":\\"(FORBIDDEN|UNAUTHENTICATED)\\"/.test(answer) && !answer.includes('"data\\":{');
const leaks = (answer: string): readonly string[] =>
  canaries.filter((canary) => answer.includes(canary));

function valuesFor(contractId: string, userId: string) {
  return {
    contractId: `"${contractId}"`,
    userId: `"${userId}"`,
    ContractId: `"${contractId}"`,
    UserId: `"${userId}"`,
  };
}

/** Contracts as they are stored, but for when their sessions were last heard of. */
async function stored(...contractIds: readonly string[]): Promise<string> {
  const sql = asSuperuser(ground);
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'contract_id' order by 1`;
  const rows = [];
  for (const { name } of tables) {
    rows.push(
      await sql`select to_jsonb(t) - 'last_act_at' as row from ${sql(name)} t where contract_id in ${sql([...contractIds])} order by 1`,
    );
  }
  await sql.end();
  return JSON.stringify(rows);
}

/** Asks for all that is open to a caller; who names no contract must name one. */
async function askOpen(
  caller: CallerKind,
): Promise<{ readonly asked: number; readonly wrong: readonly string[] }> {
  const ofContract = (contractId: string, userId: string) =>
    requestsOf(schema, matrix, caller, valuesFor(contractId, userId));
  const [mine, others, nobodys] = [
    ofContract(own.contractId, 'Sato'),
    ofContract(other.contractId, 'Kanari2'),
    ofContract(missing, 'Nobody'),
  ];
  const wrong: string[] = [];
  let asked = 0;
  for (const [field, { query, open }] of mine) {
    if (matrix.get(field)?.get(caller) !== true || !open) continue;
    asked += 1;
    const answer = await answered(as[caller], query);
    if (answer.includes('errors') || leaks(answer).length > 0)
      wrong.push(`${caller} own: ${query} → ${answer}`);
    // A bank’s token names the contract that it asks about; a challenge is anybody’s, and shows nothing.
    if ((caller !== 'USER' && caller !== 'ADMINISTRATOR') || query.includes('cardChallenge'))
      continue;
    asked += 2;
    const seen = await answered(as[caller], others.get(field)?.query ?? '');
    const unseen = await answered(as[caller], nobodys.get(field)?.query ?? '');
    if (seen !== unseen || leaks(seen).length > 0)
      wrong.push(`${caller} other: ${query} → ${seen}`);
  }
  return { asked, wrong };
}

describe('A11: every field and operation × who asks × of which contract', () => {
  it('the matrix is the committed one, and every field of the schema stands in it', () => {
    expect(emitAccessMatrix(schema)).toBe(matrixText);
    expect(matrix.size).toBeGreaterThan(100);
  });

  it('what the matrix refuses is refused, and nothing of it was done', async () => {
    const before = await stored(own.contractId, other.contractId);
    const wrong: string[] = [];
    let asked = 0;
    for (const caller of callers) {
      const requests = requestsOf(schema, matrix, caller, valuesFor(other.contractId, 'Kanari2'));
      for (const [field, { query }] of requests) {
        if (matrix.get(field)?.get(caller) !== false) continue;
        asked += 1;
        const answer = await answered(as[caller], query);
        if (!isRefused(answer) || leaks(answer).length > 0) wrong.push(`${caller} ${query}`);
      }
    }
    figure('A11', `${asked} refused cells of the matrix asked: ${wrong.length} answered`);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(200);
    expect(await stored(own.contractId, other.contractId)).toBe(before);
  });

  it('what the matrix opens is open, of the own contract alone: another answers like one that does not exist, byte for byte', async () => {
    const found = await Promise.all(callers.map(askOpen));
    const asked = found.reduce((sum, each) => sum + each.asked, 0);
    const wrong = found.flatMap((each) => each.wrong);
    figure(
      'A11',
      `${asked} open cells asked of the own, another and no contract: ${wrong.length} leaks or differences`,
    );
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(300);
  });

  it('whatever an act names of another contract – a user, one of many users, a session, an address, the contract – answers as if nobody had it, byte for byte, and nothing happens to it', async () => {
    const before = await stored(other.contractId);
    const acting = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((name) => {
      const may = matrix.get(`Mutation.${name}`);
      // What strangers may do tells nobody what exists (A8); what is added is new in whichever contract.
      return may?.get('ADMINISTRATOR') === true && may.get('STRANGER') !== true && !taken.has(name);
    });
    const naming = acting.filter(
      (name) =>
        mutationOf(schema, name, named(theirs)) !== mutationOf(schema, name, named(ofNobody)),
    );
    const wrong: string[] = [];
    for (const name of naming) {
      const seen = await answered(own.administrator, mutationOf(schema, name, named(theirs)));
      const unseen = await answered(own.administrator, mutationOf(schema, name, named(ofNobody)));
      if (seen !== unseen || !seen.includes('NOT_FOUND') || leaks(seen).length > 0)
        wrong.push(`${name}: ${seen} / ${unseen}`);
    }
    figure(
      'A11',
      `${naming.length} of ${acting.length} acts name something: of another contract's ${wrong.length} leak or differ (${naming.join(', ')})`,
    );
    expect(wrong).toEqual([]);
    expect(naming.length).toBeGreaterThan(10);
    expect(await stored(other.contractId)).toBe(before);
  });

  it.each(questions)(
    'what is asked about another contract’s people finds as much as about nobody, byte for byte: %s',
    async (question) => {
      const ask = (who: string) => answered(own.administrator, question.replaceAll('WHO', who));
      const seen = await ask('Kanari2');
      expect(seen).toBe(await ask('Nobody2'));
      expect(seen).toContain('\\"data\\":{');
      expect(leaks(seen)).toEqual([]);
    },
  );

  it('a user ID that another contract has is free in one’s own, by one addition as by a file', async () => {
    const { problemCount } = await dryRun(own.administrator, fileOf('Kanari2', 'Sato'));
    expect(problemCount).toBe(1);
    const colleague = await seedUser(own, 'KANARI2');
    expect(
      await colleague.send('{ viewer { __typename ... on User { contract { contractId } } } }'),
    ).toEqual({
      viewer: { __typename: 'User', contract: { contractId: own.contractId } },
    });
  });

  it('desk and READ: of two contracts asked for at once each is answered with its own, where both have a user of one ID', async () => {
    const opened = await Promise.all(
      [[], ['VIEW', 'EXECUTE']].map(async (actions, index) => {
        const contract = await seedContract(server.url, ground);
        await seedUser(contract, 'Suzuki', {
          permissions: actions.map((action) => ({ service: 'FUNDS_TRANSFER', action })),
          limits: [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: index, perDay: index } }],
        });
        return contract.contractId;
      }),
    );
    const user =
      'user(userId: "Suzuki") { permissions { action } limits { limit { perDay } } ability { reasons } }';
    const both = `{ ${opened.map((id, index) => `c${index}: contract(contractId: "${id}") { ${user} }`).join(' ')} }`;
    for (const caller of ['DESK', 'READ'] as const) {
      const alone = await Promise.all(
        opened.map((id) =>
          as[caller].send<Readonly<Record<string, unknown>>>(
            `{ contract(contractId: "${id}") { ${user} } }`,
          ),
        ),
      );
      expect(alone[0]).not.toEqual(alone[1]);
      expect(await as[caller].send(both)).toEqual({
        c0: alone[0]?.['contract'],
        c1: alone[1]?.['contract'],
      });
    }
  });

  it('desk and READ: a contract that does not exist, a decoy’s and none at all are null, not a fault of ours', async () => {
    for (const caller of ['DESK', 'READ'] as const) {
      for (const contractId of [missing, 'D0000000001', 'D000000000١']) {
        expect(
          await as[caller].send('query ($id: ContractId) { contract(contractId: $id) { name } }', {
            id: contractId,
          }),
        ).toEqual({ contract: null });
      }
    }
  });
});
