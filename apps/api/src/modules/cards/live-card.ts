import type { Instant } from '@monban/domain/instant';

import type { CardRow } from '../../db/rows.ts';

/** The contract's card: the one in force; before registration the one that was sent. */
export function liveCard(cards: readonly CardRow[], registeredAt: Instant | null): CardRow | null {
  const inForce = cards.find(({ status }) => status === 'IN_FORCE');
  return inForce ?? (registeredAt === null ? (cards[0] ?? null) : null);
}
