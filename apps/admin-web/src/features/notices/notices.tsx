import { words } from '@monban/domain/wording/words';
import { Badge, type BadgeTone } from '@monban/ui/badge/badge';
import { buttonClass } from '@monban/ui/button/button';
import { Details } from '@monban/ui/details/details';
import { Link, useSearchParams } from 'react-router';
import type { NoticeListFragment, NoticeState } from '../../graphql/generated/graphql.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';

const tones: Readonly<Record<NoticeState, BadgeTone>> = {
  WAITING: 'neutral',
  SENT: 'success',
  UNDELIVERABLE: 'danger',
};

/** A page of notices: when, to whom, what became of it, and its words. */
export function Notices({
  none,
  page,
}: {
  readonly page: NoticeListFragment;
  readonly none: string;
}) {
  const { m } = useLanguage();
  const t = m.notices;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-subtle">{page.totalCount === 0 ? none : t.count(page.totalCount)}</p>
      {page.nodes.length > 0 && (
        <ul aria-label={t.title} className="flex flex-col gap-3">
          {page.nodes.map((notice) => (
            <OneNotice key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
      <Pages page={page} />
    </div>
  );
}

/** Its words are in the language in which it was mailed. */
function OneNotice({ notice }: { readonly notice: NoticeListFragment['nodes'][number] }) {
  const { locale, m } = useLanguage();
  const { person } = useSession();
  const t = m.notices;
  const { address, at, language, sentAt, state, subject, text } = notice;
  return (
    <li className="flex flex-col gap-2 rounded-12 border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <time dateTime={at}>{momentText(at, locale)}</time>
        <Badge tone={tones[state]}>{words(locale).labels.noticeState[state]}</Badge>
        <span className="wrap-anywhere">{t.to(address)}</span>
        {sentAt !== null && (
          <span className="text-subtle">{t.sentAt(momentText(sentAt, locale))}</span>
        )}
      </p>
      {state === 'UNDELIVERABLE' && <p>{t.undeliverable[person.kind]}</p>}
      <h2 className="font-bold" lang={language}>
        {subject}
      </h2>
      <Details summary={t.read}>
        <p className="wrap-anywhere whitespace-pre-wrap" lang={language}>
          {text}
        </p>
      </Details>
    </li>
  );
}

/** Each page has an address: the browser’s Back goes to the one before. */
function Pages({ page: { pageInfo } }: { readonly page: NoticeListFragment }) {
  const { m } = useLanguage();
  const [query] = useSearchParams();
  const older = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  const first = query.get('after') === null;
  if (first && older === null) return null;
  const t = m.history.pages;
  return (
    <nav aria-label={t.title} className="flex flex-wrap gap-3 print:hidden">
      {!first && (
        <Link className={buttonClass()} to={paths.notices()}>
          {t.newest}
        </Link>
      )}
      {older !== null && (
        <Link className={buttonClass()} to={paths.notices(older)}>
          {t.older}
        </Link>
      )}
    </nav>
  );
}
