import { mayRenew } from '@monban/domain/certificate';
import { certificateSubject } from '@monban/domain/certificate-subject';

import { unauthenticated } from '../../graphql/faults.ts';
import { gather } from '../../input.ts';
import { command, refuse, sessionOf } from '../../operation.ts';
import { readSigningRequest } from '../../pki/signing-request.ts';
import type { Pin } from '../../secrets/pin.ts';
import { whoIs } from '../../secrets/settle.ts';
import { mayPerson } from '../../sessions/session-life.ts';
import { confirmation } from '../users/user-target.ts';
import { selectCertificate } from './certificate.store.ts';
import { bindCertificate, issued, signedFor, signFor } from './issue-certificate.ts';

interface Input {
  readonly certificateRequest: string;
  readonly confirmationPin: Pin;
}

/**
 * R12: from 30 days before its end on, whoever is logged on with a certificate gets the next one for it. The old one
 * goes on until its end, so that nobody is left without before the new one is in place.
 */
export const renewCertificate = command({
  name: 'renewCertificate',
  may: ['USER', 'ADMINISTRATOR'],
  read: async ({ certificateRequest, confirmationPin }: Input) => {
    const read = gather({
      request: await readSigningRequest(certificateRequest, 'certificateRequest'),
    });
    return read.ok ? { ok: true, value: { ...read.value, confirmationPin } } : read;
  },
  load: async (queries, contractId, _entered, asked) => {
    const { certificate } = sessionOf(asked);
    const [row = null] = await selectCertificate(
      queries,
      contractId,
      certificate?.thumbprint ?? '',
    );
    return row;
  },
  prepare: ({ request }, asked) => {
    const { contractId, person } = sessionOf(asked);
    return signFor(asked.services, request, certificateSubject(whoIs(person), contractId));
  },
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { entered: { request }, loaded: old, prepared }) => {
    const { contract, now, prover: person } = act;
    if (person === null) throw unauthenticated();
    const theirs = mayPerson(person, 'RENEW_CERTIFICATE');
    const may = theirs === 'ALLOWED' ? mayRenew(old, now) : theirs;
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    const signed = signedFor(prepared, request, whoIs(person));
    if ('refused' in signed) return signed;
    const { row, authority } = signed;
    const event = bindCertificate(act, person, row, 'RENEWED', null);
    const { contractId } = contract;
    return {
      done: issued({ ...row, contractId, personKey: person.personKey }, authority, person, now),
      events: [event],
    };
  },
});
