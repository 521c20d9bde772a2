import { mayBindAnew } from '@monban/domain/certificate';
import { parseUserId, userIdKey } from '@monban/domain/id';
import { type InputProblem, problem } from '@monban/domain/problem';
import { err, ok, type Result } from '@monban/domain/result';
import { contractStatus, mayContract } from '@monban/domain/status';

import { administratorKey } from '../../db/rows.ts';
import { gather, optional } from '../../input.ts';
import { type Asked, command, refuse } from '../../operation.ts';
import { type BankCertificate, readBankCertificate } from '../../pki/bank-certificate.ts';
import {
  type DeskContractInput,
  deskFields,
  missingIdentityCheck,
} from '../contracts/desk-input.ts';
import { lockPerson } from '../persons/person.store.ts';
import { userFor } from '../users/user-target.ts';
import { deleteTakenBack, selectCertificate } from './certificate.store.ts';
import { certificateView } from './certificate-view.ts';
import { bindCertificate } from './issue-certificate.ts';

interface Input extends DeskContractInput {
  readonly userId?: string | null;
  readonly certificate: string;
}

/** R12: the desk binds a certificate of one of the bank's own authorities to the person whom the bank issued it to. */
export const registerCertificate = command({
  name: 'registerCertificate',
  may: ['DESK'],
  read: async ({ userId, certificate, ...input }: Input, asked) => {
    const { bankAuthorities } = asked.services;
    if (bankAuthorities === null)
      return err({ code: 'NOT_ALLOWED_NOW', because: 'NO_BANK_AUTHORITY' } as const);
    return gather(
      {
        ...deskFields(input),
        userId: optional(userId, (text) => parseUserId(text, 'userId')),
        certificate: await readGood(certificate, asked),
      },
      missingIdentityCheck(input, asked),
    );
  },
  load: async (queries, contractId, { userId, certificate }) => {
    const personKey = userId === null ? administratorKey : userIdKey(userId);
    const [[person = null], [before = null]] = await Promise.all([
      lockPerson(queries, contractId, personKey),
      selectCertificate(queries, contractId, certificate.thumbprint),
    ]);
    return { personKey, person, before };
  },
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { certificate, desk }, loaded: { personKey, person, before } }) => {
    const may = mayContract(contractStatus(act.contract, act.now), 'UPDATE');
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    if (before !== null && !mayBindAnew(before, personKey))
      return refuse({ code: 'CONFLICT', about: 'CERTIFICATE_TAKEN' });
    const register = (holder: NonNullable<typeof person>) => {
      const row = {
        ...certificate,
        authority: 'BANK',
        takenFrom: before === null ? [] : [...before.takenFrom, before.personKey],
        issuedAt: act.now,
        revokedAt: null,
        warnedDays: null,
      } as const;
      const { contractId } = act.contract;
      // That it was somebody else's first stands in the history, and for whom it is no good in the new row.
      if (before !== null)
        act.atCommit(deleteTakenBack(act.queries, contractId, before.thumbprint));
      const event = bindCertificate(act, holder, row, 'REGISTERED', desk);
      return {
        done: {
          __typename: 'CertificateRegistered',
          certificate: certificateView({ ...row, contractId, personKey }, holder, act.now),
        } as const,
        events: [event],
      };
    };
    if (person !== null && person.userId === null) return register(person);
    return userFor(person, 'UPDATE', register);
  },
});

/** It is in its term, and on no list of revoked ones. */
async function readGood(
  text: string,
  { services: { bankAuthorities, now } }: Asked,
): Promise<Result<BankCertificate, InputProblem>> {
  const read = await readBankCertificate(text, 'certificate', bankAuthorities);
  if (!read.ok) return read;
  const { from, until } = read.value;
  const at = now();
  const good = from <= at && at < until && bankAuthorities?.standing(read.value, at) === 'GOOD';
  return good ? ok(read.value) : err(problem('certificate', 'CERTIFICATE_NOT_VALID'));
}
