import { PageHeading } from '@monban/ui/page-heading/page-heading';
import type { HomeQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { useMessages } from '../../messages/inside.ts';
import { Attention } from './attention.tsx';
import { ContractState } from './contract-state.tsx';
import { homeDocument } from './home.graphql.ts';
import { LastLogon } from './last-logon.tsx';
import { RecentUses } from './recent-uses.tsx';

export const loadHome = (preload: Preload) => () => preload.toPromise(preload(homeDocument, fresh));

/** What the administrator looks at first: was that me, and does anything wait for me? */
export function HomePage() {
  const m = useMessages();
  const { contract, viewer } = usePreloaded<HomeQuery>();
  if (contract === null || viewer?.__typename !== 'Administrator') return null;
  return (
    <>
      <PageHeading site={m.common.site}>{m.home.title}</PageHeading>
      <LastLogon />
      <Attention contract={contract} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <RecentUses entries={contract.history?.nodes ?? []} />
        <ContractState contract={contract} certificates={viewer.certificates} />
      </div>
    </>
  );
}
