import type { Instant } from '@monban/domain/instant';

import type { BankTokens } from './bank/verify-token.ts';
import type { Database } from './db/client.ts';
import type { Log } from './log.ts';
import type { Announcements } from './notices/announcements.ts';
import type { AddressCodes } from './secrets/address-codes.ts';
import type { AuthorizationTokens } from './secrets/authorization-tokens.ts';
import type { CardDigits } from './secrets/card-digits.ts';
import type { Decoys } from './secrets/decoys.ts';
import type { Hasher } from './secrets/hasher.ts';
import type { BankAuthorities } from './pki/bank-authorities.ts';
import type { BuiltInAuthority } from './pki/built-in-authority.ts';
import type { Permits } from './secrets/permits.ts';
import type { RetrievalCodes } from './secrets/retrieval-codes.ts';
import type { Seal } from './secrets/seal.ts';
import type { Turns } from './secrets/turns.ts';
import type { Settings } from './settings.ts';

/** Everything an operation may reach beyond its input; put together once, in `main.ts` and in the tests. */
export interface Services {
  readonly settings: Settings;
  readonly log: Log;
  readonly now: () => Instant;
  readonly database: Database;
  /** Of contracts whose notices wait to be sent. */
  readonly announcements: Announcements;
  readonly hasher: Hasher;
  readonly permits: Permits;
  readonly turns: Turns;
  readonly seal: Seal;
  readonly cardDigits: CardDigits;
  readonly addressCodes: AddressCodes;
  readonly authorizationTokens: AuthorizationTokens;
  /** Takes up the key ring's file anew; throws where it is no good, and then all stays as it was. */
  readonly rereadKeys: () => void;
  readonly decoys: Decoys;
  readonly bankTokens: BankTokens;
  readonly retrievalCodes: RetrievalCodes;
  /** Null: no certificates are issued here. */
  readonly authority: BuiltInAuthority | null;
  /** Null: none of the bank's own are trusted. */
  readonly bankAuthorities: BankAuthorities | null;
}
