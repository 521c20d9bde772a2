import {
  type HistoryFilter,
  type HistoryFilterInput,
  longestExport,
} from '@monban/domain/history-filter';
import { err, ok } from '@monban/domain/result';

import { countEntriesUpTo } from '../../history/history.store.ts';
import { readFilter } from '../../history/read-history.ts';
import { command, refuse } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { confirmation } from '../users/user-target.ts';

interface Input {
  readonly filter?: HistoryFilterInput | null;
  readonly confirmationPin: Pin;
}

/** Which entries a file holds: a history only grows, so that up to a number they stay the same for ever. */
export interface Contents {
  readonly contractId: string;
  readonly filter: HistoryFilter;
  readonly upTo: number;
}

/** The administrator takes entries of the history out of the house: counted and told here, written once that is committed. */
export const exportHistory = command({
  name: 'exportHistory',
  may: ['ADMINISTRATOR'],
  read: ({ filter, confirmationPin }: Input) => {
    const read = readFilter(filter);
    return read.ok
      ? ok({ filter: read.value, confirmationPin })
      : err({ code: 'INVALID_INPUT', problems: read.error });
  },
  load: (queries, contractId, { filter }) =>
    countEntriesUpTo(queries, contractId, filter, longestExport + 1),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: ({ contract }, { entered, loaded: [counted] }) => {
    const entries = counted?.count ?? 0;
    if (entries > longestExport)
      return refuse({ code: 'NOT_ALLOWED_NOW', because: 'TOO_MANY_ENTRIES' });
    const { contractId, historyCount: upTo } = contract;
    const contents: Contents = { contractId, filter: entered.filter, upTo };
    return {
      done: { __typename: 'HistoryExported', entries, contents } as const,
      events: [{ type: 'HISTORY_EXPORTED', entries }],
    };
  },
});
