import { retrievalUntil } from '@monban/domain/certificate-grant';
import type { DeskNote } from '@monban/domain/history-event';
import { parseUserId } from '@monban/domain/id';
import { problem } from '@monban/domain/problem';
import { err, ok } from '@monban/domain/result';
import { contractStatus, mayContract } from '@monban/domain/status';

import type { Act } from '../../act.ts';
import { administratorKey, type PersonRow } from '../../db/rows.ts';
import { gather } from '../../input.ts';
import { type Asked, command, type Decision, refuse } from '../../operation.ts';
import { whoIs } from '../../secrets/settle.ts';
import {
  type EitherInput,
  missingIdentityCheck,
  readAtDesk,
  readOwn,
} from '../contracts/desk-input.ts';
import { lockPerson } from '../persons/person.store.ts';
import { confirmation, loadUserTarget, userFor } from '../users/user-target.ts';
import { putGrant } from './certificate.store.ts';
import { grantView } from './certificate-view.ts';

interface Input extends EitherInput {
  readonly userId?: string | null;
}

/** R12: the administrator lets one of their users have a certificate. */
export const grantToUser = command({
  name: 'grantCertificate',
  may: ['ADMINISTRATOR'],
  read: ({ userId, ...input }: Input, asked) => {
    const own = readOwn(input, asked);
    if (!own.ok) return own;
    const read = gather({
      userId: userId == null ? err(problem('userId', 'REQUIRED')) : parseUserId(userId, 'userId'),
    });
    return read.ok ? ok({ ...own.value, ...read.value }) : read;
  },
  load: loadUserTarget,
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { loaded, asked }) =>
    userFor(loaded, 'UPDATE', (user) => grant(act, user, null, asked)),
});

/** R12: the desk lets the administrator have one. */
export const grantToAdministrator = command({
  name: 'grantCertificate',
  may: ['DESK'],
  read: ({ userId, ...input }: Input, asked) => {
    const read = readAtDesk(input, missingIdentityCheck(input, asked));
    // Users are the administrator's.
    return read.ok && userId != null ? err({ code: 'NOT_FOUND', what: 'USER' } as const) : read;
  },
  load: async (queries, contractId) => {
    const [administrator = null] = await lockPerson(queries, contractId, administratorKey);
    return administrator;
  },
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered, loaded: administrator, asked }) => {
    const may = mayContract(contractStatus(act.contract, act.now), 'UPDATE');
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    if (administrator === null) throw new Error('The contract has no administrator.');
    return grant(act, administrator, entered.desk, asked);
  },
});

interface CertificateGranted {
  readonly __typename: 'CertificateGranted';
  readonly grant: ReturnType<typeof grantView>;
  readonly retrievalCode: string;
}

/** The code is shown this once; one that was given out before ends with it. */
function grant(
  { atCommit, contract, now, queries }: Act,
  person: PersonRow,
  desk: DeskNote | null,
  { services }: Asked,
): Decision<CertificateGranted> {
  if (services.authority === null)
    return refuse({ code: 'NOT_ALLOWED_NOW', because: 'NO_BUILT_IN_AUTHORITY' });
  const { contractId } = contract;
  const code = services.retrievalCodes.draw(contractId);
  const until = retrievalUntil(now);
  const row = {
    contractId,
    personKey: person.personKey,
    codeHash: code.hash,
    grantedAt: now,
    until,
    requestHash: null,
    thumbprint: null,
  };
  atCommit(putGrant(queries, row));
  return {
    done: {
      __typename: 'CertificateGranted',
      grant: grantView(row, person),
      retrievalCode: code.text,
    },
    events: [{ type: 'CERTIFICATE_GRANTED', person: whoIs(person), until, desk }],
  };
}
