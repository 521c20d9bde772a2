import { useApolloClient } from '@apollo/client/react';
import { Button } from '@monban/ui/button/button';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Table } from '@monban/ui/table/table';
import { useState } from 'react';
import type { HistoryQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { momentText } from '../../lib/moment.ts';
import { actorText } from '../../messages/actor-text.ts';
import { useLanguage } from '../../messages/inside.ts';
import { historyDocument } from './history.graphql.ts';

const pageSize = 50;

export const loadHistory = (preload: Preload) => () =>
  preload.toPromise(preload(historyDocument, { ...fresh, variables: { first: pageSize } }));

type Page = NonNullable<NonNullable<HistoryQuery['contract']>['history']>;

/** Who did what, when, from where: newest first. */
export function HistoryPage() {
  const { m, locale } = useLanguage();
  const t = m.history;
  const { contract } = usePreloaded<HistoryQuery>();
  const first = contract?.history;
  const further = useFurther(first?.pageInfo.endCursor ?? null);
  if (first === undefined || first === null) return null;
  const rows = [...first.nodes, ...further.rows];
  return (
    <>
      <PageHeading site={m.common.site} lead={t.lead}>
        {t.title}
      </PageHeading>
      <div className="flex flex-col gap-4 rounded-12 border border-line bg-surface p-4 sm:p-6">
        {rows.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <Table
            caption={t.caption}
            rows={rows}
            rowKey={(entry) => entry.id}
            columns={[
              {
                key: 'at',
                title: t.columns.at,
                cell: (entry) => (
                  <span className="md:whitespace-nowrap">{momentText(entry.at, locale)}</span>
                ),
              },
              { key: 'text', title: t.columns.text, cell: (entry) => entry.text },
              {
                key: 'actor',
                title: t.columns.actor,
                cell: (entry) => (
                  <span className="md:whitespace-nowrap">{actorText(m, entry.actor)}</span>
                ),
              },
              {
                key: 'address',
                title: t.columns.address,
                cell: (entry) => <span className="md:whitespace-nowrap">{entry.address}</span>,
              },
            ]}
          />
        )}
        <p role="status" className="text-subtle">
          {rows.length === 0 ? '' : t.count(rows.length, first.totalCount)}
        </p>
        {first.pageInfo.hasNextPage && further.more && (
          <Button onPress={further.load}>{t.more}</Button>
        )}
      </div>
    </>
  );
}

/** The entries before those that are shown, page by page. */
function useFurther(start: string | null): {
  readonly rows: Page['nodes'];
  readonly more: boolean;
  readonly load: () => void;
} {
  const client = useApolloClient();
  const [rows, setRows] = useState<Page['nodes']>([]);
  const [next, setNext] = useState<{ cursor: string | null; more: boolean }>();
  const load = async () => {
    const { data } = await client.query({
      query: historyDocument,
      variables: { first: pageSize, after: next?.cursor ?? start },
      fetchPolicy: 'no-cache',
    });
    const page = data?.contract?.history;
    if (page === undefined || page === null) return;
    setRows([...rows, ...page.nodes]);
    setNext({ cursor: page.pageInfo.endCursor, more: page.pageInfo.hasNextPage });
  };
  return { rows, more: next?.more ?? true, load: () => void load() };
}
