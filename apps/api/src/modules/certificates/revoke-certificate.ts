import {
  certificateStatus,
  type CertificateThumbprint,
  mayRevoke,
  parseThumbprint,
} from '@monban/domain/certificate';
import type {
  CertificateRevokedBecause,
  DeskNote,
  HistoryEvent,
} from '@monban/domain/history-event';
import type { Refusal } from '@monban/domain/refusal';
import { ok, type Result } from '@monban/domain/result';

import type { Act } from '../../act.ts';
import type { Queries } from '../../db/client.ts';
import type { CertificateRow, PersonRow, SessionRow } from '../../db/rows.ts';
import { unauthenticated } from '../../graphql/faults.ts';
import { gather } from '../../input.ts';
import { command, type Decision, refuse } from '../../operation.ts';
import { whoIs } from '../../secrets/settle.ts';
import { selectSessionOf } from '../../sessions/session.store.ts';
import { type EitherInput, readAtDesk, readOwn } from '../contracts/desk-input.ts';
import { lockPerson, updatePerson } from '../persons/person.store.ts';
import { confirmation } from '../users/user-target.ts';
import { deleteGrant, revokeCertificates, selectCertificate } from './certificate.store.ts';
import { certificateView } from './certificate-view.ts';

interface Input extends EitherInput {
  readonly thumbprint: string;
}

/** R12: whoever is logged on takes back a certificate of their own, the administrator any of the contract's. */
export const revokeOwnCertificate = command({
  name: 'revokeCertificate',
  may: ['USER', 'ADMINISTRATOR'],
  read: ({ thumbprint, ...input }: Input, asked) => {
    const own = readOwn(input, asked);
    return own.ok ? withThumbprint(own.value, thumbprint) : own;
  },
  load: (queries, contractId, { thumbprint }) => loadTarget(queries, contractId, thumbprint),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { loaded }) => {
    if (act.prover === null) throw unauthenticated();
    const may = loaded !== null && mayRevoke(act.prover.personKey, loaded.person.personKey);
    return revoke(act, may ? loaded : null, null);
  },
});

/** R12: the desk does, on a call: a stolen computer. */
export const revokeCertificateAtDesk = command({
  name: 'revokeCertificate',
  may: ['DESK'],
  read: ({ thumbprint, ...input }: Input) => {
    const desk = readAtDesk(input);
    return desk.ok ? withThumbprint(desk.value, thumbprint) : desk;
  },
  load: (queries, contractId, { thumbprint }) => loadTarget(queries, contractId, thumbprint),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered, loaded }) => revoke(act, loaded, entered.desk),
});

function withThumbprint<Read extends object>(
  rest: Read,
  text: string,
): Result<Read & { readonly thumbprint: CertificateThumbprint }, Refusal> {
  const read = gather({ thumbprint: parseThumbprint(text, 'thumbprint') });
  return read.ok ? ok({ ...rest, ...read.value }) : read;
}

export interface Target {
  readonly certificate: CertificateRow;
  readonly person: PersonRow;
  /** The one that began with this certificate, if there is one. */
  readonly session: SessionRow | null;
}

export async function loadTarget(
  queries: Queries,
  contractId: string,
  thumbprint: string,
): Promise<Target | null> {
  const [certificate] = await selectCertificate(queries, contractId, thumbprint);
  if (certificate === undefined) return null;
  const { personKey } = certificate;
  const [[person], [session = null]] = await Promise.all([
    lockPerson(queries, contractId, personKey),
    selectSessionOf(queries, contractId, personKey),
  ]);
  if (person === undefined) return null;
  const begunWith = session?.certificate?.thumbprint === thumbprint ? session : null;
  return { certificate, person, session: begunWith };
}

interface CertificateRevoked {
  readonly __typename: 'CertificateRevoked';
  readonly certificate: ReturnType<typeof certificateView>;
}

/** It counts from the next request on: the session that began with it is over. */
function revoke(
  act: Act,
  target: Target | null,
  desk: DeskNote | null,
): Decision<CertificateRevoked> {
  if (target === null) return refuse({ code: 'NOT_FOUND', what: 'CERTIFICATE' });
  const { certificate, person, session } = target;
  if (certificateStatus(certificate, act.now) !== 'VALID')
    return refuse({ code: 'NOT_ALLOWED_NOW', because: 'CERTIFICATE_IS_OVER' });
  const events = revokeAll(act, person, [certificate], 'ASKED', desk);
  if (session !== null) endSessionOf(act, person);
  const revoked = { ...certificate, revokedAt: act.now };
  return {
    done: {
      __typename: 'CertificateRevoked',
      certificate: certificateView(revoked, person, act.now),
    },
    events,
  };
}

export function endSessionOf(act: Act, { contractId, personKey }: PersonRow): void {
  const ended = { currentSession: null };
  if (personKey === act.prover?.personKey) act.changeProver(ended);
  else act.atCommit(updatePerson(act.queries, contractId, personKey, ended));
}

/**
 * Takes back what of these is not taken back yet.
 * @param at since when; left out: since now
 */
export function revokeAll(
  { atCommit, contract, now, queries }: Act,
  person: PersonRow,
  certificates: readonly CertificateRow[],
  because: CertificateRevokedBecause,
  desk: DeskNote | null,
  at = now,
): readonly HistoryEvent[] {
  const standing = certificates.filter((each) => certificateStatus(each, now) === 'VALID');
  if (standing.length === 0) return [];
  const thumbprints = standing.map(({ thumbprint }) => thumbprint);
  atCommit(revokeCertificates(queries, contract.contractId, thumbprints, at));
  return standing.map(({ serial }) => ({
    type: 'CERTIFICATE_REVOKED',
    person: whoIs(person),
    serial,
    because,
    desk,
  }));
}

/** Somebody is no longer who they were: neither their certificates nor a code that they still have are good. */
export function endCertificates(
  act: Act,
  person: PersonRow,
  certificates: readonly CertificateRow[],
  because: CertificateRevokedBecause,
  desk: DeskNote | null,
): readonly HistoryEvent[] {
  act.atCommit(deleteGrant(act.queries, act.contract.contractId, person.personKey));
  return revokeAll(act, person, certificates, because, desk);
}
