import type { DeskNote } from '@monban/domain/history-event';
import { contractStatus, mayContract } from '@monban/domain/status';

import type { Act } from '../../act.ts';
import { administratorKey, type CardRow } from '../../db/rows.ts';
import { command, type Decision, refuse } from '../../operation.ts';
import { type ContractView, contractView } from '../contracts/contract-view.ts';
import { type EitherInput, readAtDesk, readOwn } from '../contracts/desk-input.ts';
import { updatePerson } from '../persons/person.store.ts';
import { confirmation } from '../users/user-target.ts';
import { liveCard } from './live-card.ts';
import { selectLiveCards, updateCard } from './card.store.ts';

/** R18: the administrator reports their card lost, and is logged off: whoever has it may have more. */
export const reportOwnCardLost = command({
  name: 'reportCardLost',
  may: ['ADMINISTRATOR'],
  read: (input: EitherInput, asked) => readOwn(input, asked),
  load: (queries, contractId) => selectLiveCards(queries, contractId),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { loaded }) => {
    const decision = lose(act, loaded, null);
    if ('done' in decision) act.changeProver({ currentSession: null });
    return decision;
  },
  afterwards: (_done, { reply }) => reply.clearSession(),
});

/** R18: on a call to the desk. */
export const reportCardLostAtDesk = command({
  name: 'reportCardLost',
  may: ['DESK'],
  read: (input: EitherInput) => readAtDesk(input),
  load: (queries, contractId) => selectLiveCards(queries, contractId),
  proof: { by: 'BANK_TOKEN', contractId: ({ contractId }) => contractId },
  act: (act, { entered, loaded }) => {
    const decision = lose(act, loaded, entered.desk);
    if ('done' in decision) {
      const { contractId } = act.contract;
      act.atCommit(
        updatePerson(act.queries, contractId, administratorKey, { currentSession: null }),
      );
    }
    return decision;
  },
});

interface CardReportedLost {
  readonly __typename: 'CardReportedLost';
  readonly contract: ContractView;
}

/** The card in force is lost; before registration the one that was sent. A later one that was sent is another card. */
function lose(
  act: Act,
  cards: readonly CardRow[],
  desk: DeskNote | null,
): Decision<CardReportedLost> {
  const { contract, now, queries } = act;
  const may = mayContract(contractStatus(contract, now), 'REPORT_CARD_LOST');
  if (may !== 'ALLOWED') return refuse({ code: 'NOT_ALLOWED_NOW', because: may });
  const card = liveCard(cards, contract.registeredAt);
  if (card === null) return refuse({ code: 'NOT_ALLOWED_NOW', because: 'NO_LIVE_CARD' });
  act.atCommit(updateCard(queries, contract.contractId, card.cardId, { status: 'LOST' }));
  return {
    done: { __typename: 'CardReportedLost', contract: contractView(contract, now) },
    events: [{ type: 'CARD_REPORTED_LOST', serial: card.serial, desk }],
  };
}
