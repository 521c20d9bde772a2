import { randomBytes } from 'node:crypto';

import type { HistoryEvent } from '@monban/domain/history-event';
import type { ContractId, UserId } from '@monban/domain/id';

import type { Act } from '../act.ts';
import type { CertificateRow, SessionRow } from '../db/rows.ts';
import { unauthenticated } from '../graphql/faults.ts';
import type { Asked } from '../operation.ts';
import { whoIs } from '../secrets/settle.ts';
import { sessionCertificate } from './client-certificate.ts';
import { isLive } from './session-life.ts';
import type { SessionSeen } from './session-seen.ts';
import { deleteOtherSessions, insertSession } from './session.store.ts';

export interface Started {
  readonly session: SessionSeen;
  /** For whoever logged on; the database keeps its hash. */
  readonly token: string;
  /** If somebody with the same secrets was logged on: they are out, and mail says so. */
  readonly events: readonly HistoryEvent[];
}

/**
 * Begins the person's one session within their logon's act.
 * @param older the one they had, over or not
 * @param presented what they came with, as the contract knows it
 */
export function startSession(
  act: Act,
  older: SessionRow | null,
  { caller, services }: Asked,
  presented: CertificateRow | null,
): Started {
  const { contract, prover: person, now, queries } = act;
  if (person === null) throw unauthenticated();
  const { contractId } = contract;
  const { token, hash } = services.seal.sealToken(contractId);
  const publicId = randomBytes(16).toString('base64url');
  const bankClientId = caller.bank?.clientId ?? null;
  const { address } = caller.origin;
  const certificate = sessionCertificate({ contract, person, certificate: presented }, now);
  const logon = {
    currentSession: publicId,
    lastLogonAt: now,
    previousLogonAt: person.lastLogonAt,
    wrongBeforeLastLogon: person.wrongSinceLastLogon,
    wrongSinceLastLogon: 0,
  };
  act.changeProver(logon);
  act.atCommit(
    insertSession(queries, {
      contractId,
      tokenHash: hash,
      sessionId: publicId,
      personKey: person.personKey,
      epoch: contract.sessionsEpoch,
      startedAt: now,
      lastActAt: now,
      address,
      bankClientId,
      certificate,
    }),
  );
  act.atCommit(deleteOtherSessions(queries, contractId, person.personKey, publicId));
  const replaced =
    older !== null &&
    isLive(
      { ...older, ...seen(contract, person), publicId: older.sessionId },
      services.settings,
      now,
    );
  return {
    token,
    session: {
      ...seen(contract, { ...person, ...logon }),
      publicId,
      startedAt: now,
      lastActAt: now,
      address,
      epoch: contract.sessionsEpoch,
      certificate,
    },
    events: replaced ? [{ type: 'SESSION_ENDED_BY_NEWCOMER', person: whoIs(person) }] : [],
  };
}

function seen(contract: SessionSeen['contract'], person: SessionSeen['person']) {
  // Both were parsed before they were stored.
  return {
    contract,
    person,
    contractId: contract.contractId as ContractId,
    userId: person.userId as UserId | null,
  };
}
