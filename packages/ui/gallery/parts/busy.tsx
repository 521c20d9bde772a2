import { Busy } from '../../src/busy/busy.tsx';
import type { Entry } from '../entry.ts';

export const busy: Entry = {
  name: 'busy',
  states: [
    { title: 'normal', Show: () => <Busy>読み込んでいます</Busy> },
    {
      title: 'long text',
      Show: () => (
        <Busy>The history of the last ten years is being read; this takes a moment.</Busy>
      ),
    },
  ],
};
