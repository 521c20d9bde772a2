import { type SortDirection, Table } from '@monban/ui/table/table';
import { memo, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { UserRowFragment } from '../../graphql/generated/graphql.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { UserActLinks } from './user-act-links.tsx';
import { UserBulkActs } from './user-bulk-acts.tsx';
import { UserStatus } from './user-status.tsx';

type SortKey = 'userId' | 'name' | 'status' | 'lastLogon';

const valueOf: Record<SortKey, (user: UserRowFragment) => string> = {
  userId: (user) => user.userId.toLowerCase(),
  name: (user) => user.name,
  status: (user) => user.status,
  lastLogon: (user) => user.lastLogonAt ?? '',
};

/** Users in a table; those who are there can be chosen, to do something with several at once. */
export function UserTable({ users }: { readonly users: readonly UserRowFragment[] }) {
  const { m } = useLanguage();
  const { columnOf, rows } = useSorted(users);
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set());
  const selection = {
    selected,
    onChange: setSelected,
    nameOf: ({ name, userId }: UserRowFragment) => m.users.selection.one(m.users.who(userId, name)),
    words: m.users.selection,
    acts: (chosen: readonly UserRowFragment[]) => <UserBulkActs users={chosen} />,
  };
  // Rights of somebody who is gone are nobody's to change.
  const present = users.every(({ status }) => status !== 'REMOVED');
  return (
    <Table
      caption={m.users.caption}
      rows={rows}
      rowKey={(user) => user.userId}
      {...(present ? { selection } : {})}
      columns={[
        {
          ...columnOf('userId'),
          heads: true,
          cell: ({ userId }) => <UserLink userId={userId} />,
        },
        {
          ...columnOf('name'),
          cell: ({ name }) => <span className="md:inline-block md:min-w-24">{name}</span>,
        },
        { ...columnOf('status'), cell: (user) => <Status user={user} /> },
        { ...columnOf('lastLogon'), cell: (user) => <LastLogon at={user.lastLogonAt} /> },
        {
          key: 'acts',
          title: m.users.columns.acts,
          acts: true,
          cell: (user) => <Acts user={user} />,
        },
      ]}
    />
  );
}

// With 99 users, to sort or to select is to draw 500 cells: those of whom nothing has changed stay as they are.

const Status = memo(UserStatus);
const Acts = memo(UserActLinks);

const UserLink = memo(({ userId }: { readonly userId: string }) => (
  <Link
    className="inline-flex min-h-6 min-w-6 items-center font-mono text-key underline underline-offset-4"
    to={paths.user(userId)}
  >
    {userId}
  </Link>
));

const LastLogon = memo(({ at }: { readonly at: string | null }) => {
  const { m, locale } = useLanguage();
  if (at === null) return <span className="text-subtle">{m.common.never}</span>;
  return <span className="inline-block">{momentText(at, locale)}</span>;
});

/** The users as the heads of the columns say, and what the heads need for that. */
function useSorted(users: readonly UserRowFragment[]) {
  const { m, locale } = useLanguage();
  const [sort, setSort] = useState<{ key: SortKey; direction: SortDirection }>({
    key: 'userId',
    direction: 'ascending',
  });
  const rows = useMemo(() => {
    const factor = sort.direction === 'ascending' ? 1 : -1;
    const value = valueOf[sort.key];
    const { compare } = new Intl.Collator(locale);
    return users.toSorted((a, b) => factor * compare(value(a), value(b)));
  }, [locale, sort, users]);
  const other = sort.direction === 'ascending' ? 'descending' : 'ascending';
  const columnOf = (key: SortKey) => ({
    key,
    title: m.users.columns[key],
    sorted: sort.key === key ? sort.direction : undefined,
    onSort: () => setSort({ key, direction: sort.key === key ? other : 'ascending' }),
  });
  return { rows, columnOf };
}
