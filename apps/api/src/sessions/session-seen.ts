import type { ContractId, UserId } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';

/** A live session as its caller's look-up found it. */
export interface SessionSeen {
  /** The public ID, which a page names in `Monban-Page`; never the token. */
  readonly publicId: string;
  readonly contractId: ContractId;
  /** `null` for the administrator. */
  readonly userId: UserId | null;
  readonly startedAt: Instant;
}
