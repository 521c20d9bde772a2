import type { Services } from '../services.ts';
import { type selectWaiting, updateNotice } from './outbox.store.ts';

type Notice = Awaited<ReturnType<typeof selectWaiting>>[number]['notice'];

/** A mail that its recipient's mail server will never take: nobody tries any more. */
export async function noteRefusal(
  { database, now }: Services,
  notice: Notice,
  reply: string,
): Promise<void> {
  await database.stating(notice.contractId, (queries) =>
    updateNotice(queries, notice, { failedAt: now(), reply, tries: notice.tries + 1 }),
  );
}
