import { buttonClass } from '@monban/ui/button/button';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import { Link } from 'react-router';
import { AbilityTable } from '../../ability/ability-table.tsx';
import { LimitTable } from '../../ability/limit-table.tsx';
import { RightsList } from '../../ability/rights-list.tsx';
import { Duty } from '../../certificate/duty.tsx';
import { UserEmail } from '../../address/user-email.tsx';
import { certificatesComeAt } from '@monban/domain/certificate';
import { CertificateState } from '../../certificate/certificate-state.tsx';
import { OnPaper } from '../../frame/on-paper.tsx';
import type { OwnQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { ownDocument } from './own.graphql.ts';

export const loadOwn = (preload: Preload) => () => preload.toPromise(preload(ownDocument, fresh));

type Own = Extract<NonNullable<OwnQuery['viewer']>, { __typename: 'User' }>;

/** A user's own small area: what they can do right now, what they may, and what is left of today's limits. */
export function OwnPage() {
  const { m } = useLanguage();
  const { viewer } = usePreloaded<OwnQuery>();
  if (viewer?.__typename !== 'User') return null;
  return (
    <>
      <PageHeading site={m.common.site}>{m.own.title}</PageHeading>
      <OnPaper />
      {comesAt(viewer.contract) !== null && <Duty contract={viewer.contract} />}
      <About own={viewer} />
      <Panel title={m.ability.title}>
        <AbilityTable abilities={viewer.ability} />
      </Panel>
      <Panel title={m.ability.limits}>
        <LimitTable limits={viewer.limits} own={false} />
      </Panel>
      <Panel title={m.ability.rights}>
        <RightsList permissions={viewer.permissions} accounts={viewer.accounts} />
        <p className="text-subtle print:hidden">{m.own.askAdministrator}</p>
      </Panel>
    </>
  );
}

/** From when on certificates are needed, where that is to come. */
function comesAt({ authenticationMethod, certificateFrom }: Own['contract']) {
  const from = certificateFrom === null ? null : Date.parse(certificateFrom);
  return certificatesComeAt({ authenticationMethod, certificateFrom: from }, Date.now());
}

function About({ own }: { readonly own: Own }) {
  const { m, locale } = useLanguage();
  const t = m.own;
  const last = own.previousLogonAt;
  return (
    <Panel title={t.you}>
      <DescriptionList
        items={[
          { term: t.lastLogon, detail: last === null ? m.common.never : momentText(last, locale) },
          { term: t.userId, detail: <span className="font-mono">{own.userId}</span> },
          { term: t.name, detail: own.name },
          { term: t.email, detail: <UserEmail user={own} /> },
          {
            term: m.certificates.title,
            detail: <CertificateState certificates={own.certificates} codeUntil={null} />,
          },
        ]}
      />
      <p className="flex flex-wrap gap-3 print:hidden">
        <Link className={buttonClass('secondary', true)} to={paths.pins}>
          {t.pins}
        </Link>
        <Link className={buttonClass('secondary', true)} to={paths.ownCertificate}>
          {m.certificates.own.title}
        </Link>
      </p>
    </Panel>
  );
}
