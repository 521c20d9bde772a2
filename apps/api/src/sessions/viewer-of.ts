import type { Caller } from '../caller.ts';
import { administratorView } from '../modules/administrators/administrator-view.ts';
import { userView } from '../modules/users/user-view.ts';
import type { Asked } from '../operation.ts';
import type { Settings } from '../settings.ts';
import { sessionView } from './session-life.ts';
import type { SessionSeen } from './session-seen.ts';

/** Whoever a session is of, as they see themselves. */
export function personOf(session: SessionSeen, settings: Settings, now: number) {
  const { contract, person } = session;
  const seen = sessionView(session, settings);
  return person.userId === null
    ? administratorView(contract, person, now, seen)
    : userView(contract, person, now, seen);
}

function bankClient({ bank }: Extract<Caller, { kind: 'BANK' }>) {
  const scopes = [...bank.scopes].map((scope) => scope.toUpperCase());
  return {
    __typename: 'BankClient',
    clientId: bank.clientId,
    subject: bank.subject,
    scopes,
  } as const;
}

/** `viewer`: who asks, from what the caller's look-up found; null for strangers. */
export function viewer({ caller, services }: Asked) {
  if (caller.kind === 'STRANGER') return null;
  return caller.kind === 'BANK'
    ? bankClient(caller)
    : personOf(caller.session, services.settings, services.now());
}

/** What a logon answers, and afterwards puts into the browser's cookie – or hands to the bank's front end. */
export function loggedOn(session: SessionSeen, token: string, { caller, services }: Asked) {
  const throughBank = caller.bank !== null;
  return {
    __typename: 'LoggedOn',
    viewer: personOf(session, services.settings, services.now()),
    session: sessionView(session, services.settings),
    mustReplacePins: session.person.temporaryUntil !== null,
    sessionToken: throughBank ? token : null,
    cookie: throughBank ? null : token,
  } as const;
}

export type LoggedOn = ReturnType<typeof loggedOn>;

export function keepCookie({ cookie }: LoggedOn, { reply }: Asked): void {
  if (cookie !== null) reply.setSessionCookie(cookie);
}
