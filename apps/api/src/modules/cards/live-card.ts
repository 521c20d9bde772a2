import type { Instant } from '@monban/domain/instant';

import type { CardRow } from '../../db/rows.ts';

/** The contract's card: the one in force; before registration the one that was sent. */
export function liveCard(cards: readonly CardRow[], registeredAt: Instant | null): CardRow | null {
  const inForce = cards.find(({ status }) => status === 'IN_FORCE');
  return inForce ?? (registeredAt === null ? (cards[0] ?? null) : null);
}

/** A later card that was sent and waits to be put in force; the first one is in force from registration. */
export function waitingCard(
  cards: readonly CardRow[],
  registeredAt: Instant | null,
): CardRow | null {
  return registeredAt === null ? null : (cards.find(({ status }) => status === 'SENT') ?? null);
}
