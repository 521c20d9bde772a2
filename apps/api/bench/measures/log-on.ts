import { pins, seedContract } from '../../test/harness/seed.ts';
import { cloneContract, renewCards } from '../ground/clones.ts';
import type { LogonContract } from '../load/jobs.ts';
import { type Bench, connections, contractIds, withProcessorTime } from './bench.ts';
import type { Finding } from './finding.ts';
import { median } from './finding.ts';
import { takeTurns } from './turns.ts';

/** So many that nobody logs on twice with one challenge, and no card runs out within a turn. */
const contractCount = 200;

/** Contracts whose administrators can log on, each with its card. */
export async function seedLogons(
  { ground }: Bench,
  prefix: number,
): Promise<readonly LogonContract[]> {
  const { contractId, digits } = await seedContract(ground.server.url, ground);
  const clones = contractIds(prefix, contractCount);
  await cloneContract(ground, contractId, clones);
  return clones.map((clone) => ({ contractId: clone, digits }));
}

/**
 * S1: an administrator's whole logon – the challenge asked for and answered, PIN and one-time password, count, session,
 * history, notice – against argon2 alone.
 */
export async function measureLogOn(bench: Bench): Promise<readonly Finding[]> {
  const contracts = await seedLogons(bench, 91);
  const turns = await takeTurns(
    bench.pace,
    (seconds) => bench.verify.ask({ seconds }),
    async (seconds) => {
      await renewCards(bench.ground);
      const { url } = bench;
      const contractPin = pins.contract;
      const logons = { kind: 'LOGONS', url, contracts, contractPin, connections, seconds } as const;
      return withProcessorTime(bench, () => bench.load.ask(logons));
    },
  );
  const rates = turns.map(({ limit, figure }) => ({
    verified: limit.done / limit.seconds,
    loggedOn: figure.done / figure.seconds,
  }));
  const costs = turns.map(({ limit, figure }) => ({
    verify: (limit.processorSeconds / limit.all) * 1000,
    server: (figure.server / figure.all) * 1000,
    postgres: (figure.postgres / figure.all) * 1000,
  }));
  const perSecond = (of: 'verified' | 'loggedOn') =>
    median(rates.map((rate) => rate[of])).toFixed(0);
  const cost = (of: 'verify' | 'server' | 'postgres') =>
    median(costs.map((one) => one[of])).toFixed(2);
  return [
    {
      id: 'S1',
      what: 'an administrator’s whole logon ÷ raw verify, the binding as shipped',
      goal: { atLeast: 0.9 },
      values: rates.map(({ verified, loggedOn }) => loggedOn / verified),
      context: `${perSecond('loggedOn')} logons ÷ ${perSecond('verified')} verifies a second`,
    },
    {
      id: 'S1',
      what: 'processor time of server and PostgreSQL beyond one verify, in ms a logon',
      goal: { atMost: 1.5 },
      values: costs.map(({ verify, server, postgres }) => server + postgres - verify),
      context: `server ${cost('server')} + PostgreSQL ${cost('postgres')} ms a logon − ${cost('verify')} ms a verify`,
    },
  ];
}
