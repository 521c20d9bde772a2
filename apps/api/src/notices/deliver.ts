import { isGivenUp, secondsUntilRetry } from '@monban/domain/delivery';

import type { Services } from '../services.ts';
import type { MailServer } from './mail-server.ts';
import { noteArrival, noteBounce } from './bounce.ts';
import { queueLater, selectWaiting, updateNotice } from './outbox.store.ts';
import { type Mail, writeMail } from './write-mail.ts';

/** One address of one contract: their mails follow one another. */
export interface Recipient {
  readonly contractId: string;
  readonly recipient: string;
}

/** DONE: nothing waits. LATER: the rest waits in the queue. STOPPED: in the middle, by whoever stops the server. */
export type Delivered = 'DONE' | 'LATER' | 'STOPPED';

type Waiting = Awaited<ReturnType<typeof selectWaiting>>[number];

const atOnce = 20;

/**
 * Sends a recipient what waits for them, in the order in which it happened, each marked before the next one goes out.
 * A mail that is put off holds up those behind it; one that bounced or is refused does not. Whoever calls holds the
 * recipient's lock, and `stopped` throws once they have lost it.
 */
export async function deliver(
  services: Services,
  server: MailServer,
  recipient: Recipient,
  stopped: () => Promise<boolean>,
): Promise<Delivered> {
  for (;;) {
    const waiting = await waitingFor(services, recipient, atOnce);
    if (waiting.length === 0) return 'DONE';
    for (const row of waiting) {
      if (await stopped()) return 'STOPPED';
      if (!(await deliverOne(services, server, row))) {
        await putOff(services, recipient, row);
        return 'LATER';
      }
    }
  }
}

/** What waits for a recipient, the oldest first. */
export function waitingFor(
  { database }: Services,
  { contractId, recipient }: Recipient,
  limit: number,
): PromiseLike<readonly Waiting[]> {
  return selectWaiting(database.reading(contractId), contractId, recipient, limit);
}

/** Whether what stands behind it may go out. */
async function deliverOne(services: Services, server: MailServer, row: Waiting): Promise<boolean> {
  const { addressCodes, database, log, now, settings } = services;
  const { notice } = row;
  const mail: Mail = writeMail(row, addressCodes, settings.bankName);
  // Where its mark can't be written (a full disk, an index being built) a mail would go out again and again.
  await database.stating(notice.contractId, (queries) =>
    updateNotice(queries, notice, { tries: notice.tries }),
  );
  const outcome = await server.send(mail);
  if (outcome.kind === 'TAKEN') {
    await database.stating(notice.contractId, (queries) =>
      updateNotice(queries, notice, { sentAt: now(), reply: null }),
    );
    if (row.bounced) await noteArrival(services, notice);
    return true;
  }
  const { reply } = outcome;
  if (outcome.kind === 'BOUNCED') {
    log.warn('a notice bounced', { code: codeOf(reply) });
    await noteBounce(services, notice, reply);
    return true;
  }
  if (outcome.kind === 'REFUSED') {
    log.warn('a notice was refused', { code: codeOf(reply) });
    await database.stating(notice.contractId, (queries) =>
      updateNotice(queries, notice, { failedAt: now(), reply, tries: notice.tries + 1 }),
    );
    return true;
  }
  const since = notice.resentAt ?? notice.at;
  const over = isGivenUp(since, settings.delivery, now());
  log.warn(over ? 'a notice was given up' : 'a notice was put off', { code: codeOf(reply) });
  await database.stating(notice.contractId, (queries) =>
    updateNotice(queries, notice, {
      tries: notice.tries + 1,
      reply,
      ...(over && { failedAt: now() }),
    }),
  );
  return false;
}

async function putOff(
  { database, settings }: Services,
  recipient: Recipient,
  { notice }: Waiting,
): Promise<void> {
  const seconds = secondsUntilRetry(notice.tries + 1, settings.delivery);
  await database.stating(recipient.contractId, (queries) =>
    queueLater(queries, recipient, seconds),
  );
}

/** Status and enhanced status, or the name of what went wrong on the way: nothing that a stranger wrote. */
function codeOf(reply: string): string {
  return (
    /^(?:[2-5]\d\d(?:[ -][2-5]\.\d{1,3}\.\d{1,3})?|[A-Z][A-Z0-9_]{2,40})/.exec(reply)?.[0] ??
    'OTHER'
  );
}
