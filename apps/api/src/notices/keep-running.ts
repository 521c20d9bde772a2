import type { Runner } from 'graphile-worker';

import { errorFields, type Log } from '../log.ts';

/** The library's runner, as much as is asked of it. */
export type Working = Pick<Runner, 'events' | 'promise' | 'stop'>;

/**
 * Begins anew where the library gives up, as it does when it can't say that a job is over.
 * @param begin asks the database first, and may take as long as its answer
 * @param pause how long it waits before it begins anew, in milliseconds
 * @returns what stops it: what runs by then, and what is only being begun
 */
export async function keepRunning(
  log: Log,
  begin: () => Promise<Working>,
  pause: number,
): Promise<() => Promise<void>> {
  let stopped = false;
  let again: NodeJS.Timeout | undefined;

  const beginOne = async (): Promise<Working> => {
    const begun = await begin();
    const why = reasonOf(begun, log);
    void begun.promise.then(() => beginLater(why()), beginLater);
    return begun;
  };
  const beginLater = (fault: unknown): void => {
    if (stopped) return;
    log.error(
      'sending notices ended, and begins anew',
      fault === undefined ? {} : errorFields(fault),
    );
    again = setTimeout(() => {
      current = beginOne();
      current.catch(beginLater);
    }, pause);
  };

  let current = beginOne();
  await current;
  return async () => {
    stopped = true;
    clearTimeout(again);
    const last = await current.catch(() => null);
    // One that has given up refuses to be stopped, and is over once its promise says so.
    await last?.stop().catch(() => last.promise.catch(() => undefined));
  };
}

/** The library tells why it gives up by events alone: its promise resolves all the same. */
function reasonOf({ events }: Working, log: Log): () => unknown {
  let reason: unknown;
  const because = ({ error }: { readonly error: unknown }): void => {
    reason ??= error;
  };
  events.on('pool:fatalError', because);
  events.on('worker:fatalError', because);
  // Each of its workers asks every few seconds: one line an outage.
  let answers = true;
  const answered = (): void => {
    answers = true;
  };
  events.on('worker:getJob:empty', answered);
  events.on('job:start', answered);
  events.on('worker:getJob:error', ({ error }) => {
    if (answers) log.warn('the mail queue can’t be asked', errorFields(error));
    answers = false;
  });
  return () => reason;
}
