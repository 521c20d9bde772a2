import { administratorName } from '@monban/domain/history-event';
import { buttonClass } from '@monban/ui/button/button';
import { Table } from '@monban/ui/table/table';
import { Link } from 'react-router';
import { CertificateState } from '../../certificate/certificate-state.tsx';
import { standingOf } from '../../certificate/person-certificates.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import type { Holder } from './holders.ts';

export function CertificateTable({ holders }: { readonly holders: readonly Holder[] }) {
  const {
    certificates: t,
    common: { none },
  } = useMessages();
  const who = useWho();
  return (
    <Table
      caption={t.caption}
      rows={holders}
      rowKey={({ person }) => person}
      columns={[
        {
          key: 'person',
          title: t.columns.person,
          heads: true,
          cell: (each) =>
            each.person === administratorName ? (
              who(each)
            ) : (
              <Link className="text-key underline underline-offset-4" to={paths.user(each.person)}>
                {who(each)}
              </Link>
            ),
        },
        {
          key: 'state',
          title: t.columns.state,
          cell: ({ certificates, codeUntil }) => (
            <CertificateState certificates={certificates} codeUntil={codeUntil} />
          ),
        },
        {
          key: 'serial',
          title: t.columns.serial,
          cell: ({ certificates }) => (
            <span className="block max-w-64 font-mono text-sm break-all">
              {standingOf(certificates, Date.now()).counts?.serial ?? none}
            </span>
          ),
        },
        {
          key: 'acts',
          title: t.columns.acts,
          acts: true,
          cell: (each) => <Acts holder={each} who={who(each)} />,
        },
      ]}
    />
  );
}

function Acts({ holder, who }: { readonly holder: Holder; readonly who: string }) {
  const { certificates: t } = useMessages();
  const { certificates, person } = holder;
  const { counts } = standingOf(certificates, Date.now());
  const ways =
    person === administratorName
      ? [{ text: t.acts.renew, to: paths.ownCertificate, there: counts !== null }]
      : [{ text: t.acts.grant, to: paths.certificateOf('grant', person), there: true }];
  const revocable = counts?.status === 'VALID' ? counts.thumbprint : null;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {[
        ...ways,
        {
          text: t.acts.revoke,
          to: paths.certificateOf('revoke', revocable ?? ''),
          there: revocable !== null,
        },
      ]
        .filter(({ there }) => there)
        .map(({ text, to }) => (
          <Link
            key={to}
            className={`${buttonClass('secondary', true)} whitespace-nowrap`}
            to={to}
            aria-label={t.actOn(text, who)}
          >
            {text}
          </Link>
        ))}
      {person === administratorName && (
        <span className="block max-w-64 text-sm text-subtle">{t.deskGrants}</span>
      )}
    </span>
  );
}

/** How somebody is called here. */
function useWho(): (holder: Pick<Holder, 'name' | 'person'>) => string {
  const m = useMessages();
  return ({ name, person }) =>
    person === administratorName ? m.certificates.administrator(name) : m.users.who(person, name);
}
