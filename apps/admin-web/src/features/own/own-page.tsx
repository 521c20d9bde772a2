import { formatYen } from '@monban/domain/money';
import { services } from '@monban/domain/permission';
import { words } from '@monban/domain/wording/words';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import { Table } from '@monban/ui/table/table';
import type { OwnQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { momentText } from '../../lib/moment.ts';
import { useLanguage } from '../../messages/inside.ts';
import { ownDocument } from './own.graphql.ts';

export const loadOwn = (preload: Preload) => () => preload.toPromise(preload(ownDocument, fresh));

type Own = Extract<NonNullable<OwnQuery['viewer']>, { __typename: 'User' }>;

/** A user's own small area: what they may do, and what is left of today's limits. */
export function OwnPage() {
  const { m } = useLanguage();
  const { viewer } = usePreloaded<OwnQuery>();
  if (viewer?.__typename !== 'User') return null;
  return (
    <>
      <PageHeading site={m.common.site}>{m.own.title}</PageHeading>
      <About own={viewer} />
      <Rights own={viewer} />
      <Limits own={viewer} />
    </>
  );
}

function About({ own }: { readonly own: Own }) {
  const { m, locale } = useLanguage();
  const t = m.own;
  const last = own.previousLogonAt;
  return (
    <Panel title={t.you}>
      <DescriptionList
        items={[
          { term: t.userId, detail: <span className="font-mono">{own.userId}</span> },
          { term: t.name, detail: own.name },
          { term: t.email, detail: own.email ?? m.common.none },
          { term: t.lastLogon, detail: last === null ? m.common.never : momentText(last, locale) },
        ]}
      />
    </Panel>
  );
}

function Rights({ own }: { readonly own: Own }) {
  const { m, locale } = useLanguage();
  const { labels } = words(locale);
  const t = m.own;
  const granted = services.flatMap((service) => {
    const actions = own.permissions.filter((each) => each.service === service);
    const detail = m.common.list(actions.map((each) => labels.action[each.action]));
    return actions.length === 0 ? [] : [{ term: labels.service[service], detail }];
  });
  const accounts = own.accounts.length === 0 ? t.allAccounts : m.common.list(own.accounts);
  return (
    <Panel title={t.rights}>
      {granted.length === 0 ? (
        <p>{t.noRights}</p>
      ) : (
        <DescriptionList items={[...granted, { term: t.accounts, detail: accounts }]} />
      )}
    </Panel>
  );
}

function Limits({ own }: { readonly own: Own }) {
  const { m, locale } = useLanguage();
  const { labels } = words(locale);
  const t = m.own;
  return (
    <Panel title={t.limits}>
      {own.limits.length === 0 ? (
        <p>{t.noLimits}</p>
      ) : (
        <Table
          caption={t.limits}
          rows={own.limits}
          rowKey={(limit) => limit.service}
          columns={[
            {
              key: 'service',
              title: t.service,
              heads: true,
              cell: (limit) => labels.service[limit.service],
            },
            {
              key: 'perTransaction',
              title: t.perTransaction,
              numeric: true,
              cell: (limit) => formatYen(limit.effective.perTransaction),
            },
            {
              key: 'perDay',
              title: t.perDay,
              numeric: true,
              cell: (limit) => formatYen(limit.effective.perDay),
            },
            {
              key: 'usedToday',
              title: t.usedToday,
              numeric: true,
              cell: (limit) => formatYen(limit.usedToday),
            },
            {
              key: 'leftToday',
              title: t.leftToday,
              numeric: true,
              cell: (limit) => (
                <strong>{formatYen(Math.max(0, limit.effective.perDay - limit.usedToday))}</strong>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
