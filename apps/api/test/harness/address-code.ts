import { createAddressCodes } from '../../src/secrets/address-codes.ts';
import { openKeyRing } from '../../src/secrets/key-ring.ts';
import { asSuperuser } from './database.ts';
import type { Ground } from './server.ts';

/** The code that the mail to a new address has, as whoever reads that mail knows it. */
export async function codeInTheMail(
  ground: Ground,
  contractId: string,
  address: string,
): Promise<string> {
  const sql = asSuperuser(ground);
  const [row] = await sql<{ salt: Buffer | null }[]>`
    select code_salt as salt from notification_addresses where contract_id = ${contractId} and address = ${address}`;
  await sql.end();
  if (row?.salt == null) throw new Error('No code waits for that address.');
  const ring = openKeyRing({ keysFile: null, dataDir: ground.dataDir });
  return createAddressCodes(ring.seal).code({ contractId, address, salt: row.salt });
}
