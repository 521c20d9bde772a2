import postgres from 'postgres';
import { inject } from 'vitest';

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
