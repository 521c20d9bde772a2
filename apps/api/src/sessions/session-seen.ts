import type { ContractId, UserId } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';

import type { ContractRow, PersonRow } from '../db/rows.ts';
import type { SessionCertificate } from '../db/tables/sessions.ts';

/** A live session as its caller's look-up found it, with the contract and the person it is of. */
export interface SessionSeen {
  /** The public ID, which a page names in `Monban-Page`; never the token. */
  readonly publicId: string;
  readonly contractId: ContractId;
  /** `null` for the administrator. */
  readonly userId: UserId | null;
  readonly startedAt: Instant;
  readonly lastActAt: Instant;
  /** Where the person logged on from. */
  readonly address: string;
  readonly epoch: number;
  /** Null: it began without one. */
  readonly certificate: SessionCertificate | null;
  readonly contract: ContractRow;
  readonly person: PersonRow;
}
