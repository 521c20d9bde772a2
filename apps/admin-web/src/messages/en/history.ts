import type { history as words } from '../ja/history.ts';

export const history: typeof words = {
  title: 'History',
  lead: 'Everything that concerns your contract. It can be neither changed nor deleted. Newest first.',
  caption: 'History',
  columns: { at: 'When', text: 'What', actor: 'Who', address: 'From' },
  actors: {
    '@administrator': 'Administrator',
    '@stranger': 'Somebody not logged on',
    '@system': 'Monban itself',
  },
  none: 'There is no history yet.',
  more: 'Show more',
  count: (shown: number, all: number) => `${shown} of ${all} entries`,
};
