import { err, ok } from '@monban/domain/result';

import { command, refuse, sessionOf } from '../../operation.ts';
import { oneTimePasswordProblems } from '../../secrets/judge-entries.ts';
import type { OneTimePassword, Pin } from '../../secrets/pin.ts';
import { confirmation } from '../users/user-target.ts';
import { answerCard } from './answer-card.ts';
import { selectLiveCards } from './card.store.ts';
import { waitingCard } from './live-card.ts';
import { putInForce } from './put-card-in-force.ts';

interface Input {
  readonly oneTimePassword: OneTimePassword;
  readonly challengeId?: string | null;
  readonly confirmationPin: Pin;
}

/**
 * The administrator, logged on with the old card, shows that the new one has arrived: four of its cells beside the
 * confirmation PIN. Wrong digits count like any wrong entry (R21): else the new card's could be tried for nothing.
 */
export const activateCard = command({
  name: 'activateCard',
  may: ['ADMINISTRATOR'],
  read: async ({ oneTimePassword, challengeId = null, confirmationPin }: Input, asked) => {
    const problems = oneTimePasswordProblems(oneTimePassword, 'oneTimePassword');
    if (problems.length > 0) return err({ code: 'INVALID_INPUT', problems });
    const { contractId, contract } = sessionOf(asked);
    const cards = await selectLiveCards(asked.services.database.reading(contractId), contractId);
    const card = waitingCard(cards, contract.registeredAt);
    // Nothing that is entered could be right: so nothing is compared.
    if (card === null) return err({ code: 'NOT_ALLOWED_NOW', because: 'NO_SENT_CARD' });
    return challengeId === null || challengeId === card.challengeId
      ? ok({ oneTimePassword, confirmationPin, card })
      : err({ code: 'TRY_AGAIN', because: 'CHALLENGE_PASSED', retryAfterSeconds: 0 });
  },
  load: (queries, contractId) => selectLiveCards(queries, contractId),
  proof: {
    by: 'SECRETS',
    entries: ({ confirmationPin, oneTimePassword, card }) => [
      ...confirmation({ confirmationPin }),
      {
        secret: 'ONE_TIME_PASSWORD',
        entered: oneTimePassword,
        card: { seed: { keyId: card.keyId, salt: card.salt }, total: card.uses.length },
        cells: card.challengeCells,
      },
    ],
  },
  act: (act, { entered, loaded: cards, asked: { services } }) => {
    const sent = waitingCard(cards, act.contract.registeredAt);
    // Another was issued meanwhile, or this one is in force by now.
    if (sent === null || sent.challengeId !== entered.card.challengeId)
      return refuse({ code: 'TRY_AGAIN', because: 'CHALLENGE_PASSED', retryAfterSeconds: 0 });
    const { done, events } = putInForce(act, cards, sent, null);
    const due = answerCard(act, sent, services.settings.cardAfterFresh);
    return { done, events: [...events, ...due] };
  },
});
