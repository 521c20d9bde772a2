import { buttonClass } from '@monban/ui/button/button';
import { type RefObject, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import type { HistoryQuery } from '../../graphql/generated/graphql.ts';
import { type HistorySearch, paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { HistoryTable } from './history-table.tsx';
import type { People } from './people.ts';
import { isFiltered } from './search.ts';

type Page = NonNullable<NonNullable<HistoryQuery['contract']>['history']>;

export interface ResultsFocus {
  readonly line: RefObject<HTMLParagraphElement | null>;
  /** The focus goes to what comes next, once it is there. */
  readonly next: () => void;
}

/** Whoever sent a search or turned a page goes on where its entries begin, not where the button was. */
export function useResultsFocus(): ResultsFocus {
  const { key } = useLocation();
  const line = useRef<HTMLParagraphElement>(null);
  const left = useRef<string | null>(null);
  useEffect(() => {
    if (left.current === null || left.current === key) return;
    left.current = null;
    line.current?.focus();
  }, [key]);
  return { line, next: () => void (left.current = key) };
}

/** How many there are, those of this page, and the way to the others. */
export function HistoryResults(props: {
  readonly page: Page;
  readonly search: HistorySearch;
  readonly people: People;
  readonly focus: ResultsFocus;
}) {
  const t = useMessages().history;
  const { focus, page, search } = props;
  const filtered = isFiltered(search);
  return (
    <>
      <p ref={focus.line} role="status" tabIndex={-1} className="text-subtle">
        {filtered ? t.found(page.totalCount) : t.count(page.totalCount)}
        {search.after !== '' && ` ${t.further}`}
      </p>
      {page.nodes.length === 0 ? (
        <p>{filtered || search.after !== '' ? t.notFound : t.none}</p>
      ) : (
        <HistoryTable entries={page.nodes} people={props.people} />
      )}
      <Pages {...props} />
    </>
  );
}

/** Each page has an address: it can be sent to others, and the browser’s Back goes to the one before. */
function Pages({
  focus,
  page: { pageInfo },
  search,
}: {
  readonly page: Page;
  readonly search: HistorySearch;
  readonly focus: ResultsFocus;
}) {
  const t = useMessages().history.pages;
  const older = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  if (search.after === '' && older === null) return null;
  return (
    <nav aria-label={t.title} className="flex flex-wrap gap-3 print:hidden">
      {search.after !== '' && (
        <Link
          className={buttonClass()}
          to={paths.historyOf({ ...search, after: '' })}
          onClick={focus.next}
        >
          {t.newest}
        </Link>
      )}
      {older !== null && (
        <Link
          className={buttonClass()}
          to={paths.historyOf({ ...search, after: older })}
          onClick={focus.next}
        >
          {t.older}
        </Link>
      )}
    </nav>
  );
}
