import { run, type Task } from 'graphile-worker';

import { queueSchema, silentLogger } from '../db/mail-queue.ts';
import { errorFields, type LogFields } from '../log.ts';
import type { Services } from '../services.ts';
import { contractsAPage, eachContract, every, never } from '../sweeping.ts';
import { deliver, type Recipient, waitingFor } from './deliver.ts';
import { keepRunning } from './keep-running.ts';
import { type MailServer, openMailServer } from './mail-server.ts';
import { deliverTask, queueWaiting, selectWithWaiting } from './outbox.store.ts';
import { openRelayPool } from './relay-pool.ts';

/** Sends what acts have written into the outbox. */
export interface Relay {
  /** Lets mails in flight finish; what could not go out any more stays in the outbox, for the next process. */
  stop(): Promise<void>;
}

/** How often it looks by itself; tests don't wait that long. */
export interface Pace {
  /** In milliseconds: for jobs whose time has come. What is announced is found at once. */
  readonly pollInterval: number;
  /** In seconds: for what a process left that ended between commit and announcement. */
  readonly sweepSeconds: number;
  /** How long it waits before it begins anew where the library gave up. */
  readonly restartSeconds: number;
}

const usual: Pace = { pollInterval: 2000, sweepSeconds: 30, restartSeconds: 5 };
/** Recipients at once, a connection to the mail server each. */
const atOnce = 5;
const connections = atOnce + 4;
/** How long mails in flight have when the server stops. */
const drainMilliseconds = 15_000;
/**
 * Jobs that are over are reported in batches, of whatever is over in one turn: for one by one the library catches no
 * fault, and a database that goes away in that moment would end the process (A25).
 */
const ended = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/**
 * The outbox is the truth, the queue only says when to look. A job stands for one recipient, and who runs it holds the
 * recipient's lock: one mail at a time, however many processes there are. The lock ends with its connection, so
 * nobody waits for a process that was killed.
 */
export async function startRelay(
  services: Services,
  databaseUrl: string,
  pace: Pace = usual,
): Promise<Relay | null> {
  const { announcements, settings } = services;
  if (settings.mail === null) return null;
  const server = openMailServer(settings.mail, atOnce);
  let stopping = false;
  const pool = openRelayPool(databaseUrl, connections);
  const begin = () =>
    run({
      pgPool: pool,
      schema: queueSchema,
      concurrency: atOnce,
      pollInterval: pace.pollInterval,
      noHandleSignals: true,
      logger: silentLogger,
      taskList: { [deliverTask]: deliverJob(services, server, () => stopping) },
      preset: ended,
    });
  const stopWorking = await keepRunning(services.log, begin, pace.restartSeconds * 1000);
  const queue = queueing(services);
  announcements.listen(queue.add);
  const sweep = every(
    pace.sweepSeconds,
    (stop) => sweepOutbox(services, stop),
    notQueued(services),
  );
  await sweepOutbox(services, never);
  return {
    stop: async () => {
      stopping = true;
      announcements.listen(null);
      const impatient = setTimeout(() => server.close(true), drainMilliseconds);
      await Promise.all([sweep.stop(), queue.stop(), stopWorking()]);
      clearTimeout(impatient);
      server.close(true);
      await pool.end();
    },
  };
}

/** What waits and has no job: left by a process that ended too early. */
async function sweepOutbox(services: Services, stopping: AbortSignal): Promise<void> {
  await eachContract(services.database, {
    stopping,
    find: (queries, behind) => selectWithWaiting(queries, behind, contractsAPage),
    act: (contractId) => queueFor(services, { contractId }),
    failed: notQueued(services),
  });
}

const notQueued =
  ({ log }: Services) =>
  (fields: LogFields): void =>
    log.warn('notices could not be queued', fields);

async function queueFor({ database }: Services, { contractId }: Pick<Recipient, 'contractId'>) {
  await database.stating(contractId, (queries) => queueWaiting(queries, contractId));
}

/** Queues what is announced: contracts that are announced while others are queued wait for the next round. */
function queueing(services: Services) {
  const failed = notQueued(services);
  const announced = new Set<string>();
  let running: Promise<void> | null = null;
  const round = async (): Promise<void> => {
    for (const contractId of announced) {
      announced.delete(contractId);
      await queueFor(services, { contractId }).catch((fault: unknown) =>
        failed(errorFields(fault)),
      );
    }
    running = null;
  };
  return {
    add: (contractId: string): void => {
      announced.add(contractId);
      running ??= round();
    },
    /** Ends with the contract that it is at: the next process finds the others in the outbox. */
    stop: async (): Promise<void> => {
      announced.clear();
      await running;
    },
  };
}

function deliverJob(services: Services, server: MailServer, stopping: () => boolean): Task {
  return async (payload, { withPgClient }) => {
    const recipient = payload as Recipient;
    try {
      await withPgClient(async (connection) => {
        const ask = async (what: string) =>
          (
            await connection.query<{ held: boolean }>(`select ${what} as held`, [
              recipient.recipient,
            ])
          ).rows[0]?.held === true;
        // The lock ends with its connection, and another process may have it by then.
        const stopped = async () =>
          (await connection.query('select 1')).rowCount !== 1 || stopping();
        // Who comes while the lock is held has nothing to do: its holder looks once more after letting go of it.
        while (await ask('pg_try_advisory_lock($1::bigint)')) {
          try {
            const delivered = await deliver(services, server, recipient, stopped);
            if (delivered === 'STOPPED') await queueFor(services, recipient);
            if (delivered !== 'DONE') return;
          } finally {
            await ask('pg_advisory_unlock($1::bigint)');
          }
          if ((await waitingFor(services, recipient, 1)).length === 0) return;
        }
      });
    } catch (fault) {
      services.log.warn('notices could not be delivered', errorFields(fault));
      // The queue keeps this sentence, and nothing of a statement or its parameters.
      throw new Error('The database did not do what was needed.', { cause: fault });
    }
  };
}
