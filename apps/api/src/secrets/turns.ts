/**
 * One person's attempts within this process take turns: what arrives at once is compared one after another, so that
 * the database sees few attempts in flight, and whoever waits here polls nothing.
 */
export interface Turns {
  /** Runs `work` when it is `key`'s turn; `null` after `deadlineSeconds` of waiting, with nothing run. */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T | null>;
}

/** The turn of one person, for whatever of theirs is hashed or compared. */
export function turnOf(contractId: string, personKey: string): string {
  return `${contractId} ${personKey}`;
}

interface Waiting {
  start(): void;
}

export function createTurns(deadlineSeconds = 15): Turns {
  const lines = new Map<string, Waiting[]>();

  function next(key: string): void {
    const line = lines.get(key);
    const first = line?.shift();
    if (first === undefined) lines.delete(key);
    else first.start();
  }

  function arrive(key: string): Promise<boolean> {
    const line = lines.get(key);
    if (line === undefined) {
      lines.set(key, []);
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const waiting: Waiting = {
        start: () => {
          clearTimeout(timer);
          resolve(true);
        },
      };
      const timer = setTimeout(() => {
        line.splice(line.indexOf(waiting), 1);
        resolve(false);
      }, deadlineSeconds * 1000);
      line.push(waiting);
    });
  }

  return {
    async inTurn(key, work) {
      if (!(await arrive(key))) return null;
      try {
        return await work();
      } finally {
        next(key);
      }
    },
  };
}
