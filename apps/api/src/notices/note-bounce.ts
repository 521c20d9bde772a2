import type { HistoryEvent } from '@monban/domain/history-event';
import { administrator, userOf } from '@monban/domain/history-event';
import { sameAddress } from '@monban/domain/notification-address';

import { openAct } from '../act.ts';
import { updateNotificationAddresses } from '../modules/addresses/address.store.ts';
import { updatePerson } from '../modules/persons/person.store.ts';
import type { Services } from '../services.ts';
import {
  selectPersonsAt,
  type selectWaiting,
  unmarkAddress,
  unmarkPersons,
  updateNotice,
} from './outbox.store.ts';

type Notice = Awaited<ReturnType<typeof selectWaiting>>[number]['notice'];

/**
 * A mail whose recipient's mailbox is not there or takes nothing: nobody tries any more. The first one of an address is an
 * entry of the history, told to the other addresses; until a mail arrives there again, no other is.
 */
export async function noteBounce(
  { database, now }: Services,
  notice: Notice,
  reply: string,
): Promise<void> {
  const { address, contractId } = notice;
  await database.acting(contractId, async (tx) => {
    const at = now();
    const opened = await openAct(tx, contractId, null, at, (queries) =>
      selectPersonsAt(queries, contractId, address),
    );
    if (opened === null) return;
    const { act, loaded: persons } = opened;
    const events: HistoryEvent[] = [];
    const own = act.addresses.find((each) => sameAddress(each.address, address));
    if (own !== undefined && own.bouncedAt === null) {
      const marked = [own.address];
      act.atCommit(updateNotificationAddresses(act.queries, contractId, marked, { bouncedAt: at }));
      events.push({ type: 'ADDRESS_BOUNCED', address: own.address, person: administrator });
    }
    for (const { emailBouncedAt, personKey, userId } of persons) {
      if (emailBouncedAt !== null || userId === null) continue;
      act.atCommit(updatePerson(act.queries, contractId, personKey, { emailBouncedAt: at }));
      events.push({ type: 'ADDRESS_BOUNCED', address, person: userOf(userId) });
    }
    const ended = { failedAt: at, reply, tries: notice.tries + 1 };
    act.atCommit(updateNotice(act.queries, notice, ended));
    await act.finish(
      events,
      { kind: 'SYSTEM' },
      { at, operation: 'deliverNotices', address: null },
    );
  });
}

/** Mail to an address arrives again. */
export async function noteArrival(
  { database }: Services,
  { address, contractId }: Notice,
): Promise<void> {
  await database.stating(contractId, (queries) => unmarkAddress(queries, contractId, address));
  await database.stating(contractId, (queries) => unmarkPersons(queries, contractId, address));
}
