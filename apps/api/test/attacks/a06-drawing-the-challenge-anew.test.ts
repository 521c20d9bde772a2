import { Agent, request } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  ask,
  bank,
  challenge,
  logOnAdministrator,
  openContract,
  pins,
  readCard,
  seedContract,
  type SeededContract,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

let ground: Ground;
let server: OwnServer;
/** Stands, so that a decoy’s challenge moves only when a test moves it. */
const at = Date.now();

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => at });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

/** The challenge as one connection’s client gets it, to the letter. */
function asked(agent: Agent, contractId: string): Promise<string> {
  const body = JSON.stringify({
    query:
      'query ($id: ContractId!) { cardChallenge(contractId: $id) { id cells { column row } } }',
    variables: { id: contractId },
  });
  return new Promise((resolve, reject) => {
    const sent = request(
      `${server.url}/graphql`,
      { agent, method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => (text += String(part)));
        response.on('end', () => resolve(text));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** So many requests over 10 connections: the different answers that came. */
async function drawn(contractId: string, requests: number): Promise<ReadonlySet<string>> {
  const answers = new Set<string>();
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let each = 0; each < requests / 10; each += 1)
        answers.add(await asked(agent, contractId));
      agent.destroy();
    }),
  );
  return answers;
}

const freshCard = { wrong_logon: 0, wrong_one_time_password: 0, attempts: [] };

async function counted(contractId: string): Promise<typeof freshCard | undefined> {
  const sql = asSuperuser(ground);
  const [row] = await sql<(typeof freshCard)[]>`
    select wrong_logon, wrong_one_time_password, attempts from persons
    where contract_id = ${contractId} and person_key = '@administrator'`;
  await sql.end();
  return row;
}

describe('A6: nobody draws challenges until cells come up that they know', () => {
  let contract: SeededContract;
  beforeAll(async () => {
    contract = await seedContract(server.url, ground);
  });

  const whose = {
    'a working contract': () => Promise.resolve(contract.contractId),
    'an ID that nobody has': () => Promise.resolve('00000000000'),
    'a contract that has not registered': async () =>
      (await openContract(server.url, ground)).contractId,
  };
  it.each([
    ['a working contract', 1000],
    ['an ID that nobody has', 200],
    ['a contract that has not registered', 200],
  ] as const)(
    'asked for over and over, %s has one set of cells (%i requests over 10 connections)',
    async (of, requests) => {
      const answers = await drawn(await whose[of](), requests);
      figure('A6', `${of}: ${requests} requests over 10 connections, ${answers.size} set of cells`);
      expect(answers.size).toBe(1);
      expect([...answers][0]).toContain('"cells":[{"column":');
    },
  );

  it('an abandoned logon keeps the cells: after a wrong PIN, a wrong one-time password, both, and a refused input', async () => {
    const stranger = connect(server.url);
    const first = await challenge(stranger, contract.contractId);
    const right = readCard(contract.digits, first);
    const wrong = right.replace(/./, (digit) => String((Number(digit) + 1) % 10));
    const tries = [
      { contractPin: pins.wrong, oneTimePassword: right },
      { contractPin: pins.contract, oneTimePassword: wrong },
      { contractPin: pins.wrong, oneTimePassword: wrong },
      { contractPin: pins.contract, oneTimePassword: 'x' },
    ];
    for (const entries of tries) {
      await ask(stranger, 'logOnAdministrator', {
        contractId: contract.contractId,
        challengeId: first.id,
        ...entries,
      });
      expect(await challenge(stranger, contract.contractId)).toEqual(first);
    }
    expect(await counted(contract.contractId)).toEqual({
      ...freshCard,
      wrong_logon: 2,
      wrong_one_time_password: 1,
    });
  });

  it('entries for a challenge that has passed are compared with nothing and counted nowhere, right or wrong', async () => {
    const before = await challenge(connect(server.url), contract.contractId);
    expect(await logOnAdministrator(connect(server.url), contract)).toMatchObject({
      __typename: 'LoggedOn',
    });
    for (const contractPin of [pins.contract, pins.wrong]) {
      const late = await ask(connect(server.url), 'logOnAdministrator', {
        contractId: contract.contractId,
        challengeId: before.id,
        contractPin,
        oneTimePassword: readCard(contract.digits, before),
      });
      expect(late).toMatchObject({ because: 'CHALLENGE_PASSED', retryAfterSeconds: 0 });
    }
    expect(await counted(contract.contractId)).toEqual(freshCard);
  });
});

describe('A6, R7: a fresh card', () => {
  it('25 logons ask 100 different cells, and the 26th begins again; five logons before, the administrator is told', async () => {
    const opened = await openContract(server.url, ground);
    const client = connect(server.url);
    const cells: string[] = [];
    const dueAfter: number[] = [];
    for (let logon = 1; logon <= 26; logon += 1) {
      const given = await challenge(client, opened.contractId);
      cells.push(...given.cells.map(({ column, row }) => `${column}${row}`));
      const entries = {
        contractId: opened.contractId,
        challengeId: given.id,
        oneTimePassword: readCard(opened.digits, given),
        contractPin: pins.contract,
      };
      const answer =
        logon === 1
          ? await ask(client, 'registerAdministrator', {
              ...entries,
              registrationPin: opened.registrationPin,
              contractConfirmationPin: pins.contractConfirmation,
            })
          : await ask(connect(server.url), 'logOnAdministrator', entries);
      expect([logon, answer.__typename]).toEqual([logon, 'LoggedOn']);
      if (dueAfter.length === 0 && (await events(opened.contractId)).includes('CARD_DUE'))
        dueAfter.push(logon);
    }
    const fresh = new Set(cells.slice(0, 100));
    figure(
      'A6',
      `a fresh card: 25 logons asked ${fresh.size} different cells; told as due after the ${dueAfter.join()}th`,
    );
    expect(fresh.size).toBe(100);
    expect(cells.slice(100).every((cell) => fresh.has(cell))).toBe(true);
    expect(dueAfter).toEqual([20]);
  });
});

async function events(contractId: string): Promise<readonly string[]> {
  const read = bank(server.url, ground, ['read']);
  const { contract } = await read.send<{
    contract: { history: { nodes: readonly { event: string }[] } };
  }>(
    'query ($id: ContractId!) { contract(contractId: $id) { history(first: 100) { nodes { event } } } }',
    { id: contractId },
  );
  return contract.history.nodes.map(({ event }) => event);
}
