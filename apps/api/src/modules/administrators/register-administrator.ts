import { parseEmailAddress } from '@monban/domain/id';
import type { HistoryEvent } from '@monban/domain/history-event';

import type { Act } from '../../act.ts';
import type { CardRow } from '../../db/rows.ts';
import { gather, optional } from '../../input.ts';
import { type Asked, command } from '../../operation.ts';
import { judgePins } from '../../secrets/judge-entries.ts';
import type { Pin } from '../../secrets/pin.ts';
import { startSession } from '../../sessions/start-session.ts';
import { keepCookie, loggedOn } from '../../sessions/viewer-of.ts';
import { answerCard } from '../cards/answer-card.ts';
import { insertNotificationAddress } from '../addresses/address.store.ts';
import { newCode } from '../addresses/new-code.ts';
import { cardAsked } from './administrator-standing.ts';
import { claimByCard, hopelessInAct, loadByCard } from './card-claim.ts';
import { type CardInput, readCardEntry } from './read-card-entry.ts';

interface Input extends CardInput {
  readonly registrationPin: Pin;
  readonly contractPin: Pin;
  readonly contractConfirmationPin: Pin;
  readonly notificationAddress?: string | null;
}

/** R2: the administrator's first logon, with the registration PIN and the card, which is in force from then on. */
export const registerAdministrator = command({
  name: 'registerAdministrator',
  may: ['STRANGER', 'USER', 'ADMINISTRATOR'],
  read: (input: Input, asked) => {
    const { contractPin, contractConfirmationPin, registrationPin: pin } = input;
    const card = readCardEntry(input, asked);
    if (!card.ok) return card;
    const read = gather({
      address: optional(input.notificationAddress, (text) =>
        parseEmailAddress(text, 'notificationAddress'),
      ),
    });
    if (!read.ok) return read;
    const judged = judgePins(
      [
        { field: 'contractPin', proposed: contractPin },
        {
          field: 'contractConfirmationPin',
          proposed: contractConfirmationPin,
          partner: contractPin,
        },
      ],
      { contractId: card.value.contractId, userIds: [] },
      asked.services.settings,
    );
    if (!judged.ok) return judged;
    return {
      ok: true,
      value: { ...card.value, ...read.value, pin, contractPin, contractConfirmationPin },
    };
  },
  load: (queries, contractId, _entered, asked) => loadByCard(queries, contractId, asked),
  prepare: async ({ contractPin, contractConfirmationPin }, { services: { hasher } }) => ({
    logonHash: await hasher.hash(contractPin),
    confirmationHash: await hasher.hash(contractConfirmationPin),
  }),
  proof: {
    by: 'LOGON',
    claim: (entered, asked) => claimByCard(entered, 'REGISTER', asked),
    hopeless: (act, loaded, claim, asked) => hopelessInAct(act, loaded, 'REGISTER', claim, asked),
  },
  act: (act, { entered, loaded: { cards, certificate }, prepared, asked }) => {
    act.changeProver({
      ...prepared,
      registrationHash: null,
      registrationUntil: null,
      pinsVersion: (act.prover?.pinsVersion ?? 0) + 1,
    });
    act.changeContract({
      registeredAt: act.contract.registeredAt ?? act.now,
      version: act.contract.version + 1,
    });
    const card = cardAsked(cards, 'REGISTER');
    const due = card === null ? [] : answerCard(act, card, asked.services.settings.cardAfterFresh);
    const started = startSession(
      { ...act, contract: { ...act.contract, registeredAt: act.now }, prover: registered(act) },
      null,
      asked,
      certificate,
    );
    return {
      done: loggedOn(started.session, started.token, asked),
      events: [
        { type: 'ADMINISTRATOR_REGISTERED' },
        ...putInForce(act, card),
        ...noteAddress(act, entered.address, asked),
        ...due,
      ],
    };
  },
  afterwards: keepCookie,
});

/** The administrator as they stand after registering: no registration PIN any more. */
function registered({ prover }: Act): Act['prover'] {
  return prover === null ? null : { ...prover, registrationHash: null, registrationUntil: null };
}

/** A first card is in force from registration without a word; a later one, that takes a lost one's place, is told of. */
function putInForce({ contract }: Act, card: CardRow | null): readonly HistoryEvent[] {
  return contract.registeredAt === null || card?.status !== 'SENT'
    ? []
    : [{ type: 'CARD_PUT_IN_FORCE', serial: card.serial, replaced: null, desk: null }];
}

/** A new address waits for the code that is mailed to it. */
function noteAddress(
  act: Act,
  address: string | null,
  { services }: Asked,
): readonly HistoryEvent[] {
  if (address === null) return [];
  const { contractId } = act.contract;
  act.atCommit(
    insertNotificationAddress(act.queries, {
      contractId,
      address,
      status: 'PENDING',
      addedAt: act.now,
      ...newCode(services, act.now),
    }),
  );
  return [{ type: 'NOTIFICATION_ADDRESS_ADDED', address }];
}
