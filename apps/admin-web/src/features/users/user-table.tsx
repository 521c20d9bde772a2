import { type SortDirection, Table } from '@monban/ui/table/table';
import { useState } from 'react';
import { Link } from 'react-router';
import type { UserRowFragment } from '../../graphql/generated/graphql.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { UserActLinks } from './user-act-links.tsx';
import { UserStatus } from './user-status.tsx';

type SortKey = 'userId' | 'name' | 'status' | 'lastLogon';

const valueOf: Record<SortKey, (user: UserRowFragment) => string> = {
  userId: (user) => user.userId.toLowerCase(),
  name: (user) => user.name,
  status: (user) => user.status,
  lastLogon: (user) => user.lastLogonAt ?? '',
};

export function UserTable({ users }: { readonly users: readonly UserRowFragment[] }) {
  const { m, locale } = useLanguage();
  const [sort, setSort] = useState<{ key: SortKey; direction: SortDirection }>({
    key: 'userId',
    direction: 'ascending',
  });
  const by = (key: SortKey) => ({
    sorted: sort.key === key ? sort.direction : undefined,
    onSort: () =>
      setSort({
        key,
        direction: sort.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending',
      }),
  });
  const factor = sort.direction === 'ascending' ? 1 : -1;
  const value = valueOf[sort.key];
  const rows = users.toSorted((a, b) => factor * value(a).localeCompare(value(b), locale));
  return (
    <Table
      caption={m.users.caption}
      rows={rows}
      rowKey={(user) => user.userId}
      columns={[
        {
          key: 'userId',
          title: m.users.columns.userId,
          heads: true,
          ...by('userId'),
          cell: (user) => (
            <Link
              className="inline-flex min-h-6 min-w-6 items-center font-mono text-key underline underline-offset-4"
              to={paths.user(user.userId)}
            >
              {user.userId}
            </Link>
          ),
        },
        {
          key: 'name',
          title: m.users.columns.name,
          ...by('name'),
          cell: (user) => <span className="md:inline-block md:min-w-24">{user.name}</span>,
        },
        {
          key: 'status',
          title: m.users.columns.status,
          ...by('status'),
          cell: (user) => <UserStatus user={user} />,
        },
        {
          key: 'lastLogon',
          title: m.users.columns.lastLogon,
          ...by('lastLogon'),
          cell: (user) =>
            user.lastLogonAt === null ? (
              <span className="text-subtle">{m.common.never}</span>
            ) : (
              momentText(user.lastLogonAt, locale)
            ),
        },
        {
          key: 'acts',
          title: m.users.columns.acts,
          acts: true,
          cell: (user) => <UserActLinks user={user} />,
        },
      ]}
    />
  );
}
