import { formatYen } from '@monban/domain/money';
import { byService } from '@monban/domain/permission';
import { words } from '@monban/domain/wording/words';
import { Panel } from '@monban/ui/panel/panel';
import { Table } from '@monban/ui/table/table';
import { useLanguage } from '../../../messages/inside.ts';
import type { ContractServices } from '../new-user-limits.tsx';
import { isAbove } from './import-follows.ts';
import type { DryRun } from './use-dry-run.ts';

type User = DryRun['users'][number];

/** Everybody whom the file adds, with what they may do and for how much. */
export function ImportPreview(props: {
  readonly users: readonly User[];
  readonly services: ContractServices;
}) {
  const { m } = useLanguage();
  const t = m.importUsers.preview;
  return (
    <Panel title={t.title(props.users.length)}>
      <Table
        caption={t.caption}
        rows={props.users}
        rowKey={({ userId }) => userId}
        columns={[
          { key: 'line', title: t.line, numeric: true, cell: ({ line }) => line },
          {
            key: 'userId',
            title: m.users.columns.userId,
            heads: true,
            cell: (user) => user.userId,
          },
          { key: 'name', title: m.users.columns.name, cell: ({ name }) => name },
          { key: 'email', title: m.addUser.email, cell: ({ email }) => email ?? m.common.none },
          { key: 'rights', title: t.rights, cell: (user) => <Rights user={user} /> },
          {
            key: 'limits',
            title: t.limits,
            cell: (user) => <Limits user={user} services={props.services} />,
          },
        ]}
      />
    </Panel>
  );
}

function Rights({ user }: { readonly user: User }) {
  const { m, locale } = useLanguage();
  const { action, service } = words(locale).labels;
  const rights = byService(user.permissions).map((each) =>
    m.importUsers.preview.right(
      service[each.service],
      m.common.list(each.actions.map((one) => action[one])),
    ),
  );
  return <Lines lines={rights.length === 0 ? [m.common.none] : rights} />;
}

function Limits(props: { readonly user: User; readonly services: ContractServices }) {
  const { m, locale } = useLanguage();
  const { service } = words(locale).labels;
  const t = m.importUsers.preview;
  const limits = props.user.limits.flatMap((each) => {
    const { perDay, perTransaction } = each.limit;
    return [
      t.limit(service[each.service], formatYen(perTransaction), formatYen(perDay)),
      ...(isAbove(each, props.services) ? [t.above] : []),
    ];
  });
  return <Lines lines={limits.length === 0 ? [t.noLimits] : limits} />;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line, index) => (
    <span key={index} className="block">
      {line}
    </span>
  ));
}
