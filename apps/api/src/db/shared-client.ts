import type postgres from 'postgres';

import { answerSeconds } from './no-answer.ts';

/** A client that many use at once, as reads do. */
export interface SharedClient {
  /** The one to send on now. */
  sql(): postgres.Sql;
  /**
   * Remembers which client a statement leaves on; what it answers is to be called should nothing come back, and has
   * another client take its place. A machine that is gone without a word ends no connection, and the kernel may believe
   * in those for a quarter of an hour (A25).
   */
  watched(): () => void;
  close(): Promise<void>;
}

export function shareClient(open: () => postgres.Sql): SharedClient {
  let current = open();
  return {
    sql: () => current,
    watched: () => {
      const used = current;
      return () => {
        if (used !== current) return;
        current = open();
        // What others have sent on it may still be answered.
        used.end({ timeout: answerSeconds }).catch(() => undefined);
      };
    },
    close: () => current.end({ timeout: 5 }),
  };
}
