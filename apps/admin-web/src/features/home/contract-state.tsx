import { DescriptionList } from '@monban/ui/description-list/description-list';
import { Panel } from '@monban/ui/panel/panel';
import { useMessages } from '../../messages/inside.ts';
import type { HomeContract } from './home-contract.ts';

/** What holds for the whole contract, in words rather than in codes. */
export function ContractState({ contract }: { readonly contract: HomeContract }) {
  const m = useMessages();
  const t = m.home;
  const card =
    contract.card === null
      ? []
      : [
          {
            term: t.card,
            detail: t.cardFresh(contract.card.freshLogonsLeft, contract.card.logonsLeft),
          },
        ];
  return (
    <Panel title={t.contract}>
      <DescriptionList
        items={[
          { term: t.contractName, detail: contract.name },
          {
            term: t.contractId,
            detail: <span className="font-mono">{contract.contractId}</span>,
          },
          { term: t.users, detail: m.users.lead(contract.users?.totalCount ?? 0) },
          { term: t.linkage, detail: t.linkages[contract.lockLinkage] },
          { term: t.idle, detail: t.idleMinutes(contract.idleMinutes) },
          ...card,
        ]}
      />
    </Panel>
  );
}
