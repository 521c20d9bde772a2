import { certificateSubject, parseRetrievalCode } from '@monban/domain/certificate';
import type { ContractId } from '@monban/domain/id';
import type { Refusal } from '@monban/domain/refusal';
import { err, ok, type Result } from '@monban/domain/result';
import { contractStatus } from '@monban/domain/status';

import type { CertificateGrantRow, PersonRow } from '../../db/rows.ts';
import { gather } from '../../input.ts';
import { type Asked, command, refuse } from '../../operation.ts';
import { readSigningRequest, type SigningRequest } from '../../pki/signing-request.ts';
import type { OpenedCode } from '../../secrets/retrieval-codes.ts';
import { whoIs } from '../../secrets/settle.ts';
import { answerGrant, selectCertificate, selectGrantByCode } from './certificate.store.ts';
import { bindCertificate, issued, signFor, whyNotSigned } from './issue-certificate.ts';

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
    const read = gather({
      code: parseRetrievalCode(retrievalCode, 'retrievalCode'),
      request: await readSigningRequest(certificateRequest, 'certificateRequest'),
    });
    if (!read.ok) return read;
    const { code, request } = read.value;
    for (const opened of asked.services.retrievalCodes.open(code)) {
      const holder = await findHolder(opened, asked);
      if (holder !== null) return ok({ ...holder, codeHash: opened.hash, request });
    }
    return err(unknownCode);
  },
  load: async (queries, contractId, { codeHash, grant }) => {
    const [[standing = null], [before = null]] = await Promise.all([
      selectGrantByCode(queries, contractId, codeHash),
      selectCertificate(queries, contractId, grant.thumbprint ?? ''),
    ]);
    return { standing, before };
  },
  prepare: ({ request, person, grant }, { services }) =>
    // A contract ID in a row has been parsed: nothing else gets into one.
    signFor(services, request, certificateSubject(whoIs(person), grant.contractId as ContractId)),
  proof: {
    by: 'CODE',
    holder: ({ grant: { contractId, personKey } }) => ({ contractId, personKey }),
  },
  async act(act, { entered: { request }, loaded: { standing, before }, prepared: signed }) {
    const { contract, now, prover: person } = act;
    const closed = contractStatus(contract, now) === 'CLOSED';
    if (standing === null || person === null || person.removedAt !== null || closed)
      return refuse(unknownCode);
    const { grant } = standing;
    if (now >= grant.until) return refuse(unknownCode);
    const not = whyNotSigned(signed, request, whoIs(person));
    if (not !== null || typeof signed === 'string') return not ?? refuse(unknownCode);
    if (grant.requestHash !== null) {
      const again = grant.requestHash.equals(request.hash) && before !== null;
      return again
        ? { done: issued(before, signed.authority, person, now), events: [] }
        : refuse(unknownCode);
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

interface Holder {
  readonly grant: CertificateGrantRow;
  readonly person: PersonRow;
}

type Read = Result<
  Holder & { readonly codeHash: Buffer; readonly request: SigningRequest },
  Refusal
>;

async function findHolder(
  { contractId, hash }: OpenedCode,
  { services }: Asked,
): Promise<Holder | null> {
  const [found = null] = await selectGrantByCode(
    services.database.reading(contractId),
    contractId,
    hash,
  );
  return found;
}
