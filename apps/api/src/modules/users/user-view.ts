import type { Instant } from '@monban/domain/instant';
import { stillLeaving } from '@monban/domain/user-email';

import type { ContractRow, PersonRow } from '../../db/rows.ts';
import { statusOf } from '../../sessions/session-life.ts';
import type { SessionView } from '../../sessions/session-life.ts';
import { contractView } from '../contracts/contract-view.ts';

/** A user as the schema shows them; `session` is the viewer's own. */
export function userView(
  contract: ContractRow,
  user: PersonRow,
  now: Instant,
  session: SessionView | null = null,
) {
  return {
    __typename: 'User',
    userId: user.userId ?? '',
    personKey: user.personKey,
    name: user.name,
    email: user.email,
    emailBouncedAt: user.emailBouncedAt,
    emailSince: user.emailSince ?? user.addedAt,
    leavingEmails: stillLeaving(user, now),
    logonNotices: user.logonNotices,
    status: statusOf(user),
    locks: user.locks,
    version: user.version,
    wrongPins: user.wrongLogon,
    wrongConfirmationPins: user.wrongConfirmation,
    accounts: user.accounts,
    lastLogonAt: user.lastLogonAt,
    previousLogonAt: user.previousLogonAt,
    mustReplacePins: user.temporaryUntil !== null,
    temporaryUntil: user.temporaryUntil,
    certificateSince: user.certificateSince,
    session,
    contract: contractView(contract, now),
  } as const;
}

export type UserView = ReturnType<typeof userView>;
