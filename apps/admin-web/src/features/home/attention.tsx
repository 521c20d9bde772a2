import { cardDueAt } from '@monban/domain/card';
import { words } from '@monban/domain/wording/words';
import { buttonClass } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { HomeQuery } from '../../graphql/generated/graphql.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';

export type HomeContract = NonNullable<HomeQuery['contract']>;

/** How many locked users are named one by one before the list of users has to do. */
const named = 5;

/** What waits for the administrator, each with the way to do something about it. */
export function Attention({ contract }: { readonly contract: HomeContract }) {
  const { m, locale } = useLanguage();
  const t = m.home;
  const { labels } = words(locale);
  const locked = contract.locked?.nodes ?? [];
  const waiting = contract.waiting?.totalCount ?? 0;
  const left = contract.card?.freshLogonsLeft ?? null;
  const due = left !== null && left <= cardDueAt;
  const nothing = locked.length === 0 && waiting === 0 && !due;
  return (
    <Panel title={t.attention}>
      {nothing && <p>{t.nothing}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {due && <Item text={t.cardDue(left)} />}
        {locked.slice(0, named).map((user) => (
          <Item
            key={user.userId}
            text={t.locked(m.users.who(user.userId, user.name))}
            note={user.locks
              .map((lock) =>
                m.users.lockedSince(labels.lockReason[lock.reason], momentText(lock.at, locale)),
              )
              .join(' ')}
          >
            <Link
              className={buttonClass('secondary', true)}
              to={paths.userAct(user.userId, 'unlock')}
              state={{ from: paths.home }}
              aria-label={m.users.actOn(t.unlock, user.userId)}
            >
              {t.unlock}
            </Link>
          </Item>
        ))}
        {locked.length > named && (
          <Item text={m.common.pair(labels.userStatus.LOCKED, m.common.people(locked.length))}>
            <Link className={buttonClass('secondary', true)} to={paths.users({ status: 'LOCKED' })}>
              {t.seeWaiting}
            </Link>
          </Item>
        )}
        {waiting > 0 && (
          <Item text={t.waiting(waiting)}>
            <Link
              className={buttonClass('secondary', true)}
              to={paths.users({ status: 'AWAITING_FIRST_LOGON' })}
            >
              {t.seeWaiting}
            </Link>
          </Item>
        )}
      </ul>
    </Panel>
  );
}

function Item(props: {
  readonly text: string;
  readonly note?: string;
  readonly children?: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <span className="flex flex-col">
        <strong>{props.text}</strong>
        {props.note !== undefined && <span className="text-sm text-subtle">{props.note}</span>}
      </span>
      {props.children}
    </li>
  );
}
