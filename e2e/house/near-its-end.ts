import postgres from 'postgres';
import { inject } from 'vitest';

/** Has the mail server refuse what waits to be mailed to an address, which none of the tests' does. */
export async function failNoticesTo(address: string, contractId: string): Promise<void> {
  const sql = postgres(inject('pastTheWalls'), { max: 1 });
  try {
    const failed = await sql`
      UPDATE outbox SET failed_at = now()
      WHERE contract_id = ${contractId} AND address = ${address} AND sent_at IS NULL RETURNING 1`;
    if (failed.length === 0) throw new Error('No notice waits for that address.');
  } finally {
    await sql.end();
  }
}

/** Moves the end of a contract's certificates near, which no operation does; the server's clock is its process's own. */
export async function endCertificatesSoon(contractId: string, days: number): Promise<void> {
  const sql = postgres(inject('pastTheWalls'), { max: 1 });
  try {
    const moved = await sql`
      UPDATE certificates SET until = now() + make_interval(days => ${days})
      WHERE contract_id = ${contractId} RETURNING thumbprint`;
    if (moved.length === 0) throw new Error('The contract has no certificates.');
  } finally {
    await sql.end();
  }
}

/** Has mail to a user's address come back, as the bank's mail system would report. */
export async function bounceMailTo(email: string, contractId: string): Promise<void> {
  const sql = postgres(inject('pastTheWalls'), { max: 1 });
  try {
    const marked = await sql`
      UPDATE persons SET email_bounced_at = now()
      WHERE contract_id = ${contractId} AND email = ${email} RETURNING 1`;
    if (marked.length === 0) throw new Error('Nobody has that address.');
  } finally {
    await sql.end();
  }
}
