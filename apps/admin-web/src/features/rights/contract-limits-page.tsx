import { Busy } from '@monban/ui/busy/busy';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useLocation } from 'react-router';
import { readNavigationState } from '../../lib/navigation-state.ts';
import { useMessages } from '../../messages/inside.ts';
import { ContractLimitsForm } from './contract-limits-form.tsx';
import { useCompany } from './use-company.ts';

export { loadRights } from './use-company.ts';

/** The company's own limits (R14), never above the desk's ceiling. */
export function ContractLimitsPage() {
  const m = useMessages();
  const company = useCompany();
  const { key, state } = useLocation();
  if (company === null) return <Busy>{m.common.loading}</Busy>;
  return (
    <div key={key} className="flex flex-col gap-6">
      <PageHeading site={m.common.site} lead={m.limits.contract.formLead}>
        {m.limits.contract.formTitle}
      </PageHeading>
      {company.layers.length === 0 ? (
        <p>{m.limits.none}</p>
      ) : (
        <ContractLimitsForm
          company={company}
          begin={readNavigationState(state).rights?.limits ?? null}
        />
      )}
    </div>
  );
}
