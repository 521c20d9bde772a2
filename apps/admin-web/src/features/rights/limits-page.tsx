import { Busy } from '@monban/ui/busy/busy';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useMessages } from '../../messages/inside.ts';
import { ContractLimits } from './contract-limits.tsx';
import { useCompany } from './use-company.ts';
import { UserLimits } from './user-limits.tsx';

export { loadRights } from './use-company.ts';

/** The three layers of limits side by side, and what of them is used today (R14). */
export function LimitsPage() {
  const m = useMessages();
  const company = useCompany();
  if (company === null) return <Busy>{m.common.loading}</Busy>;
  return (
    <>
      <PageHeading site={m.common.site} lead={m.limits.lead}>
        {m.limits.title}
      </PageHeading>
      {company.layers.length === 0 ? (
        <p>{m.limits.none}</p>
      ) : (
        <>
          <ContractLimits layers={company.layers} />
          <UserLimits company={company} />
        </>
      )}
    </>
  );
}
