import type { CertificateThumbprint } from '@monban/domain/certificate';
import type { ContractId, UserId } from '@monban/domain/id';

import type { BankCaller } from '../bank/bank-caller.ts';
import type { Caller, Origin } from '../caller.ts';
import { localeOf, type RequestSeen } from '../context.ts';
import { badToken, unauthenticated } from '../graphql/faults.ts';
import { limitable } from '../secrets/address-guard.ts';
import type { Services } from '../services.ts';
import { comesWith } from './client-certificate.ts';
import { isLive } from './session-life.ts';
import type { SessionSeen } from './session-seen.ts';
import { prolongSession, selectSession } from './session.store.ts';

/**
 * Who asks. A session is looked up in one statement; only what a person does prolongs it (R11).
 * @param passive the request does no more than look at itself: `viewer`, introspection, or it says so
 */
export async function resolveCaller(
  services: Services,
  request: RequestSeen,
  passive: boolean,
): Promise<Caller> {
  const { cookies, authorization, sessionHeader, pageHeader } = request;
  if (authorization !== null && cookies.session !== null) {
    throw unauthenticated('A session cookie beside a bank token: send one of them.');
  }
  const bank = authorization === null ? null : await bankOf(services, request, authorization);
  const origin = originOf(request, bank);
  const token = bank === null ? cookies.session : sessionHeader;
  const found = token === null ? null : await findSession(services, token, bank, origin);
  if (pageHeader !== null && pageHeader !== found?.session.publicId) {
    throw unauthenticated(
      'This page was loaded under a session that is over, or somebody else’s. Load it again.',
    );
  }
  if (found === null) {
    if (bank !== null && sessionHeader !== null)
      throw unauthenticated('The session is over. Log the user on again.');
    return bank === null || sessionHeader !== null
      ? { kind: 'STRANGER', origin, bank }
      : { kind: 'BANK', origin, bank };
  }
  const { session } = found;
  if (!passive) await prolong(services, found);
  return { kind: session.userId === null ? 'ADMINISTRATOR' : 'USER', origin, session, bank };
}

async function bankOf(
  { bankTokens, log, now }: Services,
  { connectionCertificate, requestId }: RequestSeen,
  authorization: string,
): Promise<BankCaller> {
  const verified = await bankTokens.verifyBankToken(authorization, connectionCertificate, now());
  if (verified.ok) return verified.value;
  log.warn('a bank token was refused', { requestId, reason: verified.error });
  throw badToken();
}

/** A bank's front end says where its person is; for everybody else the connection does. */
function originOf(request: RequestSeen, bank: BankCaller | null): Origin {
  const named = bank === null ? null : request.clientAddress;
  const address = named ?? request.remoteAddress;
  const limitedAddress = bank === null || named !== null ? limitable(address) : null;
  return {
    address,
    limitedAddress,
    certificate: certificateOf(request, bank),
    locale: localeOf(request.acceptLanguage),
    requestId: request.requestId,
  };
}

/** The person's: a bank system comes with its own, and passes its user's on where its token is bound to that one. */
function certificateOf(
  { connectionCertificate, passedOnCertificate }: RequestSeen,
  bank: BankCaller | null,
): CertificateThumbprint | null {
  if (bank === null) return connectionCertificate;
  return bank.bound ? passedOnCertificate : null;
}

/** A session that stands, and the hash of its token, which it is kept under. */
interface FoundSession {
  readonly session: SessionSeen;
  readonly hash: Buffer;
}

async function findSession(
  services: Services,
  token: string,
  bank: BankCaller | null,
  { certificate }: Origin,
): Promise<FoundSession | null> {
  const opened = services.seal.openToken(token);
  if (opened === null) return null;
  const { contractId, hash } = opened;
  const [found] = await selectSession(services.database.lookingUp(contractId), contractId, hash);
  if (found === undefined) return null;
  const { session: row, person, contract } = found;
  // Made through a bank system, it works beside that client's token alone; a browser's only in the browser.
  if (row.bankClientId !== (bank?.clientId ?? null)) return null;
  const session: SessionSeen = {
    publicId: row.sessionId,
    // Both were parsed before they were stored, and the database checks them.
    contractId: contractId as ContractId,
    userId: person.userId as UserId | null,
    startedAt: row.startedAt,
    lastActAt: row.lastActAt,
    address: row.address,
    epoch: row.epoch,
    certificate: row.certificate,
    contract,
    person,
  };
  const now = services.now();
  const stands = isLive(session, services.settings, now);
  return stands && comesWith(row.certificate, certificate, services, now)
    ? { session, hash }
    : null;
}

async function prolong({ database, now }: Services, found: FoundSession): Promise<void> {
  const { contractId } = found.session;
  await database.stating(contractId, (queries) =>
    prolongSession(queries, contractId, found.hash, now()),
  );
}
