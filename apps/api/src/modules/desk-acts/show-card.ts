import { mayBeShown } from '@monban/domain/two-persons';

import { forbidden } from '../../graphql/faults.ts';
import { command, refuse } from '../../operation.ts';
import { selectLiveCards } from '../cards/card.store.ts';
import { tableOf } from '../cards/new-card.ts';
import { contractView } from '../contracts/contract-view.ts';
import { type DeskContractInput, readDesk } from '../contracts/desk-input.ts';
import { selectSeen } from './desk-act.store.ts';

/** Two persons: the table of a card that nobody has seen is shown once, to a human who has no registration PIN of it. */
export const showCard = command({
  name: 'showCard',
  may: ['DESK'],
  read: (input: DeskContractInput) => readDesk(input),
  load: (queries, contractId) =>
    Promise.all([
      selectLiveCards(queries, contractId).execute(),
      selectSeen(queries, contractId).execute(),
    ]),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { desk }, loaded: [cards, seen], asked: { caller, services } }) => {
    if (caller.kind !== 'BANK') throw forbidden();
    const unseen = cards.find(({ cardId }) => !seen.some((each) => each.cardId === cardId));
    if (unseen === undefined)
      return refuse({ code: 'NOT_ALLOWED_NOW', because: 'NO_CARD_TO_SHOW' });
    const own = seen.filter(({ subject }) => subject === caller.bank.subject);
    const may = mayBeShown(
      'CARD',
      own.map(({ secret }) => secret),
    );
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    return {
      done: {
        __typename: 'CardShown',
        contract: contractView(act.contract, act.now),
        card: tableOf(unseen, services.cardDigits),
      } as const,
      events: [{ type: 'CARD_SHOWN', serial: unseen.serial, desk }],
    };
  },
});
