import type { CertificateThumbprint } from '@monban/domain/certificate';
import type { ContractId } from '@monban/domain/id';
import { administrator, type RefusedBecause } from '@monban/domain/history-event';

import type { Act } from '../../act.ts';
import type { Queries } from '../../db/client.ts';
import { administratorKey, type CardRow, type CertificateRow } from '../../db/rows.ts';
import type { Asked } from '../../operation.ts';
import type { Claim } from '../../secrets/claim.ts';
import type { Challenge } from '../../secrets/decoys.ts';
import type { OneTimePassword, Pin } from '../../secrets/pin.ts';
import type { Services } from '../../services.ts';
import { type Newcomer, newcomerFault } from '../../sessions/client-certificate.ts';
import { selectLiveCards } from '../cards/card.store.ts';
import { selectCertificate } from '../certificates/certificate.store.ts';
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

/** @param thumbprint of the certificate that came with the request; null: none */
export async function findStandingRows(
  services: Services,
  contractId: string,
  thumbprint: CertificateThumbprint | null,
): Promise<(StandingRows & Newcomer) | null> {
  const queries = services.database.reading(contractId);
  const rows = await selectAdministratorStanding(queries, contractId, thumbprint ?? '');
  const [first] = rows;
  if (first === undefined) return null;
  return {
    contract: first.contract,
    person: first.person,
    certificate: first.certificate,
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
  // Whoever comes without a certificate is shown the same cells: that one is needed can't be seen from them.
  const standing = { ...rows, certificateFault: null };
  if (!asksOn && hopelessFor(standing, act, settings, now) !== null) return decoy;
  const card = cardAsked(rows.cards, act);
  return card === null ? decoy : { id: card.challengeId, cells: card.challengeCells };
}

/** The claim of an administrator who is not logged on. Entries for a challenge that has passed are compared with nothing. */
export async function claimByCard(
  { contractId, pin, oneTimePassword, challengeId }: CardEntry,
  act: 'REGISTER' | 'LOG_ON',
  { caller, services }: Asked,
): Promise<Claim | 'STALE_CHALLENGE'> {
  const thumbprint = caller.origin.certificate;
  const rows = await findStandingRows(services, contractId, thumbprint);
  const challenge = challengeOf(services, contractId, rows);
  if (challengeId !== null && challengeId !== challenge.id) return 'STALE_CHALLENGE';
  const now = services.now();
  const because =
    rows === null
      ? 'UNKNOWN_USER'
      : hopelessFor(
          { ...rows, certificateFault: newcomerFault(rows, thumbprint, services, now) },
          act,
          services.settings,
          now,
        );
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

/** What a logon by the card finds behind the contract's lock. */
export interface LoadedByCard {
  readonly cards: readonly CardRow[];
  /** The certificate that came with the request, as the contract knows it. */
  readonly certificate: CertificateRow | null;
}

export async function loadByCard(
  queries: Queries,
  contractId: string,
  { caller }: Asked,
): Promise<LoadedByCard> {
  const [cards, [certificate = null]] = await Promise.all([
    selectLiveCards(queries, contractId),
    selectCertificate(queries, contractId, caller.origin.certificate ?? ''),
  ]);
  return { cards, certificate };
}

/** Asked again in the act, when nothing can change any more. */
export function hopelessInAct(
  act: Act,
  { cards, certificate }: LoadedByCard,
  wanted: 'REGISTER' | 'LOG_ON',
  claim: Claim,
  { caller, services }: Asked,
): RefusedBecause | null {
  const { contract, now, prover: person } = act;
  if (person === null) return 'UNKNOWN_USER';
  const { origin } = caller;
  const newcomer = { contract, person, certificate };
  const fault = newcomerFault(newcomer, origin.certificate, services, now);
  const standing = { contract, person, cards, certificateFault: fault };
  const because = hopelessFor(standing, wanted, services.settings, now);
  if (because !== null) return because;
  // Somebody has answered this challenge meanwhile; the same digits let nobody else in.
  return cardAsked(cards, wanted)?.challengeId === claim.challengeId ? null : 'STALE_CHALLENGE';
}
