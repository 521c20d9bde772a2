import { Pool } from 'pg';

/** Longer than any statement of the queue takes: it takes and ends jobs, and asks for locks without waiting. */
const answerMilliseconds = 15_000;
const connectMilliseconds = 5000;
/**
 * One whose query got no answer is never good again, and goes back into the pool all the same: at this age it is closed,
 * so that sending goes on soon after the database's machine is gone without a word (A25).
 */
const oldestSeconds = 30;

/** The relay's connections. Whatever happens to one is found by the query that it happens to. */
export function openRelayPool(connectionString: string, max: number): Pool {
  const pool = new Pool({
    connectionString,
    max,
    query_timeout: answerMilliseconds,
    connectionTimeoutMillis: connectMilliseconds,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    maxLifetimeSeconds: oldestSeconds,
  });
  // Without somebody to tell, a lost connection would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
