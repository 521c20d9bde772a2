import { cardAnswerable } from '@monban/domain/card';
import type { CertificateFault } from '@monban/domain/certificate';
import type { RefusedBecause } from '@monban/domain/history-event';
import type { Instant } from '@monban/domain/instant';
import { administratorHopeless } from '@monban/domain/logon';
import { administratorStatus, contractStatus } from '@monban/domain/status';

import type { CardRow, ContractRow, PersonRow } from '../../db/rows.ts';
import type { Settings } from '../../settings.ts';

export interface StandingRows {
  readonly contract: ContractRow;
  readonly person: PersonRow;
  readonly cards: readonly CardRow[];
}

/** Rows, and what is wrong with the certificate that came with the request. */
export interface Standing extends StandingRows {
  readonly certificateFault: CertificateFault | null;
}

/** The card that is asked: the one in force; at the very first logon the one that was sent. */
export function cardAsked(cards: readonly CardRow[], act: 'REGISTER' | 'LOG_ON'): CardRow | null {
  const inForce = cards.find(({ status }) => status === 'IN_FORCE') ?? null;
  return (
    inForce ?? (act === 'REGISTER' ? (cards.find(({ status }) => status === 'SENT') ?? null) : null)
  );
}

/** A new registration PIN makes an administrator one who has not registered (R17). */
export function administratorStatusOf(contract: ContractRow, person: PersonRow) {
  return administratorStatus({
    registeredAt: person.registrationHash === null ? contract.registeredAt : null,
  });
}

/** Why the administrator cannot get in whatever is entered; null: they can. */
export function hopelessFor(
  { contract, person, cards, certificateFault }: Standing,
  act: 'REGISTER' | 'LOG_ON',
  settings: Pick<Settings, 'cardAfterFresh'>,
  now: Instant,
): RefusedBecause | null {
  const card = cardAsked(cards, act);
  const standing = {
    contract: contractStatus(contract, now),
    administrator: administratorStatusOf(contract, person),
    certificateFault,
    card:
      card === null
        ? 'NONE'
        : cardAnswerable(card.uses, settings.cardAfterFresh)
          ? 'ANSWERABLE'
          : 'EXHAUSTED',
    registrationUntil: person.registrationUntil,
  } as const;
  return administratorHopeless(standing, act, now);
}

/** Since when nobody gets in: the first lock, the contract's closing, the end of the registration PIN; null: none of these. */
export function stoppedSince({ contract, person }: StandingRows, now: Instant): Instant | null {
  const moments = [
    ...contract.locks.map(({ at }) => at),
    contract.closedAt,
    person.registrationUntil,
  ];
  const past = moments.flatMap((at) => (at !== null && at <= now ? [at] : []));
  return past.length === 0 ? null : Math.min(...past);
}
