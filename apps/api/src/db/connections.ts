import type postgres from 'postgres';

/** One connection, for one transaction at a time: what is sent on it arrives in order. */
export interface Connection {
  readonly sql: postgres.Sql;
  /** Raised whenever the connection was lost: what came before and what comes after are not one transaction. */
  readonly losses: () => number;
}

/** Connections for transactions, each handed to one at a time. */
export interface Connections {
  /**
   * Waits for a free one, in the order of arrival; it goes back when `work` is over.
   * @param work calls `giveUp` where an answer is missing: nobody else is to wait on that connection (A25)
   */
  withOne<T>(work: (connection: Connection, giveUp: () => void) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Each connection is a client of its own with room for one. The driver's own way of reserving a connection out of a
 * pool now and then loses a query when others use the pool at the same time.
 * @param open makes a client with one connection, and calls `lost` whenever that is lost
 */
export function openConnections(
  count: number,
  open: (lost: () => void) => postgres.Sql,
): Connections {
  const all = new Set(Array.from({ length: count }, fresh));
  const free = [...all];
  const waiting: ((connection: Connection) => void)[] = [];

  function fresh(): Connection {
    let losses = 0;
    return { sql: open(() => void (losses += 1)), losses: () => losses };
  }

  function giveBack(connection: Connection): void {
    const next = waiting.shift();
    if (next === undefined) free.push(connection);
    else next(connection);
  }

  /** What state a client is in that has lost a query, nobody knows: another takes its place. */
  function replace(connection: Connection): Connection {
    const instead = fresh();
    all.delete(connection);
    all.add(instead);
    connection.sql.end({ timeout: 0 }).catch(() => undefined);
    return instead;
  }

  return {
    async withOne(work) {
      // The one used last: it is warm, and where the load is low few are ever opened.
      let connection =
        free.pop() ?? (await new Promise<Connection>((resolve) => waiting.push(resolve)));
      try {
        return await work(connection, () => {
          connection = replace(connection);
        });
      } finally {
        giveBack(connection);
      }
    },
    close: async () => {
      await Promise.all([...all].map(({ sql }) => sql.end({ timeout: 5 })));
    },
  };
}
