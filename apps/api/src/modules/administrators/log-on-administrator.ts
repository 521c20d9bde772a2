import { administratorKey } from '../../db/rows.ts';
import { command } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { selectSessionOf } from '../../sessions/session.store.ts';
import { startSession } from '../../sessions/start-session.ts';
import { keepCookie, loggedOn } from '../../sessions/viewer-of.ts';
import { answerCard } from '../cards/answer-card.ts';
import { cardAsked } from './administrator-standing.ts';
import { claimByCard, hopelessInAct, loadByCard } from './card-claim.ts';
import { type CardInput, readCardEntry } from './read-card-entry.ts';

interface Input extends CardInput {
  readonly contractPin: Pin;
}

/** R3, R7: every later logon of the administrator. */
export const logOnAdministrator = command({
  name: 'logOnAdministrator',
  may: ['STRANGER', 'USER', 'ADMINISTRATOR'],
  read: (input: Input, asked) => {
    const read = readCardEntry(input, asked);
    return read.ok ? { ok: true, value: { ...read.value, pin: input.contractPin } } : read;
  },
  load: async (queries, contractId, _entered, asked) => {
    const [loaded, [older = null]] = await Promise.all([
      loadByCard(queries, contractId, asked),
      selectSessionOf(queries, contractId, administratorKey),
    ]);
    return { ...loaded, older };
  },
  proof: {
    by: 'LOGON',
    claim: (entered, asked) => claimByCard(entered, 'LOG_ON', asked),
    hopeless: (act, loaded, claim, asked) => hopelessInAct(act, loaded, 'LOG_ON', claim, asked),
  },
  act: (act, { loaded, asked }) => {
    const card = cardAsked(loaded.cards, 'LOG_ON');
    const { session, token, events } = startSession(act, loaded.older, asked, loaded.certificate);
    const due = card === null ? [] : answerCard(act, card, asked.services.settings.cardAfterFresh);
    return {
      done: loggedOn(session, token, asked),
      events: [{ type: 'ADMINISTRATOR_LOGGED_ON' }, ...events, ...due],
    };
  },
  afterwards: keepCookie,
});
