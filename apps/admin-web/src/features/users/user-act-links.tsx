import { buttonClass } from '@monban/ui/button/button';
import { Link, useLocation } from 'react-router';
import type { UserRowFragment } from '../../graphql/generated/graphql.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { quickActs } from './user-acts.ts';

/** What can be done with one user of the list; each leads to where it is said and confirmed. */
export function UserActLinks({ user }: { readonly user: UserRowFragment }) {
  const m = useMessages();
  const { pathname, search } = useLocation();
  return (
    <span className="flex flex-wrap gap-2 xl:flex-nowrap">
      {quickActs(user).map((act) => (
        <Link
          key={act}
          className={`${buttonClass('secondary', true)} whitespace-nowrap`}
          to={paths.userAct(user.userId, act)}
          state={{ from: pathname + search }}
          aria-label={m.users.actOn(m.users.acts[act], user.userId)}
        >
          {m.users.acts[act]}
        </Link>
      ))}
    </span>
  );
}
