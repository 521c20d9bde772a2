import { administratorName } from '@monban/domain/history-event';
import { buttonClass } from '@monban/ui/button/button';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Table } from '@monban/ui/table/table';
import { Link, useParams } from 'react-router';
import type { SessionRowFragment, SessionsQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { type InsideMessages, useLanguage, useMessages } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { EndSessionDialog } from './end-session-dialog.tsx';
import { sessionsDocument } from './sessions.graphql.ts';

export const loadSessions = (preload: Preload) => () =>
  preload.toPromise(preload(sessionsDocument, fresh));

/** Who is logged on now, and a way to end it. */
export function SessionsPage() {
  const m = useMessages();
  const { contract } = usePreloaded<SessionsQuery>();
  const { sessionId } = useParams();
  const sessions = contract?.sessions ?? [];
  const asked = sessions.find(({ id }) => id === sessionId);
  return (
    <>
      <PageHeading
        site={m.common.site}
        lead={m.sessions.lead(sessions.length)}
        focus={asked === undefined}
      >
        {m.sessions.title}
      </PageHeading>
      <div className="rounded-12 border border-line bg-surface p-4 sm:p-6">
        <SessionTable sessions={sessions} />
      </div>
      {asked !== undefined && (
        <EndSessionDialog sessionId={asked.id} who={whoText(m, asked)} key={asked.id} />
      )}
    </>
  );
}

function SessionTable({ sessions }: { readonly sessions: readonly SessionRowFragment[] }) {
  const { m, locale } = useLanguage();
  const { person } = useSession();
  const { columns, ...t } = m.sessions;
  return (
    <Table
      caption={t.caption}
      rows={sessions.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt))}
      rowKey={({ id }) => id}
      columns={[
        { key: 'who', title: columns.who, heads: true, cell: (each) => whoText(m, each) },
        {
          key: 'startedAt',
          title: columns.startedAt,
          cell: (each) => momentText(each.startedAt, locale),
        },
        {
          key: 'lastActAt',
          title: columns.lastActAt,
          cell: (each) => momentText(each.lastActAt, locale),
        },
        { key: 'address', title: columns.address, cell: (each) => each.address },
        {
          key: 'acts',
          title: columns.acts,
          acts: true,
          cell: (each) =>
            each.id === person.sessionId ? (
              <span className="text-subtle">{t.own}</span>
            ) : (
              <Link
                className={buttonClass('secondary', true)}
                to={paths.session(each.id)}
                aria-label={t.endOf(whoText(m, each))}
              >
                {t.end}
              </Link>
            ),
        },
      ]}
    />
  );
}

function whoText(m: InsideMessages, { name, person }: SessionRowFragment): string {
  return person === administratorName ? m.sessions.administrator(name) : m.users.who(person, name);
}
