import { buttonClass } from '@monban/ui/button/button';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';

/** How many users one act can be about. */
const atMost = 100;

/** What can be done with several users in one act, confirmed once (R4). */
export function UserBulkActs({
  users,
}: {
  readonly users: readonly { readonly userId: string }[];
}) {
  const { users: t } = useMessages();
  if (users.length > atMost) return <p>{t.bulk.tooMany(atMost)}</p>;
  const userIds = users.map(({ userId }) => userId);
  return (
    <>
      <Link className={buttonClass('secondary', true)} to={paths.permissions(userIds)}>
        {t.bulk.permissions}
      </Link>
      <Link className={buttonClass('secondary', true)} to={paths.usersLimits(userIds)}>
        {t.bulk.limits}
      </Link>
    </>
  );
}
