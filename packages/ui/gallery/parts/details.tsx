import { Details } from '../../src/details/details.tsx';
import type { Entry } from '../entry.ts';

export const details: Entry = {
  name: 'details',
  states: [
    {
      title: 'closed',
      Show: () => <Details summary="くわしい条件で絞り込む">期間、操作した人、接続元</Details>,
    },
    {
      title: 'open, long text',
      Show: () => (
        <Details summary="What a check of the history finds, and what it can’t find" open>
          <p>
            Each entry carries the hash of the one before it. Whoever edits, deletes, swaps or cuts
            entries breaks the chain, unless they compute all of it anew.
          </p>
        </Details>
      ),
    },
  ],
};
