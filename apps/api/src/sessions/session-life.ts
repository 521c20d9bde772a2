import { administratorName } from '@monban/domain/history-event';
import {
  contractStatus,
  type Leave,
  mayContract,
  mayUser,
  type UserAct,
  userStatus,
} from '@monban/domain/status';
import { endsAt, idleEndsAt, isOver, type SessionClock } from '@monban/domain/session';
import type { Instant } from '@monban/domain/instant';

import type { ContractRow, PersonRow } from '../db/rows.ts';
import type { Settings } from '../settings.ts';
import { needsCertificate } from './client-certificate.ts';
import type { SessionSeen } from './session-seen.ts';

type Lifetime = Pick<Settings, 'idleSeconds' | 'sessionSeconds'>;

/** A contract's own idle end, unless a setting overrides every contract's (R11). */
export function clockOf(
  session: Pick<SessionSeen, 'startedAt' | 'lastActAt' | 'contract'>,
  lifetime: Lifetime,
): SessionClock {
  return {
    startedAt: session.startedAt,
    lastActAt: session.lastActAt,
    idleSeconds: lifetime.idleSeconds ?? session.contract.idleMinutes * 60,
    absoluteSeconds: lifetime.sessionSeconds,
  };
}

/**
 * Whether a session still stands: its person's only one, not ended with the whole contract's, its clock running, its
 * certificate valid, and its person and contract free to work.
 */
export function isLive(
  session: Omit<SessionSeen, 'contractId' | 'userId' | 'address'>,
  lifetime: Lifetime,
  now: Instant,
): boolean {
  const { contract, person } = session;
  return (
    person.currentSession === session.publicId &&
    contract.sessionsEpoch === session.epoch &&
    !isOver(clockOf(session, lifetime), now) &&
    keepsCertificate(session, now) &&
    mayLogOn(contract, person, now)
  );
}

/** R12: a session without a certificate is over as soon as its person needs one. That it was revoked ends it, too. */
function keepsCertificate(
  { certificate, contract, person }: Pick<SessionSeen, 'certificate' | 'contract' | 'person'>,
  now: Instant,
): boolean {
  return certificate === null ? !needsCertificate(contract, person, now) : now < certificate.until;
}

export function mayLogOn(contract: ContractRow, person: PersonRow, now: Instant): boolean {
  if (mayContract(contractStatus(contract, now), 'LOG_ON') !== 'ALLOWED') return false;
  return mayPerson(person, 'LOG_ON') === 'ALLOWED';
}

export function statusOf(user: PersonRow) {
  return userStatus({ ...user, temporaryPins: user.temporaryUntil !== null });
}

/** Whether somebody may do what users and the administrator do for themselves: a user's state may forbid it. */
export function mayPerson(person: PersonRow, act: UserAct): Leave {
  return person.userId === null ? 'ALLOWED' : mayUser(statusOf(person), act);
}

/** A session as its holder may see it. */
export function sessionView(
  session: Omit<SessionSeen, 'contractId' | 'userId'>,
  lifetime: Lifetime,
) {
  const clock = clockOf(session, lifetime);
  return {
    id: session.publicId,
    person: session.person.userId ?? administratorName,
    name: session.person.name,
    startedAt: session.startedAt,
    endsAt: endsAt(clock),
    idleEndsAt: idleEndsAt(clock),
    idleSeconds: clock.idleSeconds,
    address: session.address,
    lastActAt: session.lastActAt,
    certificateThumbprint: session.certificate?.thumbprint ?? null,
  };
}

export type SessionView = ReturnType<typeof sessionView>;
