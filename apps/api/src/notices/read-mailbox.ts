import type { Services } from '../services.ts';
import { selectNotices } from './outbox.store.ts';
import { type Mail, writeMail } from './write-mail.ts';

const shown = 100;

/** The mails that would have been sent, of all contracts, the newest first. For development alone. */
export async function readMailbox({
  database,
  addressCodes,
  settings,
}: Pick<Services, 'database' | 'addressCodes' | 'settings'>): Promise<readonly Mail[]> {
  const rows = await database.across(async ({ queries }) => selectNotices(queries, shown));
  return rows.map((row) => writeMail(row, addressCodes, settings.bankName));
}
