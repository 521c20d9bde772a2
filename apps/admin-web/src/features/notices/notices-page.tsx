import { PageHeading } from '@monban/ui/page-heading/page-heading';
import type { LoaderFunctionArgs } from 'react-router';
import type { NoticesQuery, OwnNoticesQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { useMessages } from '../../messages/inside.ts';
import { Notices } from './notices.tsx';
import { noticesDocument, ownNoticesDocument } from './notices.graphql.ts';

const pageSize = 20;

function variablesOf({ request }: LoaderFunctionArgs) {
  return { first: pageSize, after: new URL(request.url).searchParams.get('after') };
}

export const loadNotices = (preload: Preload) => (args: LoaderFunctionArgs) =>
  preload.toPromise(preload(noticesDocument, { ...fresh, variables: variablesOf(args) }));

export const loadOwnNotices = (preload: Preload) => (args: LoaderFunctionArgs) =>
  preload.toPromise(preload(ownNoticesDocument, { ...fresh, variables: variablesOf(args) }));

/** R10: the mails that told the company of what happened, each to be read. */
export function NoticesPage() {
  const m = useMessages();
  const t = m.notices;
  const { contract } = usePreloaded<NoticesQuery>();
  const page = contract?.notices;
  if (page == null) return null;
  return (
    <>
      <PageHeading site={m.common.site} lead={t.lead}>
        {t.title}
      </PageHeading>
      <Notices page={page} none={t.none} />
    </>
  );
}

/** The same for a user: what concerns them alone. */
export function OwnNoticesPage() {
  const m = useMessages();
  const t = m.notices;
  const { viewer } = usePreloaded<OwnNoticesQuery>();
  if (viewer?.__typename !== 'User' || viewer.notices === null) return null;
  return (
    <>
      <PageHeading site={m.common.site} lead={t.ownLead}>
        {t.title}
      </PageHeading>
      <Notices page={viewer.notices} none={viewer.email === null ? t.noAddress : t.none} />
    </>
  );
}
