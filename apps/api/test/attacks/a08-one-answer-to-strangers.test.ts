import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Hasher } from '../../src/secrets/hasher.ts';
import { type Client, connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  ask,
  bank,
  challenge,
  documents,
  logOnAdministrator,
  logOnUser,
  openContract,
  pins,
  readCard,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

let ground: Ground;
let server: OwnServer;
let hashed = 0;
let compared = 0;
/** Stands, so that a decoy’s challenge moves only when a test moves it. */
let at = Date.now();

const counting = (hasher: Hasher): Hasher => ({
  ...hasher,
  hash: (pin) => {
    hashed += 1;
    return hasher.hash(pin);
  },
  verify: (hash, pin) => {
    compared += 1;
    return hasher.verify(hash, pin);
  },
});

beforeAll(async () => {
  ground = await layGround();
  server = await startHere(ground, { now: () => at, hasher: counting });
});
afterAll(async () => {
  await server.close();
  await ground.clear();
});

/** What no operation does yet. */
async function arrange(statement: string, ...values: readonly string[]): Promise<void> {
  const sql = asSuperuser(ground);
  await sql.unsafe(statement, [...values]);
  await sql.end();
}

/** An answer as a stranger gets it: all of it but the request’s own number and the time of day. */
async function answered(
  operation: 'logOnUser' | 'logOnAdministrator' | 'registerAdministrator',
  input: Readonly<Record<string, unknown>>,
  client: Client = connect(server.url),
): Promise<string> {
  const { status, headers, body } = await client.raw(documents[operation], { input });
  const told = [...headers].filter(([name]) => name !== 'monban-request-id' && name !== 'date');
  return JSON.stringify({ status, told, body });
}

function seed(linkage: 'LINKED' | 'UNLINKED' = 'UNLINKED'): Promise<SeededContract> {
  return seedContract(server.url, ground, { lockLinkage: linkage });
}

const unknown = '00000000000';
const closed = 'update contracts set closed_at = opened_at where contract_id = $1';
const byCertificate = `update contracts set authentication_method = 'CERTIFICATE' where contract_id = $1`;

/** A contract in which wrong contract PINs have locked everybody. */
async function lockedByPins(): Promise<SeededContract> {
  const contract = await seed();
  for (let each = 0; each < 7; each += 1)
    await logOnAdministrator(connect(server.url), contract, pins.wrong);
  return contract;
}

async function withUser(statement?: string): Promise<string> {
  const contract = await seed();
  await seedUser(contract, 'Sato');
  if (statement !== undefined) await arrange(statement, contract.contractId);
  return contract.contractId;
}

describe('A8: before a complete success a stranger gets one answer, byte for byte', () => {
  it('a user’s logon: unknown contract, unknown user, wrong PIN, locked, closed, expired, removed, certificate missing', async () => {
    const ofUser = (contractId: string, userPin: string = pins.user, userId = 'Sato') => ({
      contractId,
      userId,
      userPin,
    });
    const locked = await withUser();
    for (let each = 0; each < 7; each += 1)
      await logOnUser(connect(server.url), locked, 'Sato', pins.wrong);
    const contractLocked = await lockedByPins();
    await arrange(
      `insert into persons (contract_id, person_key, user_id, name, added_at, logon_hash, confirmation_hash) select $1, 'sato', 'Sato', 'Sato', added_at, logon_hash, confirmation_hash from persons where contract_id = $1`,
      contractLocked.contractId,
    );
    const awaiting = (await openContract(server.url, ground)).contractId;
    const cases: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      'unknown contract': ofUser(unknown),
      'unknown user': ofUser(await withUser(), pins.user, 'Tanaka'),
      'wrong PIN': ofUser(await withUser(), pins.wrong),
      'PIN of 256 characters': ofUser(await withUser(), 'x'.repeat(256)),
      'empty PIN': ofUser(await withUser(), ''),
      locked: ofUser(locked),
      'contract locked': ofUser(contractLocked.contractId, pins.contract),
      'contract closed': ofUser(await withUser(closed)),
      'contract not registered': ofUser(awaiting),
      'temporary PIN expired': ofUser(
        await withUser(
          `update persons set temporary_until = added_at where contract_id = $1 and person_key = 'sato'`,
        ),
      ),
      removed: ofUser(
        await withUser(
          `update persons set removed_at = added_at where contract_id = $1 and person_key = 'sato'`,
        ),
      ),
      'certificate missing': ofUser(await withUser(byCertificate)),
      'the administrator’s own key as an ID': ofUser(
        await withUser(),
        pins.contract,
        'administrator',
      ),
    };
    await sameFor('logOnUser', cases);
  });

  it('an administrator’s logon: unknown contract, wrong PIN, wrong one-time password, locked, closed, not registered, certificate missing, no card', async () => {
    const entries = async (
      { contractId, digits }: Pick<SeededContract, 'contractId' | 'digits'>,
      contractPin: string = pins.contract,
      turn = 0,
    ) => {
      const given = await challenge(connect(server.url), contractId);
      const right = readCard(digits, given);
      return {
        contractId,
        contractPin,
        oneTimePassword: right.replace(/./, (digit) => String((Number(digit) + turn) % 10)),
        challengeId: given.id,
      };
    };
    const arranged = async (statement: string) => {
      const contract = await seed();
      await arrange(statement, contract.contractId);
      return entries(contract);
    };
    const noDigits = { contractId: unknown, digits: '0'.repeat(100) };
    const cases = {
      'unknown contract': await entries(noDigits),
      'unknown contract, without a challenge': { ...(await entries(noDigits)), challengeId: null },
      'wrong PIN': await entries(await seed(), pins.wrong),
      'wrong one-time password': await entries(await seed(), pins.contract, 1),
      'both wrong': await entries(await seed(), pins.wrong, 1),
      locked: await entries(await lockedByPins()),
      closed: await arranged(closed),
      'not registered': await entries(await openContract(server.url, ground)),
      'certificate missing': await arranged(byCertificate),
      'no card in force': await arranged(`update cards set status = 'LOST' where contract_id = $1`),
      'card exhausted': await arranged(
        `update cards set uses = array_fill(2, array[100]) where contract_id = $1`,
      ),
    };
    await sameFor('logOnAdministrator', cases);
  });

  it('a registration: unknown contract, wrong registration PIN, wrong one-time password, expired, registered already, closed', async () => {
    const entries = async (
      {
        contractId,
        digits,
        registrationPin,
      }: Pick<SeededContract, 'contractId' | 'digits' | 'registrationPin'>,
      turn = 0,
    ) => {
      const given = await challenge(connect(server.url), contractId);
      const oneTimePassword = readCard(digits, given).replace(/./, (digit) =>
        String((Number(digit) + turn) % 10),
      );
      return {
        contractId,
        registrationPin,
        oneTimePassword,
        challengeId: given.id,
        contractPin: pins.contract,
        contractConfirmationPin: pins.contractConfirmation,
      };
    };
    const opened = () => openContract(server.url, ground);
    const arranged = async (statement: string) => {
      const contract = await opened();
      await arrange(statement, contract.contractId);
      return entries(contract);
    };
    const cases = {
      'unknown contract': await entries({
        contractId: unknown,
        digits: '0'.repeat(100),
        registrationPin: pins.wrong,
      }),
      'wrong registration PIN': { ...(await entries(await opened())), registrationPin: pins.wrong },
      'wrong one-time password': await entries(await opened(), 1),
      expired: await arranged(
        `update persons set registration_until = added_at where contract_id = $1`,
      ),
      'registered already': await entries(await seed()),
      closed: await arranged(closed),
      'certificate missing': await arranged(byCertificate),
    };
    await sameFor('registerAdministrator', cases);
  });

  it('whoever answers a challenge that has passed gets one answer, too', async () => {
    const contract = await seed();
    const locked = await lockedByPins();
    const answers = [];
    for (const contractId of [contract.contractId, locked.contractId, unknown]) {
      answers.push(
        await answered('logOnAdministrator', {
          contractId,
          contractPin: pins.contract,
          oneTimePassword: '0000',
          challengeId: 'passed',
        }),
      );
    }
    expect(new Set(answers).size).toBe(1);
  });
});

