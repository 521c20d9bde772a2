import { Busy } from '@monban/ui/busy/busy';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Link, useLocation, useSearchParams } from 'react-router';
import { chosenUsers, paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { found } from './company.ts';
import { useCompany } from './use-company.ts';
import { UsersLimitsForm } from './users-limits-form.tsx';

export { loadRights } from './use-company.ts';

/** The same limits for many users in one act (R14); `?users=` names them. */
export function UsersLimitsPage() {
  const m = useMessages();
  const t = m.limits.users;
  const company = useCompany();
  const [query] = useSearchParams();
  const { key } = useLocation();
  if (company === null) return <Busy>{m.common.loading}</Busy>;
  const chosen = chosenUsers(query);
  const users = chosen.length === 0 ? [] : found(company.users, chosen, '');
  return (
    <div key={key} className="flex flex-col gap-6">
      <PageHeading site={m.common.site}>{t.formTitle}</PageHeading>
      {users.length === 0 ? (
        <p>
          {t.noneChosen}{' '}
          <Link className="text-key underline underline-offset-4" to={paths.limits}>
            {t.back}
          </Link>
        </p>
      ) : (
        <UsersLimitsForm company={company} userIds={users.map(({ userId }) => userId)} />
      )}
    </div>
  );
}
