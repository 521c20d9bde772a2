import { seedContract, seedUser } from '../../test/harness/seed.ts';
import { cloneContract, countWrongEntries } from '../ground/clones.ts';
import { type Bench, contractIds, withProcessorTime } from './bench.ts';
import { type Finding, median } from './finding.ts';
import { takeTurns } from './turns.ts';

const guessCount = 200;
const userId = 'Sato';

/** S7: many wrong guesses at one person at once; seven are compared, and none is dearer than an honest logon. */
export async function measureGuesses(bench: Bench): Promise<readonly Finding[]> {
  const { ground, pace, url } = bench;
  const contract = await seedContract(ground.server.url, ground);
  await seedUser(contract, userId);
  // A person for each attack: who was attacked is locked. One more for the turn that warms up.
  const attacked = contractIds(97, pace.turns + 1);
  await cloneContract(ground, contract.contractId, attacked);
  const left = [...attacked];
  const turns = await takeTurns(
    pace,
    () => bench.verify.ask({ times: guessCount }),
    async () => {
      const contractId = left.shift();
      if (contractId === undefined) throw new Error('There are more attacks than persons.');
      const guesses = { kind: 'GUESSES', url, contractId, userId, count: guessCount } as const;
      const attack = await withProcessorTime(bench, () => bench.load.ask(guesses));
      return { ...attack, compared: await countWrongEntries(ground, contractId) };
    },
  );
  const middle = (of: (turn: (typeof turns)[number]) => number) => median(turns.map(of)).toFixed(2);
  return [
    {
      id: 'S7',
      what: `of ${guessCount} parallel wrong guesses at one person: compared with the stored hash`,
      goal: { exactly: 7 },
      values: turns.map(({ figure }) => figure.compared),
      context: `all of them refused within ${middle(({ figure }) => figure.seconds)} s`,
    },
    {
      id: 'S7',
      what: `processor time of the whole attack ÷ ${guessCount} raw verifies`,
      goal: { atMost: 1.1 },
      values: turns.map(
        ({ limit, figure }) => (figure.server + figure.postgres) / limit.processorSeconds,
      ),
      context: `server ${middle(({ figure }) => figure.server)} + PostgreSQL ${middle(({ figure }) => figure.postgres)} ÷ ${middle(({ limit }) => limit.processorSeconds)} s`,
    },
  ];
}
