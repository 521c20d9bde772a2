import { randomBytes, randomInt } from 'node:crypto';

import {
  type AfterFresh,
  cardAnswerable,
  cardNews,
  chooseCells,
  freshLogonsLeft,
  logonsLeft,
  recordUse,
} from '@monban/domain/card';
import type { HistoryEvent } from '@monban/domain/history-event';

import type { Act } from '../../act.ts';
import type { CardRow } from '../../db/rows.ts';
import { updateCard } from './card.store.ts';

/** A new challenge over cells used so often. */
export function drawChallenge(uses: readonly number[]): {
  readonly challengeId: string;
  readonly challengeCells: number[];
} {
  return {
    challengeId: randomBytes(16).toString('base64url'),
    challengeCells: [...chooseCells(uses, (bound) => randomInt(bound))],
  };
}

/** A complete logon answered the card's challenge: its cells count as used, and the next four are drawn (R7). */
export function answerCard(
  act: Act,
  card: CardRow,
  afterFresh: AfterFresh,
): readonly HistoryEvent[] {
  const uses = [...recordUse(card.uses, card.challengeCells)];
  const status = cardAnswerable(uses, afterFresh) ? 'IN_FORCE' : 'EXHAUSTED';
  act.atCommit(
    updateCard(act.queries, act.contract.contractId, card.cardId, {
      uses,
      status,
      ...drawChallenge(uses),
    }),
  );
  const news = cardNews(card.uses, uses, afterFresh);
  if (news === 'EXHAUSTED') return [{ type: 'CARD_EXHAUSTED', serial: card.serial }];
  const left = freshLogonsLeft(uses);
  return news === 'DUE' ? [{ type: 'CARD_DUE', left, logons: logonsLeft(uses, afterFresh) }] : [];
}
