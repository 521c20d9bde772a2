import type { Database } from '../db/client.ts';
import { withdrawCards } from '../modules/cards/withdraw-cards.ts';
import { countHashedWith } from '../modules/persons/person.store.ts';
import { dropKey, findKeys, type KeyPurpose } from '../secrets/exchange-keys.ts';
import type { Settings } from '../settings.ts';
import { CommandError, type Output } from './command.ts';
import { withDatabase } from './open-database.ts';

/**
 * Takes back a key that has leaked. What was made with it ends first, and then the key goes out of the ring: broken off in
 * between, the command can be given again.
 */
export async function revokeKey(
  settings: Settings,
  path: string,
  id: string,
  wanted: KeyPurpose | null,
): Promise<Output> {
  const found = findKeys(path, id).filter(({ purpose }) => (wanted ?? purpose) === purpose);
  const [key, another] = found;
  if (key === undefined) throw new CommandError('the ring has no such key.');
  if (another !== undefined) {
    throw new CommandError(
      'several keys of the ring have this ID; say which with --purpose.',
      true,
    );
  }
  const { isCurrent, purpose } = key;
  if (isCurrent) {
    throw new CommandError(
      `it is the current key of ${purpose}: first exchange it (keys rotate --purpose ${purpose}).`,
    );
  }
  const contracts = await follows[purpose](settings, id);
  dropKey(path, purpose, id);
  return {
    text: `${purpose}: ${id} is out of the ring. ${said[purpose](contracts)}`,
    json: { purpose, id, contracts },
  };
}

const nothing = () => Promise.resolve(0);

/** What is done before the key goes; answers how many contracts it concerned. */
const follows: Readonly<Record<KeyPurpose, (settings: Settings, id: string) => Promise<number>>> = {
  card: (settings, id) =>
    withDatabase(settings, (database) => withdrawCards(database, id, Date.now)),
  pepper: (settings, id) => withDatabase(settings, (database) => refuseIfUsed(database, id)),
  seal: nothing,
  decoy: nothing,
  signing: nothing,
};

const said: Readonly<Record<KeyPurpose, (contracts: number) => string>> = {
  card: (contracts) =>
    `Its cards are withdrawn, and the companies are told: ${contracts} contracts. Issue new cards (issueCard), and put them in force once they have arrived (putCardInForce).`,
  pepper: () => 'No PIN was hashed with it any more.',
  seal: () =>
    'Whoever has a session of it must log on anew; confirmation codes and retrieval codes that wait fit no more. Instead of a retrieval code, which is good for 80 days, give out a new one (grantCertificate).',
  decoy: () => 'Nothing else changes.',
  signing: () =>
    'The key set that is published no longer has it; whoever keeps a copy of that set, an hour at most, believes its tokens until then.',
};

/** Nobody can check a PIN without its pepper: the PINs would be lost, every one of them. */
async function refuseIfUsed(database: Database, id: string): Promise<number> {
  const [people] = await database.across(async ({ queries }) => countHashedWith(queries, id));
  const count = people?.count ?? 0;
  if (count === 0) return 0;
  throw new CommandError(
    `PINs of ${count} people are hashed with it, and would be lost: each is hashed anew when its owner next enters it. Nobody who knows the pepper alone knows a PIN; if the database is known as well, have PINs reset first.`,
  );
}
