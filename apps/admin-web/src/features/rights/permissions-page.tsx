import { Busy } from '@monban/ui/busy/busy';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useLocation, useSearchParams } from 'react-router';
import { chosenUsers } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { PermissionForm } from './permission-form.tsx';
import { useCompany } from './use-company.ts';

export { loadRights } from './use-company.ts';

/** Everybody's permissions in one grid (R13); `?users=` names those whom it is about. */
export function PermissionsPage() {
  const m = useMessages();
  const company = useCompany();
  const [query] = useSearchParams();
  const { key } = useLocation();
  if (company === null) return <Busy>{m.common.loading}</Busy>;
  return (
    <div key={key} data-wide className="flex flex-col gap-6">
      <PageHeading site={m.common.site} lead={m.rights.lead}>
        {m.rights.title}
      </PageHeading>
      {company.users.length === 0 ? (
        <p>{m.rights.nobody}</p>
      ) : (
        <PermissionForm company={company} only={chosenUsers(query)} />
      )}
    </div>
  );
}
