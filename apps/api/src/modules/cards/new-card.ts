import { randomBytes, randomInt } from 'node:crypto';

import { columnLabels, defaultCardLayout, rowLabels, unusedCard } from '@monban/domain/card';

import type { Act } from '../../act.ts';
import type { CardRow } from '../../db/rows.ts';
import type { CardDigits } from '../../secrets/card-digits.ts';
import type { Services } from '../../services.ts';
import { drawChallenge } from './answer-card.ts';
import { insertCard } from './card.store.ts';

/** A card as it is shown, once: its table, row by row. */
export interface ShownCard {
  readonly cardId: string;
  readonly contractId: string;
  readonly serial: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly digits: readonly string[];
}

/** Issues a card with the act: sent, and useless until registration or until it is put in force (R8). */
export function issueNewCard(act: Act, { cardDigits }: Services): ShownCard {
  const uses = [...unusedCard()];
  const card = {
    contractId: act.contract.contractId,
    cardId: randomBytes(12).toString('base64url'),
    // A label for people, not a secret: digits in two groups.
    serial: `${randomInt(1000, 10_000)}-${randomInt(100_000, 1_000_000)}`,
    ...cardDigits.draw(),
  };
  act.atCommit(
    insertCard(act.queries, {
      ...card,
      status: 'SENT',
      issuedAt: act.now,
      uses,
      ...drawChallenge(uses),
    }),
  );
  return tableOf(card, cardDigits);
}

/** The table of a card, for the one human who is to see it. */
export function tableOf(
  {
    cardId,
    contractId,
    serial,
    ...seed
  }: Pick<CardRow, 'cardId' | 'contractId' | 'serial' | 'keyId' | 'salt'>,
  cardDigits: CardDigits,
): ShownCard {
  const { columns, rows } = defaultCardLayout;
  const table = cardDigits.table(seed, columns * rows);
  return {
    cardId,
    contractId,
    serial,
    columns: columnLabels(),
    rows: rowLabels(),
    digits: Array.from({ length: rows }, (_, row) =>
      table.slice(row * columns, (row + 1) * columns),
    ),
  };
}
