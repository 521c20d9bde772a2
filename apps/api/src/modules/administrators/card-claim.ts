import type { ContractId } from '@monban/domain/id';
import { administrator, type RefusedBecause } from '@monban/domain/history-event';

import type { Act } from '../../act.ts';
import { administratorKey, type CardRow } from '../../db/rows.ts';
import type { Asked } from '../../operation.ts';
import type { Claim } from '../../secrets/claim.ts';
import type { Challenge } from '../../secrets/decoys.ts';
import type { OneTimePassword, Pin } from '../../secrets/pin.ts';
import type { Services } from '../../services.ts';
import {
  cardAsked,
  hopelessFor,
  type StandingRows,
  stoppedSince,
} from './administrator-standing.ts';
import { selectAdministratorStanding } from './standing.store.ts';

/** What an administrator enters to get in: a PIN and the one-time password of the card. */
export interface CardEntry {
  readonly contractId: ContractId;
  readonly pin: Pin;
  readonly oneTimePassword: OneTimePassword;
  /** The challenge that the password was read for; left out: the current one. */
  readonly challengeId: string | null;
}

export async function findStandingRows(
  services: Services,
  contractId: string,
): Promise<StandingRows | null> {
  const rows = await selectAdministratorStanding(services.database.reading(contractId), contractId);
  const [first] = rows;
  if (first === undefined) return null;
  return {
    contract: first.contract,
    person: first.person,
    cards: rows.flatMap(({ card }) => (card === null ? [] : [card])),
  };
}

/**
 * The challenge that this contract's administrator is asked; for an ID that can't log on, one as stable and as lively.
 * A contract that was stopped keeps its own until that one would move: whoever locks it sees nothing of it (A8).
 */
export function challengeOf(
  { decoys, settings, ...services }: Services,
  contractId: string,
  rows: StandingRows | null,
): Challenge {
  const now = services.now();
  const since = rows === null ? null : stoppedSince(rows, now);
  // Both drawn for every ID, so that the time tells nothing.
  const decoy = decoys.challengeFor(contractId, now);
  const moved = decoys.movedSince(contractId, since ?? now, now);
  if (rows === null) return decoy;
  const act = rows.person.registrationHash === null ? 'LOG_ON' : 'REGISTER';
  const asksOn = since !== null && !moved;
  if (!asksOn && hopelessFor(rows, act, settings, now) !== null) return decoy;
  const card = cardAsked(rows.cards, act);
  return card === null ? decoy : { id: card.challengeId, cells: card.challengeCells };
}

/** The claim of an administrator who is not logged on. Entries for a challenge that has passed are compared with nothing. */
export async function claimByCard(
  { contractId, pin, oneTimePassword, challengeId }: CardEntry,
  act: 'REGISTER' | 'LOG_ON',
  { services }: Asked,
): Promise<Claim | 'STALE_CHALLENGE'> {
  const rows = await findStandingRows(services, contractId);
  const challenge = challengeOf(services, contractId, rows);
  if (challengeId !== null && challengeId !== challenge.id) return 'STALE_CHALLENGE';
  const because =
    rows === null ? 'UNKNOWN_USER' : hopelessFor(rows, act, services.settings, services.now());
  const card = rows === null ? null : cardAsked(rows.cards, act);
  return {
    contractId,
    personKey: administratorKey,
    challengeId: challenge.id,
    queue: 'STRANGER',
    hopeless:
      because === null
        ? null
        : { because, person: rows === null ? null : administrator, contractExists: rows !== null },
    entries: [
      { secret: act === 'REGISTER' ? 'REGISTRATION_PIN' : 'LOGON_PIN', pin },
      {
        secret: 'ONE_TIME_PASSWORD',
        entered: oneTimePassword,
        card: seedOf(services, card),
        cells: challenge.cells,
      },
    ],
  };
}

function seedOf({ cardDigits }: Services, card: CardRow | null) {
  return card === null
    ? { seed: cardDigits.draw(), total: 100 }
    : { seed: { keyId: card.keyId, salt: card.salt }, total: card.uses.length };
}

/** Asked again in the act, when nothing can change any more. */
export function hopelessInAct(
  act: Act,
  cards: readonly CardRow[],
  wanted: 'REGISTER' | 'LOG_ON',
  claim: Claim,
  { services }: Asked,
): RefusedBecause | null {
  if (act.prover === null) return 'UNKNOWN_USER';
  const rows = { contract: act.contract, person: act.prover, cards };
  const because = hopelessFor(rows, wanted, services.settings, act.now);
  if (because !== null) return because;
  // Somebody has answered this challenge meanwhile; the same digits let nobody else in.
  return cardAsked(cards, wanted)?.challengeId === claim.challengeId ? null : 'STALE_CHALLENGE';
}
