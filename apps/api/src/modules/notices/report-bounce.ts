import {
  type DeliveryAction,
  isOfMailbox,
  parseBounceAction,
  parseFailureStatus,
  parseMessageId,
} from '@monban/domain/bounce';
import { err, ok } from '@monban/domain/result';

import { gather } from '../../input.ts';
import { bounce, loadBounce } from '../../notices/bounce.ts';
import { selectNoticeOf } from '../../notices/bounce.store.ts';
import { isMessageId } from '../../notices/message-id.ts';
import { command } from '../../operation.ts';

interface Input {
  readonly messageId: string;
  readonly action: DeliveryAction;
  readonly status: string;
}

/**
 * R10: the bank's mail system reports a notice that came back. What it may know is what it sent: a Message-ID of ours
 * is random, and whoever has none learns nothing of any contract.
 */
export const reportBounce = command({
  name: 'reportBounce',
  may: ['MAIL'],
  fromMachine: true,
  read: async ({ action, messageId, status }: Input, { services }) => {
    const read = gather({
      messageId: parseMessageId(messageId, 'messageId'),
      action: parseBounceAction(action, 'action'),
      status: parseFailureStatus(status, 'status'),
    });
    if (!read.ok) return read;
    const id = read.value.messageId;
    const [notice] = isMessageId(id)
      ? await services.database.across(async ({ queries }) => selectNoticeOf(queries, id))
      : [];
    return notice === undefined
      ? err({ code: 'NOT_FOUND', what: 'NOTICE' })
      : ok({ ...notice, messageId: id.toLowerCase(), status: read.value.status });
  },
  load: (queries, contractId, notice) => loadBounce(queries, contractId, notice),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { status }, loaded }) => {
    const ofMailbox = isOfMailbox(status);
    return {
      done: { __typename: 'BounceReported', ofMailbox } as const,
      events: bounce(act, loaded, { told: 'LATER', reply: status, ofMailbox }),
    };
  },
});
