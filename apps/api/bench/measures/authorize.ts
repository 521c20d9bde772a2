import { bankToken, logOnUser, pins, seedContract, seedUser } from '../../test/harness/seed.ts';
import { superuserUrl } from '../../test/harness/database.ts';
import { connect } from '../../test/harness/client.ts';
import { cloneContract } from '../ground/clones.ts';
import { startChild } from '../ground/child.ts';
import type { ReserveJob, ReserveResult } from '../load/reserve-job.ts';
import { type Bench, connections, contractIds } from './bench.ts';
import { type Finding, median } from './finding.ts';
import { takeTurns, type Turn } from './turns.ts';

const most = 9_999_999_999_999;
const transfers = {
  service: 'FUNDS_TRANSFER',
  amounts: { perTransaction: most, perDay: most },
} as const;
const manyContracts = 1000;
/** Each logs on once before it is measured, which costs a hash. */
const contractsLoggedOn = 100;

/** A contract without a bound that matters, with users who may spend it. */
async function richContract({ ground }: Bench, userIds: readonly string[]): Promise<string> {
  const { service, amounts } = transfers;
  const contract = await seedContract(ground.server.url, ground, {
    services: [{ service, ceiling: amounts }],
  });
  for (const userId of userIds) {
    await seedUser(contract, userId, { limits: [{ service, limit: amounts }] });
  }
  return contract.contractId;
}

/** S5: the whole transaction of a reservation, without its PIN, against the least that a database can do. */
export async function measureReserve(bench: Bench): Promise<readonly Finding[]> {
  const hot = await richContract(bench, ['Sato']);
  const many = contractIds(95, manyContracts);
  await cloneContract(bench.ground, hot, many);
  const child = await startChild<ReserveJob, ReserveResult>('reserve-process.ts');
  try {
    const measure = (ids: readonly string[]) => {
      const { env } = bench.ground;
      const job = { env, superuserUrl: superuserUrl(bench.ground), contractIds: ids, connections };
      return takeTurns(
        bench.pace,
        (seconds) => child.ask({ ...job, kind: 'UPDATE', seconds }),
        (seconds) => child.ask({ ...job, kind: 'RESERVE', seconds }),
      );
    };
    return [
      found(
        'S5',
        `a reservation’s transaction ÷ a one-row UPDATE, on ${manyContracts} contracts`,
        0.45,
        await measure(many),
      ),
      found(
        'S5',
        'the same on one hot contract ÷ UPDATE of one hot row',
        0.5,
        await measure([hot]),
      ),
    ];
  } finally {
    await child.stop();
  }
}

/** S6: `authorizeTransaction` over the network, with its confirmation PIN, against argon2 alone. */
export async function measureAuthorize(bench: Bench): Promise<readonly Finding[]> {
  const userIds = Array.from({ length: connections }, (_, index) => `Sato${index}`);
  const hot = await richContract(bench, userIds);
  const many = contractIds(96, contractsLoggedOn);
  await cloneContract(bench.ground, hot, many);
  const measure = async (whose: readonly (readonly [contractId: string, userId: string])[]) => {
    const sessions = await logOn(bench, whose);
    const { url } = bench;
    const job = {
      kind: 'AUTHORIZE',
      url,
      sessions,
      confirmationPin: pins.userConfirmation,
      connections,
    } as const;
    return takeTurns(
      bench.pace,
      (seconds) => bench.verify.ask({ seconds }),
      (seconds) => bench.load.ask({ ...job, seconds }),
    );
  };
  const what = 'authorizeTransaction whole ÷ raw verify';
  return [
    found(
      'S6',
      `${what}, on ${contractsLoggedOn} contracts`,
      0.85,
      await measure(many.map((id) => [id, 'Sato0'])),
    ),
    found(
      'S6',
      `${what}, on one hot contract`,
      0.85,
      await measure(userIds.map((userId) => [hot, userId])),
    ),
  ];
}

/** The headers of a session each, made through a bank system. */
async function logOn(
  { ground }: Bench,
  whose: readonly (readonly [contractId: string, userId: string])[],
): Promise<readonly Readonly<Record<string, string>>[]> {
  const authorization = `Bearer ${bankToken(ground, ['transactions'])}`;
  const system = connect(ground.server.url, { authorization });
  const sessions: Readonly<Record<string, string>>[] = [];
  for (const [contractId, userId] of whose) {
    const { sessionToken } = await logOnUser(system, contractId, userId);
    if (sessionToken == null) throw new Error('Nobody was logged on.');
    sessions.push({ authorization, 'monban-session': sessionToken });
  }
  return sessions;
}

interface Rate {
  readonly done: number;
  readonly seconds: number;
}

function found(
  id: string,
  what: string,
  atLeast: number,
  turns: readonly Turn<Rate, Rate>[],
): Finding {
  const rate = ({ done, seconds }: Rate) => done / seconds;
  const middle = (of: 'limit' | 'figure') => median(turns.map((turn) => rate(turn[of]))).toFixed(0);
  return {
    id,
    what,
    goal: { atLeast },
    values: turns.map(({ limit, figure }) => rate(figure) / rate(limit)),
    context: `${middle('figure')} ÷ ${middle('limit')} a second`,
  };
}
