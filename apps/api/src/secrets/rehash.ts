import type { PersonRow } from '../db/rows.ts';
import type { Entry } from './claim.ts';
import type { Hasher } from './hasher.ts';

const columns = {
  REGISTRATION_PIN: 'registrationHash',
  LOGON_PIN: 'logonHash',
  CONFIRMATION_PIN: 'confirmationHash',
} as const;

/** New hashes for PINs that were right and are kept at yesterday's cost or with yesterday's pepper. */
export async function rehashed(
  hasher: Hasher,
  entries: readonly Entry[],
): Promise<Partial<PersonRow>> {
  const changes: Partial<PersonRow> = {};
  for (const entry of entries) {
    if (entry.secret !== 'ONE_TIME_PASSWORD')
      changes[columns[entry.secret]] = await hasher.hash(entry.pin);
  }
  return changes;
}
