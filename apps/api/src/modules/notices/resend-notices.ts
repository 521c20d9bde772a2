import type { Instant } from '@monban/domain/instant';
import { ok } from '@monban/domain/result';

import { gather } from '../../input.ts';
import { command, refuse } from '../../operation.ts';
import { type DeskContractInput, deskFields } from '../contracts/desk-input.ts';
import { contractView } from '../contracts/contract-view.ts';
import { lockUndelivered, resendAll } from './notice.store.ts';

interface Input extends DeskContractInput {
  readonly failedSince: Instant;
}

/** After a mail server's mistake: all of a contract's notices that were given up since then, each under its Message-ID. */
export const resendNotices = command({
  name: 'resendNotices',
  may: ['DESK'],
  read: (input: Input) => gather({ ...deskFields(input), failedSince: ok(input.failedSince) }),
  load: (queries, contractId, { failedSince }) => lockUndelivered(queries, contractId, failedSince),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { desk, failedSince }, loaded }) => {
    const { contract, now, queries } = act;
    const ids = loaded.map(({ messageId }) => messageId);
    if (ids.length === 0)
      return refuse({ code: 'NOT_ALLOWED_NOW', because: 'NOTICE_NOT_UNDELIVERABLE' });
    act.atCommit(resendAll(queries, contract.contractId, ids, now));
    const number = ids.length;
    return {
      done: {
        __typename: 'NoticesResent',
        contract: contractView(contract, now),
        resent: number,
      } as const,
      events: [{ type: 'NOTICES_RESENT', number, failedSince, desk }],
    };
  },
});
