import { formatJapan } from '@monban/domain/instant';
import { Table } from '@monban/ui/table/table';
import { memo } from 'react';
import type { HistoryLineFragment } from '../../graphql/generated/graphql.ts';
import { actorText } from '../../messages/actor-text.ts';
import { useLanguage } from '../../messages/inside.ts';
import { HistoryEntry } from './history-entry.tsx';
import type { People } from './people.ts';

/** When, who, what, from where: the newest first. Drawn anew for other entries alone: a press is answered before they come. */
export const HistoryTable = memo(function Entries(props: {
  readonly entries: readonly HistoryLineFragment[];
  readonly people: People;
}) {
  const { m, locale } = useLanguage();
  const { caption, columns } = m.history;
  return (
    <Table
      caption={caption}
      rows={props.entries}
      rowKey={(entry) => entry.id}
      columns={[
        {
          key: 'at',
          title: columns.at,
          cell: (entry) => (
            <time dateTime={entry.at} className="md:whitespace-nowrap">
              {formatJapan(Date.parse(entry.at), locale)}
            </time>
          ),
        },
        {
          key: 'actor',
          title: columns.actor,
          cell: (entry) => (
            <span className="md:inline-block md:min-w-28">{actorText(m, entry.actor)}</span>
          ),
        },
        {
          key: 'what',
          title: columns.text,
          cell: (entry) => <HistoryEntry entry={entry} people={props.people} />,
        },
        {
          key: 'address',
          title: columns.address,
          cell: (entry) => <span className="md:whitespace-nowrap">{entry.address}</span>,
        },
      ]}
    />
  );
});