async function sameFor(
  operation: 'logOnUser' | 'logOnAdministrator' | 'registerAdministrator',
  cases: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<void> {
  const answers = new Map<string, string[]>();
  const comparisons = new Set<number>();
  for (const [name, input] of Object.entries(cases)) {
    compared = 0;
    const answer = await answered(operation, input);
    comparisons.add(compared);
    answers.set(answer, [...(answers.get(answer) ?? []), name]);
  }
  figure(
    'A8',
    `${operation}: ${Object.keys(cases).length} reasons, ${answers.size} answer, ${[...comparisons].join(' or ')} PIN compared for each`,
  );
  // What is compared takes nearly all of the time.
  expect([...comparisons]).toEqual([1]);
  // Told by which reasons an answer has, should there be more than one.
  expect([...answers.values()]).toEqual([Object.keys(cases)]);
  expect([...answers.keys()][0]).toContain('LOGON_REFUSED');
}

describe('A8: the challenge tells no more than the answer does', () => {
  /** Whether the challenge of an ID that was wrong so often is the one from before, and what each try was answered. */
  async function guessed(contractId: string, guess: (challengeId: string) => Promise<string>) {
    const before = await challenge(connect(server.url), contractId);
    const answers: string[] = [];
    for (let each = 0; each < 10; each += 1) answers.push(await guess(before.id));
    return {
      moved: (await challenge(connect(server.url), contractId)).id !== before.id,
      answers: new Set(answers).size,
    };
  }

  it('R19, R21: seven wrong contract PINs lock a contract, and its challenge stands like that of an ID that nobody has', async () => {
    const byCard = (contractId: string) =>
      guessed(contractId, (challengeId) =>
        answered('logOnAdministrator', {
          contractId,
          contractPin: pins.wrong,
          oneTimePassword: '0000',
          challengeId,
        }),
      );
    const { contractId } = await seed();
    expect(await byCard(contractId)).toEqual({ moved: false, answers: 1 });
    expect(await byCard(unknown)).toEqual({ moved: false, answers: 1 });
  });

  it('R19: a user’s seven wrong PINs lock a linked contract, and nothing of it shows in the challenge', async () => {
    const contract = await seed('LINKED');
    await seedUser(contract, 'Sato');
    const { contractId } = contract;
    const seen = await guessed(contractId, () =>
      answered('logOnUser', { contractId, userId: 'Sato', userPin: pins.wrong }),
    );
    expect(seen).toEqual({ moved: false, answers: 1 });
  });

  it('a locked contract’s challenge moves on like a decoy’s: it does not stand still for days', async () => {
    const { contractId } = await lockedByPins();
    const seen = new Set<string>();
    const from = at;
    for (let hours = 0; hours <= 24 * 14; hours += 4) {
      at = from + hours * 3_600_000;
      seen.add((await challenge(connect(server.url), contractId)).id);
    }
    at = from;
    figure('A8', `a locked contract’s challenge in 14 days: ${seen.size} different`);
    expect(seen.size).toBeGreaterThan(3);
  });
});

describe('A8: what takes time', () => {
  it('a right contract PIN beside a wrong one-time password is hashed no more often than a wrong one, costs being raised or not', async () => {
    const contract = await seed();
    const dearer = await startHere(
      { ...ground, env: { ...ground.env, MONBAN_ARGON2: '16,1,1' } },
      { now: () => at, hasher: counting },
    );
    const times: number[] = [];
    for (const contractPin of [pins.contract, pins.wrong]) {
      hashed = 0;
      const given = await challenge(connect(dearer.url), contract.contractId);
      const oneTimePassword = readCard(contract.digits, given).replace(/./, (digit) =>
        String((Number(digit) + 1) % 10),
      );
      await ask(connect(dearer.url), 'logOnAdministrator', {
        contractId: contract.contractId,
        contractPin,
        oneTimePassword,
        challengeId: given.id,
      });
      times.push(hashed);
    }
    expect(times).toEqual([0, 0]);
    // A complete success is hashed anew at today's cost.
    expect(await logOnAdministrator(connect(dearer.url), contract)).toMatchObject({
      __typename: 'LoggedOn',
    });
    expect(hashed).toBe(1);
    await dearer.close();
  });

  it('the history tells the desk which it was', async () => {
    const { contractId } = await lockedByPins();
    await logOnUser(connect(server.url), contractId, 'Nobody', pins.wrong);
    const { contract } = await bank(server.url, ground, ['desk']).send<{
      contract: { history: { nodes: readonly { event: string; text: string }[] } };
    }>(
      'query ($id: ContractId!) { contract(contractId: $id) { history(first: 2) { nodes { event text } } } }',
      { id: contractId },
    );
    expect(contract.history.nodes[0]).toMatchObject({
      event: 'ATTEMPT_REFUSED',
      text: expect.stringMatching(/locked/i),
    });
  });
});
