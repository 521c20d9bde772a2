import { longestExport } from '@monban/domain/history-filter';
import { words } from '@monban/domain/wording/words';
import { Button } from '@monban/ui/button/button';
import { Details } from '@monban/ui/details/details';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useMemo } from 'react';
import { type LoaderFunctionArgs, useNavigate, useParams, useSearchParams } from 'react-router';
import type { HistoryQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { type HistorySearch, paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { ExportDialog } from './export-dialog.tsx';
import { FilterTags } from './filter-tags.tsx';
import { HistoryFilter } from './history-filter.tsx';
import { HistoryResults, useResultsFocus } from './history-results.tsx';
import { historyDocument } from './history.graphql.ts';
import { peopleOf } from './people.ts';
import { filterOf, searchOf } from './search.ts';

const pageSize = 50;

export const loadHistory =
  (preload: Preload) =>
  ({ request }: LoaderFunctionArgs) => {
    const search = searchOf(new URL(request.url).searchParams);
    const variables = {
      first: pageSize,
      after: search.after || null,
      filter: filterOf(search),
    };
    return preload.toPromise(preload(historyDocument, { ...fresh, variables }));
  };

/** Who did what, when, from where. What is looked for, and which page of it, is kept in the address. */
export function HistoryPage() {
  const { m } = useLanguage();
  const t = m.history;
  const { contract } = usePreloaded<HistoryQuery>();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const exporting = useParams()['act'] === 'export';
  const search = searchOf(query);
  const results = useResultsFocus();
  const people = useMemo(() => (contract == null ? null : peopleOf(contract, m)), [contract, m]);
  const page = contract?.history;
  if (people === null || page == null) return null;
  const look = (to: HistorySearch) => {
    results.next();
    void navigate(paths.historyOf(to));
  };
  return (
    <>
      <PageHeading
        site={m.common.site}
        focus={!exporting}
        lead={t.lead}
        aside={<ExportButton search={search} entries={page.totalCount} />}
      >
        {t.title}
      </PageHeading>
      <div className="flex flex-col gap-4 rounded-12 border border-line bg-surface p-4 sm:p-6 print:border-0 print:p-0">
        <div className="print:hidden">
          <Details summary={t.filter.title}>
            <HistoryFilter
              key={paths.historyOf({ ...search, after: '' })}
              search={search}
              people={people}
              onSearch={look}
            />
          </Details>
        </div>
        <div className="flex flex-col gap-2">
          <FilterTags search={search} people={people} />
          <HistoryResults page={page} search={search} people={people} focus={results} />
        </div>
      </div>
      {exporting && <ExportDialog search={search} entries={page.totalCount} people={people} />}
    </>
  );
}

function ExportButton(props: { readonly search: HistorySearch; readonly entries: number }) {
  const { m, locale } = useLanguage();
  const navigate = useNavigate();
  const unavailable =
    props.entries === 0
      ? m.history.export.nothing
      : props.entries > longestExport
        ? words(locale).obstacle('TOO_MANY_ENTRIES')
        : undefined;
  return (
    <Button
      kind="secondary"
      unavailable={unavailable}
      onPress={() => void navigate(paths.exportHistory(props.search))}
    >
      {m.history.export.button}
    </Button>
  );
}
