import { Button, buttonClass } from '@monban/ui/button/button';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useSearchParams } from 'react-router';
import { useApolloClient } from '@apollo/client/react';
import { OnPaper } from '../../frame/on-paper.tsx';
import type { UsersQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { asked, type Filter, filterOf, UserFilter } from './user-filter.tsx';
import { usersDocument } from './users.graphql.ts';
import { UserTable } from './user-table.tsx';

/** At most 99 users a contract as shipped: one page holds them all. */
const pageSize = 100;

export const loadUsers =
  (preload: Preload) =>
  ({ request }: LoaderFunctionArgs) => {
    const filter = filterOf(new URL(request.url).searchParams);
    const variables = { first: pageSize, ...asked(filter) };
    return preload.toPromise(preload(usersDocument, { ...fresh, variables }));
  };

/** All users, found by name, ID and state. The filter is kept in the address. */
export function UsersPage() {
  const m = useMessages();
  const { contract } = usePreloaded<UsersQuery>();
  const [query] = useSearchParams();
  const filter = filterOf(query);
  const users = contract?.users;
  if (users === undefined || users === null) return null;
  return (
    <>
      <PageHeading
        site={m.common.site}
        aside={
          <div className="flex flex-wrap gap-2 print:hidden">
            <Button onPress={() => window.print()}>{m.users.detail.print}</Button>
            <Link className={buttonClass('secondary')} to={paths.importUsers}>
              {m.users.import}
            </Link>
            <Link className={buttonClass('primary')} to={paths.addUser}>
              {m.users.add}
            </Link>
          </div>
        }
      >
        {m.users.title}
      </PageHeading>
      <div className="flex flex-col gap-4 rounded-12 border border-line bg-surface p-4 sm:p-6 print:border-0 print:p-0">
        <OnPaper />
        <UserFilter filter={filter} />
        <UserList key={`${filter.status} ${filter.search}`} users={users} filter={filter} />
      </div>
    </>
  );
}

type Users = NonNullable<NonNullable<UsersQuery['contract']>['users']>;
type Rows = Users['nodes'];

/** Those found, and how many; begun anew with every filter. */
function UserList({ filter, users }: { readonly users: Users; readonly filter: Filter }) {
  const m = useMessages();
  const further = useFurther(users.pageInfo.endCursor, filter);
  const filtered = filter.search !== '' || filter.status !== null;
  const rows = [...users.nodes, ...further.rows];
  return (
    <>
      <p role="status" className="text-subtle">
        {filtered ? m.users.found(users.totalCount) : m.users.lead(users.totalCount)}
      </p>
      {rows.length === 0 ? (
        <p>{filtered ? m.users.notFound : m.users.nobody}</p>
      ) : (
        <UserTable users={rows} />
      )}
      {users.pageInfo.hasNextPage && further.more && (
        <Button onPress={further.load}>{m.users.more}</Button>
      )}
    </>
  );
}

/** For a bank that allows more users than one page holds: the next ones, below those shown. */
function useFurther(
  start: string | null,
  filter: Filter,
): { readonly rows: Rows; readonly more: boolean; readonly load: () => void } {
  const client = useApolloClient();
  const [rows, setRows] = useState<Rows>([]);
  const [next, setNext] = useState<{ cursor: string | null; more: boolean }>();
  const load = async () => {
    const { data } = await client.query({
      query: usersDocument,
      variables: {
        first: pageSize,
        after: next?.cursor ?? start,
        ...asked(filter),
      },
      fetchPolicy: 'no-cache',
    });
    const page = data?.contract?.users;
    if (page === undefined || page === null) return;
    setRows([...rows, ...page.nodes]);
    setNext({ cursor: page.pageInfo.endCursor, more: page.pageInfo.hasNextPage });
  };
  return { rows, more: next?.more ?? true, load: () => void load() };
}
