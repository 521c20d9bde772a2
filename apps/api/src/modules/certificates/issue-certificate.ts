import { certificateUntil, signedFrom } from '@monban/domain/certificate';
import { type CertificateSubject, requestFits } from '@monban/domain/certificate-subject';
import type { CertificateOrigin, DeskNote, HistoryEvent, Who } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';
import { problem } from '@monban/domain/problem';

import type { Act } from '../../act.ts';
import type { CertificateRow, PersonRow } from '../../db/rows.ts';
import { type Refusing, refuse } from '../../operation.ts';
import { authorityFields } from '../../pki/authority-fields.ts';
import { AuthorityError } from '../../pki/authority-file.ts';
import type { SigningRequest } from '../../pki/signing-request.ts';
import { pemOf } from '../../pki/pem.ts';
import { thumbprintOf } from '../../pki/thumbprint.ts';
import { whoIs } from '../../secrets/settle.ts';
import type { Services } from '../../services.ts';
import { updatePerson } from '../persons/person.store.ts';
import { insertCertificate } from './certificate.store.ts';
import { certificateView } from './certificate-view.ts';

/** A certificate that the built-in authority has signed and that is bound to nobody yet, with the authority's own. */
export interface Signed {
  readonly row: Omit<CertificateRow, 'contractId' | 'personKey'>;
  readonly authority: Buffer;
}

/** Nothing can be issued: there is no authority, or its key can't be read right now. */
export type Unsigned = 'NO_AUTHORITY' | 'UNREADABLE';

/** Signs before the transaction: it takes a while, and what isn't stored binds nobody. */
export async function signFor(
  { authority, log, now }: Services,
  request: SigningRequest,
  subject: CertificateSubject,
): Promise<Signed | Unsigned> {
  if (authority === null) return 'NO_AUTHORITY';
  const at = now();
  try {
    const authorityUntil = await authority.endsAt();
    if (at >= authorityUntil) throw new AuthorityError('its own certificate has ended');
    const until = certificateUntil(at, authorityUntil);
    const [signed, own] = await Promise.all([
      authority.issue({ request, subject, from: signedFrom(at), until }),
      authority.certificate(),
    ]);
    const { der, issuer, serial } = signed;
    const row = {
      thumbprint: thumbprintOf(der),
      authority: 'BUILT_IN',
      takenFrom: [],
      issuer,
      serial,
      der,
      issuedAt: at,
      // A certificate's end is told in whole seconds.
      until: Math.floor(until / 1000) * 1000,
      revokedAt: null,
      warnedDays: null,
    } as const;
    return { row, authority: own };
  } catch (fault) {
    if (!(fault instanceof AuthorityError)) throw fault;
    log.error('the built-in authority can’t sign', authorityFields(fault));
    return 'UNREADABLE';
  }
}

/** What was signed; or the request names somebody else, or why nothing was, as an answer. */
export function signedFor(
  signed: Signed | Unsigned,
  { commonNames }: SigningRequest,
  person: Who,
): Signed | Refusing {
  if (!requestFits(commonNames, person)) {
    const problems = [problem('certificateRequest', 'ANOTHER_SUBJECT')];
    return refuse({ code: 'INVALID_INPUT', problems });
  }
  if (signed === 'NO_AUTHORITY')
    return refuse({ code: 'NOT_ALLOWED_NOW', because: 'NO_BUILT_IN_AUTHORITY' });
  return signed === 'UNREADABLE'
    ? refuse({ code: 'TRY_AGAIN', because: 'AUTHORITY_AWAY', retryAfterSeconds: 60 })
    : signed;
}

/** Binds a certificate to its person with the act. From now on they need one, if the contract uses them. */
export function bindCertificate(
  act: Act,
  person: PersonRow,
  row: Signed['row'],
  how: CertificateOrigin,
  desk: DeskNote | null,
): HistoryEvent {
  const { contract, now, queries } = act;
  const { contractId } = contract;
  const { personKey } = person;
  act.atCommit(insertCertificate(queries, { ...row, contractId, personKey }));
  if (person.certificateSince === null)
    act.atCommit(updatePerson(queries, contractId, personKey, { certificateSince: now }));
  const { serial, until } = row;
  return { type: 'CERTIFICATE_ISSUED', person: whoIs(person), serial, until, how, desk };
}

/** What its person is handed. */
export function issued(
  row: Pick<CertificateRow, 'der'> & Parameters<typeof certificateView>[0],
  authority: Buffer,
  person: PersonRow,
  now: Instant,
) {
  return {
    __typename: 'CertificateIssued',
    certificate: certificateView(row, person, now),
    pem: pemOf('CERTIFICATE', row.der),
    chain: [pemOf('CERTIFICATE', authority)],
  } as const;
}
