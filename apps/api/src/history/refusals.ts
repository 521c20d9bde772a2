import type { HistoryEvent, RefusedBecause, Who } from '@monban/domain/history-event';
import { hour, type Instant } from '@monban/domain/instant';
import type { RefusalCode } from '@monban/domain/refusal';

import type { Queries } from '../db/client.ts';
import { takeTalliesBefore, tallyRefusal } from './history.store.ts';

/** A refused attempt or act, with its true reason. */
export type Refused =
  | {
      readonly type: 'ATTEMPT_REFUSED';
      readonly because: RefusedBecause;
      readonly person: Who | null;
    }
  | { readonly type: 'ACT_REFUSED'; readonly operation: string; readonly code: RefusalCode };

/**
 * Of a flood of refusals the first in an hour is an entry at once; the rest are counted beside the history and
 * become one entry when the hour is over. Answers the events that are due now.
 */
export async function refusalEvents(
  queries: Queries,
  contractId: string,
  refused: Refused,
  now: Instant,
): Promise<readonly HistoryEvent[]> {
  const because = refused.type === 'ATTEMPT_REFUSED' ? refused.because : refused.code;
  const thisHour = Math.floor(now / hour) * hour;
  const [over, [tally]] = await Promise.all([
    takeTalliesBefore(queries, contractId, thisHour),
    tallyRefusal(queries, contractId, thisHour, because),
  ]);
  return [...countedEvents(over), ...(tally?.count === 1 ? [refused] : [])];
}

/** Tallies of hours that are over, as the entries that they become. */
export function countedEvents(
  over: readonly { readonly because: string; readonly count: number }[],
): readonly HistoryEvent[] {
  return (
    over
      .filter(({ count }) => count > 1)
      // The first of them is an entry already. What was tallied is one of the two unions' codes.
      .map(({ because, count }) => ({
        type: 'REFUSALS_COUNTED',
        because: because as RefusedBecause | RefusalCode,
        number: count - 1,
      }))
  );
}
