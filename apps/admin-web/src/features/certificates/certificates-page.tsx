import { administratorName } from '@monban/domain/history-event';
import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useCallback, useState } from 'react';
import { useNavigation, useParams } from 'react-router';
import { Duty } from '../../certificate/duty.tsx';
import { RevokeDialog } from '../../certificate/revoke-dialog.tsx';
import type { CertificatesQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { CertificateTable } from './certificate-table.tsx';
import { certificatesDocument } from './certificates.graphql.ts';
import { type CodeSlip, CodeSlipPage } from './code-slip.tsx';
import { GrantDialog } from './grant-dialog.tsx';
import { holdersOf, useFurther } from './holders.ts';

export const loadCertificates = (preload: Preload) => () =>
  preload.toPromise(preload(certificatesDocument, { ...fresh, variables: { after: null } }));

/** Who has a certificate, and who waits for one (R12). A retrieval code that was given out is shown here, once. */
export function CertificatesPage() {
  const m = useMessages();
  const t = m.certificates;
  const { contract } = usePreloaded<CertificatesQuery>();
  const { act, of } = useParams();
  const [slip, setSlip] = useState<CodeSlip | null>(null);
  const forget = useCallback(() => setSlip(null), []);
  const further = useFurther(contract);
  const resting = useNavigation().state === 'idle';
  if (contract === null) return null;
  if (slip !== null) return <CodeSlipPage slip={slip} forget={forget} />;

  const holders = holdersOf(contract, further);
  const granted = holders.find(
    ({ person }) => act === 'grant' && person === of && person !== administratorName,
  );
  const revoked = (contract.certificates ?? []).find(
    ({ status, thumbprint }) => act === 'revoke' && status === 'VALID' && thumbprint === of,
  );
  const asked = granted !== undefined || revoked !== undefined;
  return (
    <>
      <PageHeading site={m.common.site} lead={t.lead} focus={!asked}>
        {t.title}
      </PageHeading>
      {act !== undefined && !asked && resting && <Notice tone="info" title={t.gone} />}
      <Duty contract={contract} />
      <div className="rounded-12 border border-line bg-surface p-4 sm:p-6">
        <CertificateTable holders={holders} />
      </div>
      <p className="text-subtle">
        {m.common.pair(t.fetchPage, `${location.origin}${paths.certificate}`)}
      </p>
      {granted !== undefined && (
        <GrantDialog key={granted.person} holder={granted} contract={contract} onSlip={setSlip} />
      )}
      {revoked !== undefined && (
        <RevokeDialog
          key={revoked.thumbprint}
          certificate={revoked}
          others={(contract.certificates ?? []).filter(({ person }) => person === revoked.person)}
          needed={contract.authenticationMethod === 'CERTIFICATE'}
          back={paths.certificates}
        />
      )}
    </>
  );
}
