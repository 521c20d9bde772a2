import type { Database, Queries } from './db/client.ts';
import { errorFields, type LogFields } from './log.ts';

/** Work that is done again and again, beside everybody's acts. */
export interface Sweeping {
  /** Begins no other round, and lets one that runs come to the end of the contract that it is at. */
  stop(): Promise<void>;
}

/** Writes the line of what failed. */
export type Failed = (fields: LogFields) => void;

/** How many contracts are read at once. */
export const contractsAPage = 500;

/** For rounds that nobody stops. */
export const never = new AbortController().signal;

/** Does some work again and again, one round at a time; a fault is noted, and the next round comes. */
export function every(
  seconds: number,
  work: (stopping: AbortSignal) => Promise<void>,
  failed: Failed,
): Sweeping {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let idle = true;
  const timer = setInterval(() => {
    // The last one still runs; its turn is this one's.
    if (!idle) return;
    idle = false;
    running = work(stopping.signal)
      .catch((fault: unknown) => failed(errorFields(fault)))
      .finally(() => void (idle = true));
  }, seconds * 1000);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      stopping.abort();
      return running;
    },
  };
}

type Page = readonly { readonly contractId: string }[];

/** What is done with which contracts. */
interface Walk {
  readonly stopping: AbortSignal;
  /** The next `contractsAPage` contracts behind that one. */
  find(queries: Queries, behind: string): PromiseLike<Page>;
  act(contractId: string): Promise<unknown>;
  /** One contract's fault is no reason to leave out the others. */
  readonly failed: Failed;
}

/** Finds contracts under the role that sees all of them, and acts on each in its own scope. */
export async function eachContract(
  database: Database,
  { stopping, find, act, failed }: Walk,
): Promise<void> {
  let behind = '';
  while (!stopping.aborted) {
    const page = await database.across(async ({ queries }) => find(queries, behind));
    for (const { contractId } of page) {
      if (stopping.aborted) return;
      await act(contractId).catch((fault: unknown) => failed(errorFields(fault)));
    }
    const last = page.at(-1);
    if (last === undefined || page.length < contractsAPage) return;
    behind = last.contractId;
  }
}
