import { certificateSubject } from '@monban/domain/certificate-subject';
import {
  grantAnswers,
  grantStands,
  parseRetrievalCode,
  type RetrievalCode,
} from '@monban/domain/certificate-grant';
import type { ContractId } from '@monban/domain/id';
import type { Instant } from '@monban/domain/instant';
import type { Refusal } from '@monban/domain/refusal';
import { err, ok, type Result } from '@monban/domain/result';
import { contractStatus } from '@monban/domain/status';

import type { CertificateGrantRow, PersonRow } from '../../db/rows.ts';
import { gather } from '../../input.ts';
import { type Asked, command, refuse } from '../../operation.ts';
import { readSigningRequest, type SigningRequest } from '../../pki/signing-request.ts';
import { whoIs } from '../../secrets/settle.ts';
import { answerGrant, selectCertificate, selectGrantByCode } from './certificate.store.ts';
import { bindCertificate, issued, signedFor, signFor } from './issue-certificate.ts';

interface Input {
  readonly retrievalCode: string;
  readonly certificateRequest: string;
}

const unknownCode = { code: 'NOT_FOUND', what: 'RETRIEVAL_CODE' } as const;

/**
 * R12: whoever has the retrieval code, not logged on, hands in a signing request and gets the certificate that the
 * grant names. The key never comes here. A request that is sent again, since its answer was lost, is answered again.
 */
export const requestCertificate = command({
  name: 'requestCertificate',
  may: ['STRANGER', 'USER', 'ADMINISTRATOR'],
  async read({ retrievalCode, certificateRequest }: Input, asked): Promise<Read> {
    const code = gather({ code: parseRetrievalCode(retrievalCode, 'retrievalCode') });
    if (!code.ok) return code;
    // Only whoever has a code has a signature checked.
    const found = await findHolder(code.value.code, asked);
    if (found === null) return err(unknownCode);
    const read = gather({
      request: await readSigningRequest(certificateRequest, 'certificateRequest'),
    });
    if (!read.ok) return read;
    const { request } = read.value;
    const answer = answerOf(found.grant, request, asked.services.now());
    return answer === null ? err(unknownCode) : ok({ ...found, request });
  },
  load: async (queries, contractId, { grant: { codeHash } }) => {
    const [standing = null] = await selectGrantByCode(queries, contractId, codeHash);
    const thumbprint = standing?.grant.thumbprint ?? null;
    if (thumbprint === null) return { standing, before: null };
    const [before = null] = await selectCertificate(queries, contractId, thumbprint);
    return { standing, before };
  },
  prepare: ({ request, person, grant }, { services }) =>
    // A contract ID in a row has been parsed: nothing else gets into one.
    signFor(services, request, certificateSubject(whoIs(person), grant.contractId as ContractId)),
  proof: {
    by: 'CODE',
    holder: ({ grant: { contractId, personKey } }) => ({ contractId, personKey }),
  },
  async act(act, { entered: { request }, loaded: { standing, before }, prepared }) {
    const { contract, now, prover: person } = act;
    const closed = contractStatus(contract, now) === 'CLOSED';
    if (standing === null || person === null || person.removedAt !== null || closed)
      return refuse(unknownCode);
    const { grant } = standing;
    const answer = answerOf(grant, request, now);
    if (answer === null) return refuse(unknownCode);
    const signed = signedFor(prepared, request, whoIs(person));
    if ('refused' in signed) return signed;
    if (answer === 'AGAIN') {
      return before === null
        ? refuse(unknownCode)
        : { done: issued(before, signed.authority, person, now), events: [] };
    }
    const { row, authority } = signed;
    const { contractId, personKey } = grant;
    const event = bindCertificate(act, person, row, 'GRANTED', null);
    act.atCommit(
      answerGrant(act.queries, grant, { requestHash: request.hash, thumbprint: row.thumbprint }),
    );
    return {
      done: issued({ ...row, contractId, personKey }, authority, person, now),
      events: [event],
    };
  },
});

/** What a grant has for a signing request, by the domain's rule; null: nothing. */
function answerOf(
  { requestHash, until }: CertificateGrantRow,
  request: SigningRequest,
  now: Instant,
) {
  const answered = requestHash?.toString('hex') ?? null;
  return grantAnswers({ until, requestHash: answered }, request.hash.toString('hex'), now);
}

interface Holder {
  readonly grant: CertificateGrantRow;
  readonly person: PersonRow;
}

type Read = Result<Holder & { readonly request: SigningRequest }, Refusal>;

/** Whom a code was given out for; null: it isn't known, or over. */
async function findHolder(code: RetrievalCode, { services }: Asked): Promise<Holder | null> {
  const { database, now, retrievalCodes } = services;
  for (const { contractId, hash } of retrievalCodes.open(code)) {
    const [found] = await selectGrantByCode(database.reading(contractId), contractId, hash);
    if (found !== undefined && grantStands(found.grant, now())) return found;
  }
  return null;
}
