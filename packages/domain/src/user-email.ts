import { afterDays, type Instant } from './instant.ts';
import { type AddressPolicy, sameAddress } from './notification-address.ts';

/** An address that was a user's, and that goes on getting every notice of theirs. */
export interface LeavingEmail {
  readonly address: string;
  /** From then on it is told nothing. */
  readonly leavesAt: Instant;
}

/** How many are told beside the present one: the oldest, which whoever changes addresses in a row wants to be rid of. */
export const mostLeavingEmails = 5;

/** Where a user's notices go (R10), as it stands. */
export interface UserEmail {
  /** Null: the user has none. */
  readonly email: string | null;
  /** Those before it; some may be over. */
  readonly leavingEmails: readonly LeavingEmail[];
}

/** Those that are told still: until their last moment, not at it. */
export function stillLeaving(
  { leavingEmails }: Pick<UserEmail, 'leavingEmails'>,
  at: Instant,
): readonly LeavingEmail[] {
  return leavingEmails.filter(({ leavesAt }) => at < leavesAt);
}

/** Where a notice of a user goes. */
export function emailsToldOf(user: UserEmail, at: Instant): readonly string[] {
  const before = stillLeaving(user, at).map(({ address }) => address);
  return user.email === null ? before : [user.email, ...before];
}

/** What a change of a user's address comes to. */
export interface EmailChange extends UserEmail {
  /** Whether it is another mailbox, and not the same one in other letters. */
  readonly moved: boolean;
}

/**
 * Corrects a user's address. The ones before it are told for their days, however often it changes: else whoever got at
 * the administrator's secrets could redirect a user's notices, and then act as them unseen.
 */
export function changeEmail(
  user: UserEmail,
  email: string | null,
  policy: AddressPolicy,
  now: Instant,
): EmailChange {
  const { email: before } = user;
  const moved = !isSame(before, email);
  const left =
    before !== null && moved
      ? [{ address: before, leavesAt: afterDays(now, policy.leavingDays) }]
      : [];
  const earlier = stillLeaving(user, now).filter(({ address }) => !isSame(address, before));
  const leavingEmails = [...left, ...earlier]
    .filter(({ address }) => !isSame(address, email))
    .slice(-mostLeavingEmails);
  return { email, leavingEmails, moved };
}

function isSame(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : sameAddress(one, other);
}
