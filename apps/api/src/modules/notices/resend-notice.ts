import { noticeState } from '@monban/domain/delivery';
import { ok } from '@monban/domain/result';

import { gather } from '../../input.ts';
import { isMessageId } from '../../notices/message-id.ts';
import { updateNotice } from '../../notices/outbox.store.ts';
import { command, refuse } from '../../operation.ts';
import { type DeskContractInput, deskFields } from '../contracts/desk-input.ts';
import { contractView } from '../contracts/contract-view.ts';
import { lockNotice } from './notice.store.ts';

interface Input extends DeskContractInput {
  readonly noticeId: string;
}

/** The desk has an undeliverable notice sent anew, once its address takes mail again: the same, under its Message-ID. */
export const resendNotice = command({
  name: 'resendNotice',
  may: ['DESK'],
  read: (input: Input) => gather({ ...deskFields(input), noticeId: ok(input.noticeId) }),
  load: async (queries, contractId, { noticeId }) =>
    isMessageId(noticeId) ? lockNotice(queries, contractId, noticeId) : [],
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { desk }, loaded: [notice] }) => {
    const { contract, now, queries } = act;
    if (notice === undefined) return refuse({ code: 'NOT_FOUND', what: 'NOTICE' });
    if (noticeState(notice) !== 'UNDELIVERABLE')
      return refuse({ code: 'NOT_ALLOWED_NOW', because: 'NOTICE_NOT_UNDELIVERABLE' });
    const { address, at } = notice;
    act.atCommit(
      updateNotice(queries, notice, {
        sentAt: null,
        failedAt: null,
        tries: 0,
        resentAt: now,
      }),
    );
    return {
      done: { __typename: 'NoticeResent', contract: contractView(contract, now) } as const,
      events: [{ type: 'NOTICE_RESENT', address, writtenAt: at, desk }],
    };
  },
});
