import { services } from '@monban/domain/permission';
import { formatYen } from '@monban/domain/money';
import { words } from '@monban/domain/wording/words';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { Panel } from '@monban/ui/panel/panel';
import { Table } from '@monban/ui/table/table';
import type { UserQuery } from '../../graphql/generated/graphql.ts';
import { useLanguage } from '../../messages/inside.ts';

type User = NonNullable<NonNullable<UserQuery['contract']>['user']>;

/** Permissions, accounts and limits of one user, to read and to print. */
export function UserRights({ user }: { readonly user: User }) {
  const { m, locale } = useLanguage();
  const { labels } = words(locale);
  const t = m.users.detail;
  const granted = services.flatMap((service) => {
    const actions = user.permissions.filter((each) => each.service === service);
    return actions.length === 0
      ? []
      : [
          {
            term: labels.service[service],
            detail: m.common.list(actions.map((each) => labels.action[each.action])),
          },
        ];
  });
  return (
    <>
      <Panel title={t.rights}>
        {granted.length === 0 && <p>{t.noRights}</p>}
        <DescriptionList
          items={[
            ...granted,
            {
              term: t.accounts,
              detail: user.accounts.length === 0 ? t.allAccounts : m.common.list(user.accounts),
            },
          ]}
        />
      </Panel>
      <Panel title={t.limits}>
        {user.limits.length === 0 ? <p>{t.noLimits}</p> : <Limits limits={user.limits} />}
      </Panel>
    </>
  );
}

type Limit = User['limits'][number];

function Limits({ limits }: { readonly limits: readonly Limit[] }) {
  const { m, locale } = useLanguage();
  const { labels } = words(locale);
  const t = m.users.detail;
  const amount = (limit: Limit, what: 'perTransaction' | 'perDay') => (
    <>
      {formatYen(limit.limit[what])}
      {limit.effective[what] < limit.limit[what] && (
        <span className="block text-sm text-warning">
          {t.effective(formatYen(limit.effective[what]))}
        </span>
      )}
    </>
  );
  return (
    <Table
      caption={t.limits}
      rows={limits}
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
          cell: (limit) => amount(limit, 'perTransaction'),
        },
        {
          key: 'perDay',
          title: t.perDay,
          numeric: true,
          cell: (limit) => amount(limit, 'perDay'),
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
          cell: (limit) => formatYen(Math.max(0, limit.effective.perDay - limit.usedToday)),
        },
      ]}
    />
  );
}
