import { createHash, randomBytes, randomUUID } from 'node:crypto';

import { parseContractId, parseUserId } from '@monban/domain/id';
import postgres from 'postgres';

import { openAct } from '../src/act.ts';
import { composeServices } from '../src/compose.ts';
import { createLoaders } from '../src/loaders.ts';
import { createLog } from '../src/log.ts';
import { authorizeTransaction } from '../src/modules/authorizations/authorize-transaction.ts';
import { readTransaction } from '../src/modules/authorizations/transaction-input.ts';
import { selectContract } from '../src/modules/contracts/contract.store.ts';
import { selectPerson } from '../src/modules/users/user.store.ts';
import type { Asked } from '../src/operation.ts';
import { Pin } from '../src/secrets/pin.ts';
import type { Services } from '../src/services.ts';
import { readSettings } from '../src/settings.ts';
import { answerJobs } from './ground/child.ts';
import type { ReserveJob, ReserveResult } from './load/reserve-job.ts';

const personKey = 'sato';
const clientId = 'core-banking';
const pin = Pin.of('window-seat-93');

/** What does one unit of a job's work. */
interface Worker {
  /** Reads who asks, as the server has long done when a transaction begins: it is no part of one. */
  arrive(contractIds: readonly string[]): Promise<unknown>;
  reserve(contractId: string): Promise<void>;
  update(contractId: string): Promise<void>;
}

let worker: Worker | null = null;

answerJobs<ReserveJob, ReserveResult>(
  async ({ kind, contractIds, connections, seconds, ...where }) => {
    worker ??= hire(where, connections);
    const { arrive, reserve, update } = worker;
    const work = kind === 'RESERVE' ? reserve : update;
    if (kind === 'RESERVE') await arrive(contractIds);
    const end = performance.now() + seconds * 1000;
    let done = 0;
    await Promise.all(
      Array.from({ length: connections }, async (_, index) => {
        for (let turn = index; performance.now() < end; turn += connections) {
          await work(contractIds[turn % contractIds.length] ?? '');
          if (performance.now() <= end) done += 1;
        }
      }),
    );
    return { done, seconds };
  },
);

/** The limit has connections of its own, as many, and the driver alone: no layer of ours stands before it. */
function hire(
  { env, superuserUrl }: Pick<ReserveJob, 'env' | 'superuserUrl'>,
  connections: number,
): Worker {
  const settings = readSettings(env);
  const log = createLog('error', (line) => process.stderr.write(line));
  const url = settings.databaseUrl ?? '';
  const services = composeServices(settings, log, url, { connections });
  const sql = postgres(superuserUrl, { max: connections, onnotice: () => undefined });
  const people = new Map<string, Promise<Asked>>();
  const askedOf = (contractId: string): Promise<Asked> => {
    const asked = people.get(contractId) ?? askedIn(services, contractId);
    people.set(contractId, asked);
    return asked;
  };
  return {
    arrive: (contractIds) => Promise.all(contractIds.map(askedOf)),
    update: async (contractId) => {
      await sql`update contracts set version = version + 1 where contract_id = ${contractId}`;
    },
    reserve: async (contractId) => {
      await reserveOnce(services, contractId, await askedOf(contractId));
    },
  };
}

/** The user at a bank system's pages, as a request of theirs would have been read. */
async function askedIn(services: Services, contractId: string): Promise<Asked> {
  const queries = () => services.database.reading(contractId);
  const [[contract], [person]] = await Promise.all([
    selectContract(queries(), contractId).execute(),
    selectPerson(queries(), contractId, personKey).execute(),
  ]);
  const id = parseContractId(contractId, 'contractId');
  const userId = parseUserId(person?.userId ?? '', 'userId');
  if (contract === undefined || person === undefined || !id.ok || !userId.ok) {
    throw new Error('There is no such user.');
  }
  const address = '127.0.0.1';
  const origin = {
    address,
    limitedAddress: null,
    certificate: null,
    locale: 'ja',
    requestId: 'bench',
  } as const;
  const request = {
    cookies: { session: null },
    sessionHeader: null,
    pageHeader: null,
    authorization: null,
    clientAddress: null,
    connectionCertificate: null,
    passedOnCertificate: null,
    remoteAddress: address,
    acceptLanguage: null,
    requestId: 'bench',
  };
  const session = {
    publicId: randomBytes(16).toString('base64url'),
    contractId: id.value,
    userId: userId.value,
    startedAt: services.now(),
    lastActAt: services.now(),
    address,
    epoch: contract.sessionsEpoch,
    certificate: null,
    contract,
    person,
  };
  const bank = {
    clientId,
    subject: clientId,
    scopes: new Set(['transactions'] as const),
    bound: false,
  };
  return {
    caller: { kind: 'USER', origin, session, bank },
    request,
    reply: { setSessionCookie: () => undefined, clearSession: () => undefined },
    services,
    loaders: createLoaders(services),
  };
}

/** As the runner does it between the proof and the answer. */
async function reserveOnce(services: Services, contractId: string, asked: Asked): Promise<void> {
  const idempotencyKey = randomUUID();
  const read = readTransaction({
    service: 'FUNDS_TRANSFER',
    amount: 1,
    transactionHash: createHash('sha256').update(idempotencyKey).digest('hex'),
    idempotencyKey,
    confirmationPin: pin,
  });
  if (!read.ok) throw new Error('The transaction is not one.');
  const entered = read.value;
  await services.database.acting(contractId, async (tx) => {
    const opened = await openAct(tx, contractId, personKey, services.now(), (queries) =>
      authorizeTransaction.load(queries, contractId, entered, asked),
    );
    if (opened === null) throw new Error('There is no such contract.');
    const { act, loaded } = opened;
    const decision = await authorizeTransaction.act(act, {
      entered,
      asked,
      loaded,
      prepared: null,
    });
    if (!('done' in decision)) throw new Error(`It was refused: ${decision.refused.code}.`);
    const circumstances = { at: act.now, operation: 'authorizeTransaction', address: null };
    await act.finish(decision.events, { kind: 'USER', userId: 'Sato' }, circumstances);
  });
}
