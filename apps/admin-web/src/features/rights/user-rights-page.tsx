import { Busy } from '@monban/ui/busy/busy';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useLocation, useParams } from 'react-router';
import { readNavigationState } from '../../lib/navigation-state.ts';
import { useMessages } from '../../messages/inside.ts';
import { useCompany } from './use-company.ts';
import { UserRightsForm } from './user-rights-form.tsx';

export { loadRights } from './use-company.ts';

/** What one user may do, for how much, from which accounts (R13, R14): all of it changed in one act. */
export function UserRightsPage() {
  const m = useMessages();
  const company = useCompany();
  const { userId } = useParams();
  const { key, state } = useLocation();
  if (company === null) return <Busy>{m.common.loading}</Busy>;
  const user = company.users.find((each) => each.userId === userId);
  return (
    <div key={key} className="flex flex-col gap-6">
      <PageHeading site={m.common.site}>
        {user === undefined
          ? m.users.title
          : m.rights.one.title(m.users.who(user.userId, user.name))}
      </PageHeading>
      {user === undefined ? (
        <p>{m.users.gone}</p>
      ) : (
        <UserRightsForm
          company={company}
          user={user}
          begin={readNavigationState(state).rights ?? null}
        />
      )}
    </div>
  );
}
