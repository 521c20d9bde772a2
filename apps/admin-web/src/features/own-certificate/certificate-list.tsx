import { buttonClass } from '@monban/ui/button/button';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { Link } from 'react-router';
import { OneState } from '../../certificate/certificate-state.tsx';
import { isEnding } from '../../certificate/person-certificates.ts';
import type { CertificateRowFragment } from '../../graphql/generated/graphql.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';

/** One's certificates, the newest first, each with the way to take it back. */
export function CertificateList(props: {
  readonly certificates: readonly CertificateRowFragment[];
  /** The thumbprint of the one that this session came with; null: it came without. */
  readonly inUse: string | null;
}) {
  const t = useLanguage().m.certificates.own;
  const { person } = useSession();
  if (props.certificates.length === 0) {
    return (
      <>
        <p>{t.none}</p>
        <p className="text-subtle">{t.noneNote[person.kind]}</p>
      </>
    );
  }
  return (
    <ul className="flex flex-col divide-y divide-line">
      {props.certificates.map((each) => (
        <li key={each.thumbprint} className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0">
          <One certificate={each} inUse={each.thumbprint === props.inUse} />
        </li>
      ))}
    </ul>
  );
}

function One(props: { readonly certificate: CertificateRowFragment; readonly inUse: boolean }) {
  const { certificate, inUse } = props;
  const { m, locale } = useLanguage();
  const { columns, ...t } = m.certificates;
  const valid = certificate.status === 'VALID';
  return (
    <>
      <DescriptionList
        items={[
          {
            term: columns.state,
            detail: (
              <span className="flex flex-wrap items-center gap-2">
                <OneState certificate={certificate} ending={isEnding(certificate, Date.now())} />
                {inUse && <strong className="text-sm">{t.own.inUse}</strong>}
              </span>
            ),
          },
          {
            term: columns.serial,
            detail: <span className="font-mono break-all">{certificate.serial}</span>,
          },
          { term: t.own.issued, detail: momentText(certificate.issuedAt, locale) },
        ]}
      />
      {valid && (
        <p>
          <Link
            className={buttonClass('secondary', true)}
            to={paths.revokeOwnCertificate(certificate.thumbprint)}
            aria-label={t.actOn(t.acts.revoke, certificate.serial)}
          >
            {t.acts.revoke}
          </Link>
        </p>
      )}
    </>
  );
}
