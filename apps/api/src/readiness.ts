import { invocation } from './cli/invocation.ts';
import { errorFields, type LogFields } from './log.ts';
import { hasMailQueue } from './notices/has-mail-queue.ts';
import type { Services } from './services.ts';

const silent = 'The database does not answer.';
const noQueue = `The tables of the mail queue are missing, or shut for monban_app: ${invocation} migrate lays them down.`;

/** What is in the way of serving, in words for whoever watches; nothing, if it can serve. */
export type Readiness = () => Promise<readonly string[]>;

/** The log says why, whenever the answer changes: a monitor asks every few seconds. */
export function watchReadiness({ database, log, settings }: Services): Readiness {
  let last: string | null = null;
  const answer = (problem: string | null, why: LogFields = {}): readonly string[] => {
    if (problem !== last) {
      if (problem === null) log.info('ready again');
      else log.error('not ready', { ...why, reason: problem });
    }
    last = problem;
    return problem === null ? [] : [problem];
  };
  return async () => {
    try {
      await database.ping();
      const sends = settings.mail !== null;
      return answer(!sends || (await hasMailQueue(database)) ? null : noQueue);
    } catch (fault) {
      return answer(silent, errorFields(fault));
    }
  };
}
