import type { Connections } from './connections.ts';
import { inTime, lostAQuery } from './no-answer.ts';
import {
  driverValues,
  prepared,
  type Queries,
  queriesOn,
  type Send,
  type Sent,
} from './sending.ts';

/**
 * One transaction in one contract's scope. Queries that are started in the same turn of the event loop travel
 * together; what needs no answer before the end is handed to {@link Tx.atCommit} and travels with the commit.
 */
export interface Tx {
  readonly queries: Queries;
  /** Runs with the commit, in the order given; any failure rolls everything back. */
  atCommit(query: { execute(): Promise<unknown> }): void;
  /** Says, once all of it stands, that notices of this contract wait to be sent. */
  announce(contractId: string): void;
}

/** How often this process went to the database and waited: the suite holds each operation's cost to it. */
export interface RoundTrips {
  count: number;
}

/** Begins with `opening`, commits when `work` resolves, rolls back when it throws. */
export type Transaction = <T>(
  opening: readonly (readonly [string, ...string[]])[],
  work: (tx: Tx) => Promise<T>,
) => Promise<T>;

export function createTransaction(
  connections: Connections,
  roundTrips: RoundTrips,
  announced: (contractId: string) => void,
): Transaction {
  return (opening, work) =>
    connections.withOne(async ({ sql, losses }, giveUp) => {
      const before = losses();
      const counted = countJourneys(roundTrips);
      const command = (text: string) => inTime(counted(sql.unsafe(text).execute()));
      const send: Send = (query, parameters) =>
        counted(sql.unsafe(query, driverValues(parameters), prepared).execute());
      const opened: Promise<unknown> = Promise.all([
        command('begin'),
        ...opening.map(([query, ...parameters]) => inTime(send(query, parameters))),
      ]);
      opened.catch(() => undefined);
      try {
        const last: { execute(): Promise<unknown> }[] = [];
        const toAnnounce: string[] = [];
        const result = await work({
          queries: queriesOn(sql, send),
          atCommit: (query) => void last.push(query),
          announce: (contractId) => void toAnnounce.push(contractId),
        });
        assertUnbroken(before, losses());
        const writes = last.map((query) => query.execute());
        const [committed] = await Promise.all([command('commit'), opened, ...writes]);
        // Had the connection been lost in between, the rest would have run on a new one, outside a transaction and
        // outside every scope: row-level security lets nothing of it through.
        assertUnbroken(before, losses());
        if (committed.command !== 'COMMIT') throw new Error('the transaction was rolled back');
        for (const contractId of toAnnounce) announced(contractId);
        return result;
      } catch (fault) {
        // After a lost query nobody is asked any more; where the rollback is what isn't answered, the first fault is told.
        if (lostAQuery(fault) || (await command('rollback').then(() => false, lostAQuery)))
          giveUp();
        throw fault;
      }
    });
}

/** What is sent while an answer is awaited travels on the same journey. */
function countJourneys(roundTrips: RoundTrips): (sent: Sent) => Sent {
  let waiting = 0;
  return (sent) => {
    if (waiting === 0) roundTrips.count += 1;
    waiting += 1;
    const back = () => void (waiting -= 1);
    sent.then(back, back);
    return sent;
  };
}

function assertUnbroken(before: number, now: number): void {
  if (now !== before) throw new Error('the connection was lost in the middle of a transaction');
}
