import { randomBytes, randomInt } from 'node:crypto';

import { columnLabels, defaultCardLayout, rowLabels, unusedCard } from '@monban/domain/card';

import type { Act } from '../../act.ts';
import type { Services } from '../../services.ts';
import { drawChallenge } from './answer-card.ts';
import { insertCard } from './card.store.ts';

/** A card as it is shown, once: its table, row by row. */
export interface ShownCard {
  readonly serial: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly digits: readonly string[];
}

/** Issues a card with the act: sent, and useless until registration or until it is put in force (R8). */
export function issueNewCard(act: Act, { cardDigits }: Services): ShownCard {
  const { columns, rows } = defaultCardLayout;
  const uses = [...unusedCard()];
  const seed = cardDigits.draw();
  // A label for people, not a secret: digits in two groups.
  const serial = `${randomInt(1000, 10_000)}-${randomInt(100_000, 1_000_000)}`;
  act.atCommit(
    insertCard(act.queries, {
      contractId: act.contract.contractId,
      cardId: randomBytes(12).toString('base64url'),
      serial,
      status: 'SENT',
      issuedAt: act.now,
      uses,
      ...seed,
      ...drawChallenge(uses),
    }),
  );
  const table = cardDigits.table(seed, columns * rows);
  return {
    serial,
    columns: columnLabels(),
    rows: rowLabels(),
    digits: Array.from({ length: rows }, (_, row) =>
      table.slice(row * columns, (row + 1) * columns),
    ),
  };
}
