import { captureRefusalOf } from '@monban/domain/authorization-end';
import { parseReference } from '@monban/domain/id';
import { contractStatus } from '@monban/domain/status';

import { gather } from '../../input.ts';
import { command, refuse } from '../../operation.ts';
import { statusOf } from '../../sessions/session-life.ts';
import {
  loadAuthorization,
  ownAuthorization,
  readAuthorizationId,
} from './authorization-target.ts';
import { authorizationView, authorizedTransaction } from './authorization-view.ts';
import { markCaptured } from './authorization.store.ts';

interface Input {
  readonly id: string;
  readonly reference: string;
}

/** Before the money moves: works once, and asks once more for person, rights and locks. The same reference is answered the same. */
export const captureAuthorization = command({
  name: 'captureAuthorization',
  may: ['TRANSACTIONS', 'USER'],
  throughBank: true,
  read: ({ id, reference }: Input, asked) => {
    const read = gather({ reference: parseReference(reference, 'reference') });
    if (!read.ok) return read;
    const target = readAuthorizationId(id, asked);
    return target.ok ? { ok: true, value: { ...target.value, ...read.value } } : target;
  },
  load: (queries, contractId, entered) => loadAuthorization(queries, contractId, entered),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered, loaded, asked }) =>
    ownAuthorization(loaded, asked, ({ authorization, person, permitted }, userId) => {
      const { contract, now } = act;
      const { reference } = entered;
      if (authorization.captureReference === reference) {
        return { done: captured(authorization, userId, now), events: [] };
      }
      const standing = {
        contract: contractStatus(contract, now),
        user: statusOf(person),
        permitted,
        accounts: person.accounts,
      };
      const refusal = captureRefusalOf(authorization, standing, now);
      if (refusal !== null) return refuse(refusal);
      act.atCommit(markCaptured(act.queries, authorization, reference, now));
      const became = {
        ...authorization,
        status: 'CAPTURED',
        captureReference: reference,
        endedAt: now,
      } as const;
      return {
        done: captured(became, userId, now),
        events: [
          {
            type: 'AUTHORIZATION_CAPTURED',
            ...authorizedTransaction(authorization, userId),
            reference,
          },
        ],
      };
    }),
});

function captured(...of: Parameters<typeof authorizationView>) {
  return { __typename: 'AuthorizationCaptured', authorization: authorizationView(...of) } as const;
}
