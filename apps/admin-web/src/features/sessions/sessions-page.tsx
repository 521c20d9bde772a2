import { useApolloClient } from '@apollo/client/react';
import { administratorName } from '@monban/domain/history-event';
import { Button, buttonClass } from '@monban/ui/button/button';
import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Table } from '@monban/ui/table/table';
import { Link, useNavigation, useParams } from 'react-router';
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

/** Who is logged on now, and a way to end it. Asked for anew at a press: by itself it would keep its own session alive. */
export function SessionsPage() {
  const m = useMessages();
  const { contract } = usePreloaded<SessionsQuery>();
  const { sessionId } = useParams();
  const client = useApolloClient();
  const resting = useNavigation().state === 'idle';
  const sessions = contract?.sessions ?? [];
  const asked = sessions.find(({ id }) => id === sessionId);
  return (
    <>
      <PageHeading
        site={m.common.site}
        lead={m.sessions.lead(sessions.length)}
        focus={asked === undefined}
        aside={
          <Button onPress={() => void client.refetchQueries({ include: [sessionsDocument] })}>
            {m.sessions.refresh}
          </Button>
        }
      >
        {m.sessions.title}
      </PageHeading>
      {sessionId !== undefined && asked === undefined && resting && (
        <Notice tone="info" title={m.sessions.gone} />
      )}
      <div className="rounded-12 border border-line bg-surface p-4 sm:p-6">
        <SessionTable sessions={sessions} />
      </div>
      {asked !== undefined && (
        <EndSessionDialog session={asked} who={whoText(m, asked)} key={asked.id} />
      )}
    </>
  );
}

function SessionTable({ sessions }: { readonly sessions: readonly SessionRowFragment[] }) {
  const m = useMessages();
  const { person } = useSession();
  const { columns, ...t } = m.sessions;
  return (
    <Table
      caption={t.caption}
      rows={sessions.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt))}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          title: columns.who,
          heads: true,
          cell: (each) =>
            each.person === administratorName ? (
              whoText(m, each)
            ) : (
              <Link className="text-key underline underline-offset-4" to={paths.user(each.person)}>
                {whoText(m, each)}
              </Link>
            ),
        },
        {
          key: 'startedAt',
          title: columns.startedAt,
          cell: (each) => <Moment at={each.startedAt} />,
        },
        {
          key: 'lastActAt',
          title: columns.lastActAt,
          cell: (each) => <Moment at={each.lastActAt} />,
        },
        {
          key: 'address',
          title: columns.address,
          cell: (each) => <span className="break-words">{each.address}</span>,
        },
        {
          key: 'acts',
          title: columns.acts,
          acts: true,
          cell: (each) =>
            each.id === person.sessionId ? (
              <span className="block max-w-64 text-sm text-subtle">{t.own}</span>
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

function Moment({ at }: { readonly at: string }) {
  const { locale } = useLanguage();
  return <span className="md:whitespace-nowrap">{momentText(at, locale)}</span>;
}

function whoText(m: InsideMessages, { name, person }: SessionRowFragment): string {
  return person === administratorName ? m.sessions.administrator(name) : m.users.who(person, name);
}
