import { historyKinds } from '@monban/domain/history-kind';
import { parseUserId } from '@monban/domain/id';
import { nextJapanMidnight, startOfJapanDay } from '@monban/domain/instant';
import type { HistoryFilter } from '../../graphql/generated/graphql.ts';
import type { HistorySearch } from '../../lib/paths.ts';

/** Longer texts are nobody's name or address, and the API takes none. */
const longestText = 520;

/** What the address asks for; what it says wrongly is not looked for. */
export function searchOf(query: URLSearchParams): HistorySearch {
  const text = (key: string) => {
    const value = query.get(key)?.trim() ?? '';
    return value.length > longestText ? '' : value;
  };
  const day = (key: string) => (startOfJapanDay(text(key)) === null ? '' : text(key));
  const asked = query.getAll('kind');
  const [from, to, user] = [day('from'), day('to'), text('user')];
  return {
    kinds: historyKinds.filter((kind) => asked.includes(kind)),
    by: text('by'),
    user: parseUserId(user, 'user').ok ? user : '',
    from,
    to: endsBeforeItBegins({ from, to }) ? '' : to,
    address: text('address'),
    after: text('after'),
  };
}

export function endsBeforeItBegins({ from, to }: Pick<HistorySearch, 'from' | 'to'>): boolean {
  return from !== '' && to !== '' && to < from;
}

/** The same as the API is asked for it: the last day belongs to the period, the moment of its end doesn't. */
export function filterOf({ kinds, by, user, from, to, address }: HistorySearch): HistoryFilter {
  const start = startOfJapanDay(from);
  const lastDay = startOfJapanDay(to);
  return {
    kinds: [...kinds],
    actor: by || null,
    concerns: user || null,
    from: start === null ? null : new Date(start).toISOString(),
    to: lastDay === null ? null : new Date(nextJapanMidnight(lastDay)).toISOString(),
    address: address || null,
  };
}

export function isFiltered({ kinds, by, user, from, to, address }: HistorySearch): boolean {
  return kinds.length > 0 || [by, user, from, to, address].some((text) => text !== '');
}
