import { arrivesAgain, isNewsOf } from '@monban/domain/bounce';
import { noticeState } from '@monban/domain/delivery';
import { administrator, type HistoryEvent, userOf } from '@monban/domain/history-event';
import { sameAddress } from '@monban/domain/notification-address';

import { type Act, openAct } from '../act.ts';
import type { Queries } from '../db/client.ts';
import {
  selectNotificationAddresses,
  updateNotificationAddresses,
} from '../modules/addresses/address.store.ts';
import { lockNotice } from '../modules/notices/notice.store.ts';
import { updatePerson } from '../modules/persons/person.store.ts';
import type { Services } from '../services.ts';
import { selectPersonsAt, selectReturns, unmarkAddress, unmarkPersons } from './bounce.store.ts';
import { type selectWaiting, updateNotice } from './outbox.store.ts';

type Notice = Awaited<ReturnType<typeof selectWaiting>>[number]['notice'];

/** What was said of a mail that will never arrive. */
export interface Bounce {
  /** AT_ONCE: by the mail server, instead of taking it. LATER: by a mail that came back. */
  readonly told: 'AT_ONCE' | 'LATER';
  /** Printable ASCII. */
  readonly reply: string;
  /** Whether it is about the recipient's mailbox, and not about this one mail. */
  readonly ofMailbox: boolean;
}

/** All that a bounce is decided by. */
export function loadBounce(
  queries: Queries,
  contractId: string,
  { address, messageId }: Pick<Notice, 'address' | 'messageId'>,
) {
  return Promise.all([
    lockNotice(queries, contractId, messageId).execute(),
    selectNotificationAddresses(queries, contractId).execute(),
    selectPersonsAt(queries, contractId, address).execute(),
  ]);
}

/**
 * Nobody tries to send the notice any more. The first bounce of an address is an entry of the history, told to the
 * other addresses; until mail arrives there again, no other is. Of a notice that is undeliverable already there is no news.
 */
export function bounce(
  { atCommit, contract, now, queries }: Act,
  [[notice], addresses, persons]: Awaited<ReturnType<typeof loadBounce>>,
  { ofMailbox, reply, told }: Bounce,
): readonly HistoryEvent[] {
  if (notice === undefined || noticeState(notice) === 'UNDELIVERABLE') return [];
  const { address, at, resentAt, sentAt, tries } = notice;
  const ended = { failedAt: now, reply, ...(told === 'AT_ONCE' && { tries: tries + 1 }) };
  atCommit(updateNotice(queries, notice, ended));
  if (!ofMailbox) return [];
  const { contractId } = contract;
  // One that came back though nobody noted that it was taken went out when it was written, or not much later.
  const handedOverAt = told === 'AT_ONCE' ? now : (sentAt ?? resentAt ?? at);
  const events: HistoryEvent[] = [];
  const own = addresses.find((each) => sameAddress(each.address, address));
  const standsSince = own?.confirmedAt ?? own?.addedAt ?? now;
  if (own !== undefined && isNewsOf({ ...own, standsSince }, handedOverAt)) {
    const marked = [own.address];
    atCommit(updateNotificationAddresses(queries, contractId, marked, { bouncedAt: now }));
    events.push({ type: 'ADDRESS_BOUNCED', address: own.address, person: administrator });
  }
  for (const { addedAt, emailBouncedAt, emailSince, personKey, userId } of persons) {
    const theirs = { bouncedAt: emailBouncedAt, standsSince: emailSince ?? addedAt };
    if (userId === null || !isNewsOf(theirs, handedOverAt)) continue;
    atCommit(updatePerson(queries, contractId, personKey, { emailBouncedAt: now }));
    events.push({ type: 'ADDRESS_BOUNCED', address, person: userOf(userId) });
  }
  return events;
}

/** The mail server said at once that the recipient's mailbox is not there or takes nothing. */
export async function noteBounce(
  { database, now }: Services,
  notice: Notice,
  reply: string,
): Promise<void> {
  const { contractId } = notice;
  await database.acting(contractId, async (tx) => {
    const at = now();
    const opened = await openAct(tx, contractId, null, at, (queries) =>
      loadBounce(queries, contractId, notice),
    );
    if (opened === null) return;
    const { act, loaded } = opened;
    await act.finish(
      bounce(act, loaded, { told: 'AT_ONCE', reply, ofMailbox: true }),
      { kind: 'SYSTEM' },
      { at, operation: 'deliverNotices', address: null },
    );
  });
}

/** The mail server took a mail to an address that had bounced: perhaps mail arrives there again. */
export async function noteArrival(
  { database, now }: Services,
  { address, contractId, recipient }: Notice,
): Promise<void> {
  await database.acting(contractId, async (tx) => {
    // Behind the contract's lock: no bounce that is reported meanwhile is forgotten.
    const opened = await openAct(tx, contractId, null, now(), (queries) =>
      selectReturns(queries, contractId, recipient).execute(),
    );
    const [returns] = opened?.loaded ?? [];
    if (returns === undefined || !arrivesAgain(returns, now())) return;
    tx.atCommit(unmarkAddress(tx.queries, contractId, address));
    tx.atCommit(unmarkPersons(tx.queries, contractId, address));
  });
}
