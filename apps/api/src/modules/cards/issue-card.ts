import { contractStatus, mayContract } from '@monban/domain/status';

import { command, refuse } from '../../operation.ts';
import { contractView } from '../contracts/contract-view.ts';
import { type DeskContractInput, readDesk } from '../contracts/desk-input.ts';
import { selectLiveCards, updateCard } from './card.store.ts';
import { issueNewCard } from './new-card.ts';

/** The desk issues a further card. The one in force works on; one that was sent before and never used is replaced. */
export const issueCard = command({
  name: 'issueCard',
  may: ['DESK'],
  read: (input: DeskContractInput) => readDesk(input),
  load: (queries, contractId) => selectLiveCards(queries, contractId),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered: { desk }, loaded: cards, asked }) => {
    const may = mayContract(contractStatus(act.contract, act.now), 'ISSUE_CARD');
    if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
    for (const { cardId, status, contractId } of cards) {
      if (status === 'SENT')
        act.atCommit(updateCard(act.queries, contractId, cardId, { status: 'REPLACED' }));
    }
    const card = issueNewCard(act, asked.services);
    return {
      done: {
        __typename: 'CardIssued',
        contract: contractView(act.contract, act.now),
        card,
      } as const,
      events: [{ type: 'CARD_ISSUED', serial: card.serial, sent: true, desk }],
    };
  },
});
