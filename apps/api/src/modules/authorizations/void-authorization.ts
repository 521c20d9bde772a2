import { authorizationState } from '@monban/domain/authorization-end';

import { command, refuse } from '../../operation.ts';
import {
  loadAuthorization,
  ownAuthorization,
  readAuthorizationId,
} from './authorization-target.ts';
import { authorizationView, authorizedTransaction } from './authorization-view.ts';
import { voidAuthorizations } from './authorization.store.ts';

interface Input {
  readonly id: string;
}

/** Frees what was reserved, once; of what is void already nothing more comes, and of what was captured nothing at all. */
export const voidAuthorization = command({
  name: 'voidAuthorization',
  may: ['TRANSACTIONS', 'USER'],
  throughBank: true,
  read: ({ id }: Input, asked) => readAuthorizationId(id, asked),
  load: (queries, contractId, entered) => loadAuthorization(queries, contractId, entered),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { loaded, asked }) =>
    ownAuthorization(loaded, asked, ({ authorization }, userId) => {
      const { contract, now, queries } = act;
      const { authorizationId } = authorization;
      const { status } = authorizationState(authorization, now);
      if (status === 'CAPTURED') {
        return refuse({ code: 'NOT_ALLOWED_NOW', because: 'AUTHORIZATION_CAPTURED' });
      }
      if (status === 'VOIDED') return { done: voided(authorization, userId, now), events: [] };
      const ended = [{ authorizationId, because: 'BY_CLIENT' }] as const;
      act.atCommit(voidAuthorizations(queries, contract.contractId, ended, now));
      const became = {
        ...authorization,
        status: 'VOIDED',
        voidedBecause: 'BY_CLIENT',
        endedAt: now,
      } as const;
      return {
        done: voided(became, userId, now),
        events: [{ type: 'AUTHORIZATION_VOIDED', ...authorizedTransaction(authorization, userId) }],
      };
    }),
});

function voided(...of: Parameters<typeof authorizationView>) {
  return { __typename: 'AuthorizationVoided', authorization: authorizationView(...of) } as const;
}
