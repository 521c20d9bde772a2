import { formatJapanDay, startOfJapanDay } from '@monban/domain/instant';
import type { Locale } from '@monban/domain/locale';
import { words } from '@monban/domain/wording/words';
import { type TagItem, Tags } from '@monban/ui/tags/tags';
import { useNavigate, useNavigation } from 'react-router';
import { type HistorySearch, paths } from '../../lib/paths.ts';
import { type InsideMessages, useLanguage } from '../../messages/inside.ts';
import { actorsOf, nameIn, type People } from './people.ts';
import { searchOf } from './search.ts';

interface Tag extends TagItem {
  /** What is left to look for without it. */
  readonly without: Partial<HistorySearch>;
}

/** What is looked for, in words. */
export function tagsOf(
  search: HistorySearch,
  people: People,
  { m, locale }: { readonly m: InsideMessages; readonly locale: Locale },
): readonly Tag[] {
  const t = m.history.filter;
  const { historyKind } = words(locale).labels;
  const tag = (key: 'by' | 'user' | 'from' | 'to' | 'address', text: string): readonly Tag[] =>
    search[key] === '' ? [] : [{ key, text, without: { ...search, [key]: '' } }];
  return [
    ...search.kinds.map((kind) => ({
      key: kind,
      text: m.common.pair(t.kinds, historyKind[kind]),
      without: { ...search, kinds: search.kinds.filter((other) => other !== kind) },
    })),
    ...tag('by', m.common.pair(t.by, nameIn(actorsOf(people, m), search.by))),
    ...tag('user', m.common.pair(t.user, nameIn(people.users, search.user))),
    ...tag('from', t.since(dayText(search.from, locale))),
    ...tag('to', t.until(dayText(search.to, locale))),
    ...tag('address', m.common.pair(t.address, search.address)),
  ];
}

function dayText(day: string, locale: Locale): string {
  const start = startOfJapanDay(day);
  return start === null ? '' : formatJapanDay(start, locale);
}

/** Above the entries: each can be taken away, the page begins anew. One that was is gone at once, not when its entries are there. */
export function FilterTags(props: { readonly search: HistorySearch; readonly people: People }) {
  const language = useLanguage();
  const navigate = useNavigate();
  const coming = useNavigation().location;
  const search =
    coming?.pathname === paths.history
      ? searchOf(new URLSearchParams(coming.search))
      : props.search;
  const tags = tagsOf(search, props.people, language);
  const t = language.m.history.filter;
  const remove = (key: string) => {
    const found = tags.find((tag) => tag.key === key);
    if (found !== undefined) void navigate(paths.historyOf({ ...found.without, after: '' }));
  };
  return <Tags label={t.active} items={tags} removeName={t.remove} onRemove={remove} />;
}
