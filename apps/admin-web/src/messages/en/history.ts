import { labels } from '@monban/domain/wording/en-labels';
import { grouped } from '../../lib/grouped.ts';
import type { history as words } from '../ja/history.ts';

export const history: typeof words = {
  title: 'History',
  lead: 'Everything that concerns your contract. It can be neither changed nor deleted. Newest first.',
  caption: 'History',
  columns: { at: 'When', actor: 'Who', text: 'What', address: 'From where' },
  actors: labels.actor,
  none: 'There is no history yet.',
  notFound: 'No entry is like this. Take filters away, or look through a longer period.',
  count: (count: number) => (count === 1 ? '1 entry' : `${grouped(count)} entries`),
  found: (count: number) => (count === 1 ? '1 entry found' : `${grouped(count)} entries found`),
  further: '(a page of older ones)',
  pages: { title: 'Pages', newest: 'To the newest', older: 'To older ones' },
  filter: {
    title: 'Filter',
    by: 'Who did it',
    user: 'User concerned',
    everybody: 'All',
    removed: (who: string) => `${who}, removed`,
    from: 'From',
    to: 'Until',
    unfinished: 'The date is not finished. Enter year, month and day, or clear it.',
    reversed: '“Until” is before “From”. Choose the same day or a later one.',
    periods: 'Choose a period',
    period: (days: number) => (days === 1 ? 'Today' : `Last ${days} days`),
    kinds: 'Kind',
    address: 'From where',
    addressHint: 'As it stands under “From where” in the list.',
    submit: 'Filter',
    active: 'Filters',
    since: (day: string) => `From ${day}`,
    until: (day: string) => `Until ${day}`,
    remove: (text: string) => `Remove “${text}”`,
  },
  back: {
    button: 'Back to before this change',
    name: (at: string, what: string) => `Back to before this change: ${at} ${what}`,
  },
  export: {
    button: 'Export as CSV',
    nothing: 'There is nothing to export.',
    title: (entries: number) =>
      entries === 1
        ? 'Export 1 entry of the history?'
        : `Export ${grouped(entries)} entries of the history?`,
    everything: 'No filter: every entry',
    follows: [
      'The entries that fit go into a CSV file (UTF-8), which is kept on this computer.',
      'The file holds names, user IDs, addresses and more. Please keep it safe.',
      'The history says that it was exported, and the registered addresses are told by mail.',
    ],
    submit: 'Export',
    done: (entries: number) =>
      entries === 1
        ? '1 entry of the history was exported.'
        : `${grouped(entries)} entries of the history were exported.`,
    fileName: (day: string) => `history-${day}.csv`,
  },
};
