import { openBankTokens } from './bank/bank-tokens.ts';
import { openDatabase, type RoundTrips } from './db/client.ts';
import type { Log } from './log.ts';
import { createAnnouncements } from './notices/announcements.ts';
import { openBankAuthorities } from './pki/bank-authorities.ts';
import { openBuiltInAuthority } from './pki/built-in-authority.ts';
import { createAddressCodes } from './secrets/address-codes.ts';
import { createAuthorizationTokens } from './secrets/authorization-tokens.ts';
import { createCardDigits } from './secrets/card-digits.ts';
import { createDecoys } from './secrets/decoys.ts';
import { createHasher, type Hasher } from './secrets/hasher.ts';
import { openLivingRing } from './secrets/living-ring.ts';
import { createPermits } from './secrets/permits.ts';
import { createRetrievalCodes } from './secrets/retrieval-codes.ts';
import { createSeal } from './secrets/seal.ts';
import { createTurns } from './secrets/turns.ts';
import type { Services } from './services.ts';
import { type Settings, sizeThreadPool } from './settings.ts';

/** What tests bring of their own. */
export interface Substitutes {
  readonly now?: () => number;
  readonly roundTrips?: RoundTrips;
  /** How many connections to the database there are. */
  readonly connections?: number;
  /** Stands around the hasher, to see when it is asked. */
  readonly hasher?: (hasher: Hasher) => Hasher;
}

/** Puts together all that the operations reach. */
export function composeServices(
  settings: Settings,
  log: Log,
  databaseUrl: string,
  own: Substitutes = {},
): Services {
  const { ring, reread } = openLivingRing(settings);
  const { roundTrips, connections, now = Date.now } = own;
  const hasher = createHasher(ring.pepper, settings.argon2);
  const announcements = createAnnouncements();
  return {
    settings,
    log,
    now,
    announcements,
    database: openDatabase(databaseUrl, {
      announced: announcements.announce,
      ...(roundTrips && { roundTrips }),
      ...(connections !== undefined && { connections }),
    }),
    hasher: own.hasher?.(hasher) ?? hasher,
    // One for each thread that argon2 can run on.
    permits: createPermits({ count: sizeThreadPool() }),
    turns: createTurns(),
    seal: createSeal(ring.seal),
    cardDigits: createCardDigits(ring.card),
    addressCodes: createAddressCodes(ring.seal),
    authorizationTokens: createAuthorizationTokens(ring.signing, settings.issuer),
    rereadKeys: reread,
    decoys: createDecoys(ring.decoy),
    bankTokens: openBankTokens(settings, ring),
    retrievalCodes: createRetrievalCodes(ring.seal),
    authority: openBuiltInAuthority(settings.authority, settings.origin),
    bankAuthorities: openBankAuthorities(settings.bankAuthorities, { log, now }),
  };
}
