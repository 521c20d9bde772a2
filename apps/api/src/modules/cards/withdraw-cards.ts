import type { Instant } from '@monban/domain/instant';

import { openAct } from '../../act.ts';
import type { Database } from '../../db/client.ts';
import { administratorKey } from '../../db/rows.ts';
import { updatePerson } from '../persons/person.store.ts';
import { selectLiveCards, selectWithCardsOfKey, updateCard } from './card.store.ts';

const contractsAPage = 200;

/**
 * The key that digits of cards come from has leaked: every card of it ends, one contract after the other, each told in
 * its history and by mail. Where the card was in force the administrator's session ends as at a loss (R18). Begun anew
 * it goes on where it was broken off.
 * @returns how many contracts lost a card
 */
export async function withdrawCards(
  database: Database,
  keyId: string,
  now: () => Instant,
): Promise<number> {
  let contracts = 0;
  for (;;) {
    const page = await database.across(async ({ queries }) =>
      selectWithCardsOfKey(queries, keyId, contractsAPage),
    );
    for (const { contractId } of page) await withdrawOf(database, contractId, keyId, now());
    contracts += page.length;
    if (page.length < contractsAPage) return contracts;
  }
}

function withdrawOf(
  database: Database,
  contractId: string,
  keyId: string,
  now: Instant,
): Promise<void> {
  return database.acting(contractId, async (tx) => {
    const opened = await openAct(tx, contractId, null, now, (queries) =>
      selectLiveCards(queries, contractId),
    );
    if (opened === null) return;
    const { act, loaded } = opened;
    const cards = loaded.filter((card) => card.keyId === keyId);
    for (const { cardId } of cards)
      act.atCommit(updateCard(act.queries, contractId, cardId, { status: 'WITHDRAWN' }));
    if (cards.some(({ status }) => status === 'IN_FORCE'))
      act.atCommit(
        updatePerson(act.queries, contractId, administratorKey, { currentSession: null }),
      );
    const events = cards.map(({ serial }) => ({ type: 'CARD_WITHDRAWN', serial }) as const);
    const circumstances = { at: now, operation: 'revokeKey', address: null };
    await act.finish(events, { kind: 'SYSTEM' }, circumstances);
  });
}
