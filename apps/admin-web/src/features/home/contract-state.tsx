import type { Locale } from '@monban/domain/locale';
import { words } from '@monban/domain/wording/words';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { Panel } from '@monban/ui/panel/panel';
import { CertificateState } from '../../certificate/certificate-state.tsx';
import type { CertificateRowFragment } from '../../graphql/generated/graphql.ts';
import { momentText } from '../../lib/moment.ts';
import { type InsideMessages, useLanguage } from '../../messages/inside.ts';
import type { HomeContract } from './home-contract.ts';

/** What holds for the whole contract, in words rather than in codes, and the administrator's own certificate (R12). */
export function ContractState(props: {
  readonly contract: HomeContract;
  /** The administrator's own, the newest first. */
  readonly certificates: readonly CertificateRowFragment[];
}) {
  const { certificates, contract } = props;
  const { m, locale } = useLanguage();
  const t = m.home;
  const { field } = words(locale).labels;
  const certificate =
    contract.authenticationMethod === 'ID_PIN' && certificates.length === 0
      ? []
      : [
          {
            term: t.ownCertificate,
            detail: <CertificateState certificates={certificates} codeUntil={null} />,
          },
        ];
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
          { term: field.authenticationMethod, detail: methodText(contract, m, locale) },
          ...certificate,
          { term: t.linkage, detail: t.linkages[contract.lockLinkage] },
          { term: t.idle, detail: t.idleMinutes(contract.idleMinutes) },
          ...card,
        ]}
      />
    </Panel>
  );
}

/** What people log on with; where certificates are on their way, also from when on everybody needs one. */
function methodText(contract: HomeContract, m: InsideMessages, locale: Locale): string {
  const { authenticationMethod, certificateFrom } = contract;
  const method = words(locale).labels.authenticationMethod[authenticationMethod];
  return authenticationMethod === 'CERTIFICATE' &&
    certificateFrom !== null &&
    Date.parse(certificateFrom) > Date.now()
    ? m.home.certificatesFrom(method, momentText(certificateFrom, locale))
    : method;
}
