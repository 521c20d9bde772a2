import type { DeskNote, HistoryEvent } from '@monban/domain/history-event';
import { contractStatus, mayContract } from '@monban/domain/status';

import type { Act } from '../../act.ts';
import type { CardRow } from '../../db/rows.ts';
import { command, refuse } from '../../operation.ts';
import { type ContractView, contractView } from '../contracts/contract-view.ts';
import { type DeskContractInput, missingIdentityCheck, readDesk } from '../contracts/desk-input.ts';
import { selectLiveCards, updateCard } from './card.store.ts';
import { waitingCard } from './live-card.ts';

/** The desk puts the card that was sent in force: after a loss, when nobody can log on to do it. */
export const putCardInForce = command({
  name: 'putCardInForce',
  may: ['DESK'],
  read: (input: DeskContractInput, asked) => readDesk(input, missingIdentityCheck(input, asked)),
  load: (queries, contractId) => selectLiveCards(queries, contractId),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { desk }, loaded: cards }) => {
    const { contract, now } = act;
    const may = mayContract(contractStatus(contract, now), 'PUT_CARD_IN_FORCE');
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    const sent = waitingCard(cards, contract.registeredAt);
    if (sent === null) return refuse({ code: 'NOT_ALLOWED_NOW', because: 'NO_SENT_CARD' });
    const decision = putInForce(act, cards, sent, desk);
    act.atCommit(updateCard(act.queries, contract.contractId, sent.cardId, { status: 'IN_FORCE' }));
    return decision;
  },
});

interface InForce {
  readonly done: { readonly __typename: 'CardPutInForce'; readonly contract: ContractView };
  readonly events: readonly HistoryEvent[];
}

/** The card in force until now goes first: there is one at a time. The caller writes the new one. */
export function putInForce(
  { atCommit, contract, now, queries }: Act,
  cards: readonly CardRow[],
  sent: CardRow,
  desk: DeskNote | null,
): InForce {
  const older = cards.find(({ status }) => status === 'IN_FORCE') ?? null;
  if (older !== null)
    atCommit(updateCard(queries, contract.contractId, older.cardId, { status: 'REPLACED' }));
  return {
    done: { __typename: 'CardPutInForce', contract: contractView(contract, now) },
    events: [
      {
        type: 'CARD_PUT_IN_FORCE',
        serial: sent.serial,
        replaced: older === null ? null : older.serial,
        desk,
      },
    ],
  };
}
