import { createHash, randomUUID } from 'node:crypto';

import { documents, pins, readCard } from '../../test/harness/seed.ts';
import { type Answer, type Connection, graphqlRequest } from './connection.ts';
import type { LoadJob, LoadResult, LogonContract } from './jobs.ts';
import { atOnce, loop } from './loops.ts';

export function runJob(job: LoadJob): Promise<LoadResult> {
  switch (job.kind) {
    case 'REPEAT':
      return repeat(job);
    case 'LOGONS':
      return logOns(job);
    case 'AUTHORIZE':
      return authorize(job);
    case 'GUESSES':
      return guesses(job);
  }
}

function repeat({
  url,
  query,
  headers,
  expected,
  connections,
  seconds,
}: Extract<LoadJob, { kind: 'REPEAT' }>): Promise<LoadResult> {
  const request = graphqlRequest(url, { query }, headers);
  return loop(url, connections, seconds, async (connection) => {
    assertHas(await connection.ask(request), expected);
  });
}

function logOns({
  url,
  contracts,
  contractPin,
  connections,
  seconds,
}: Extract<LoadJob, { kind: 'LOGONS' }>): Promise<LoadResult> {
  const asked = Array.from({ length: connections }, () => 0);
  return loop(url, connections, seconds, async (connection, index) => {
    // Each connection has contracts of its own: of two logons with one challenge only one gets in.
    const own = Math.floor((contracts.length - 1 - index) / connections) + 1;
    const turn = asked[index] ?? 0;
    asked[index] = turn + 1;
    const contract = contracts[index + (turn % own) * connections];
    if (contract === undefined) throw new Error('There are more connections than contracts.');
    await logOn(connection, url, contract, contractPin);
  });
}

function authorize({
  url,
  sessions,
  confirmationPin,
  connections,
  seconds,
}: Extract<LoadJob, { kind: 'AUTHORIZE' }>): Promise<LoadResult> {
  const asked = Array.from({ length: connections }, () => 0);
  return loop(url, connections, seconds, async (connection, index) => {
    const own = Math.floor((sessions.length - 1 - index) / connections) + 1;
    const turn = asked[index] ?? 0;
    asked[index] = turn + 1;
    const headers = sessions[index + (turn % own) * connections];
    const idempotencyKey = randomUUID();
    const input = {
      service: 'FUNDS_TRANSFER',
      amount: 1,
      transactionHash: createHash('sha256').update(idempotencyKey).digest('hex'),
      idempotencyKey,
      confirmationPin,
    };
    const answer = await connection.ask(
      graphqlRequest(url, { query: documents.authorizeTransaction, variables: { input } }, headers),
    );
    assertHas(answer, '"TransactionAuthorized"');
  });
}

const challengeQuery =
  'query ($contractId: ContractId!) { cardChallenge(contractId: $contractId) { id cells { column row } } }';

interface ChallengeAnswer {
  readonly data: { readonly cardChallenge: Parameters<typeof readCard>[1] };
}

async function logOn(
  connection: Connection,
  url: string,
  { contractId, digits }: LogonContract,
  contractPin: string,
): Promise<void> {
  const challenge = await connection.ask(
    graphqlRequest(url, { query: challengeQuery, variables: { contractId } }),
  );
  assertHas(challenge, '"cells"');
  const { cardChallenge } = (JSON.parse(challenge.body) as ChallengeAnswer).data;
  const oneTimePassword = readCard(digits, cardChallenge);
  const input = { contractId, contractPin, oneTimePassword, challengeId: cardChallenge.id };
  const answer = await connection.ask(
    graphqlRequest(url, { query: documents.logOnAdministrator, variables: { input } }),
  );
  assertHas(answer, '"LoggedOn"');
}

function guesses({
  url,
  contractId,
  userId,
  count,
}: Extract<LoadJob, { kind: 'GUESSES' }>): Promise<LoadResult> {
  return atOnce(url, count, async (connection, index) => {
    const input = { contractId, userId, userPin: `${pins.wrong}-${index}` };
    const answer = await connection.ask(
      graphqlRequest(url, { query: documents.logOnUser, variables: { input } }),
    );
    // Where the machine is slow, the last in line are put off: nothing of theirs was compared either.
    if (!answer.body.includes('"TRY_AGAIN"')) assertHas(answer, '"LOGON_REFUSED"');
  });
}

function assertHas({ status, body }: Answer, expected: string): void {
  if (status !== 200 || !body.includes(expected)) {
    throw new Error(`Expected an answer with ${expected}, got ${status}: ${body.slice(0, 300)}`);
  }
}
