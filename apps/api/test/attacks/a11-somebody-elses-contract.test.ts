import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { emitAccessMatrix } from '../../src/graphql/access-matrix.ts';
import { buildMonbanSchema } from '../../src/schema.ts';
import { type Client, connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  bank,
  documents,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';
import { type CallerKind, callers, matrixText, readMatrix, requestsOf } from './matrix-requests.ts';

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
  };
  const sql = asSuperuser(ground);
  const rows = await sql<{ text: string }[]>`
    select serial as text from cards where contract_id = ${other.contractId}
    union select session_id from sessions where contract_id = ${other.contractId}`;
  await sql.end();
  canaries = [other.contractId, 'Kanari', 'kanari', ...rows.map(({ text }) => text)];
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

/** Both contracts as they are stored, but for when their sessions were last heard of. */
async function stored(): Promise<string> {
  const sql = asSuperuser(ground);
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'contract_id' order by 1`;
  const rows = [];
  for (const { name } of tables) {
    rows.push(
      await sql`select to_jsonb(t) - 'last_act_at' as row from ${sql(name)} t where contract_id in ${sql([own.contractId, other.contractId])} order by 1`,
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
    const before = await stored();
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
    expect(await stored()).toBe(before);
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

  it.each(['lockUser', 'unlockUser', 'resetUserPins'] as const)(
    '%s on somebody of another contract answers as on nobody, and does nothing to them',
    async (operation) => {
      const before = JSON.stringify(await othersRows());
      const answers = [];
      for (const userId of ['Kanari2', 'Nobody']) {
        answers.push(
          await answered(own.administrator, documents[operation], {
            input: { userId, confirmationPin: pins.contractConfirmation },
          }),
        );
      }
      expect(answers[0]).toBe(answers[1]);
      expect(answers[0]).toContain('NOT_FOUND');
      expect(JSON.stringify(await othersRows())).toBe(before);
    },
  );

  it('a user ID that another contract has is free in one’s own', async () => {
    const colleague = await seedUser(own, 'KANARI2');
    expect(
      await colleague.send('{ viewer { __typename ... on User { contract { contractId } } } }'),
    ).toEqual({
      viewer: { __typename: 'User', contract: { contractId: own.contractId } },
    });
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

async function othersRows() {
  const sql = asSuperuser(ground);
  const rows =
    await sql`select to_jsonb(p) as person, to_jsonb(c) as contract from persons p join contracts c using (contract_id) where contract_id = ${other.contractId} order by person_key`;
  await sql.end();
  return rows;
}
