import { effectiveLimit } from '@monban/domain/limit';
import { words } from '@monban/domain/wording/words';
import { buttonClass } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { Table } from '@monban/ui/table/table';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { AmountPair, UsedToday } from './amounts.tsx';
import type { Layers } from './company.ts';

/** The desk's ceiling and the company's own limit, service by service. */
export function ContractLimits({ layers }: { readonly layers: readonly Layers[] }) {
  const { m, locale } = useLanguage();
  const t = m.limits;
  const { service: names } = words(locale).labels;
  return (
    <Panel
      title={t.contract.title}
      aside={
        <Link className={buttonClass('secondary', true)} to={paths.contractLimits}>
          {t.contract.change}
        </Link>
      }
    >
      <Table
        caption={t.contract.title}
        rows={layers}
        rowKey={({ service }) => service}
        columns={[
          {
            key: 'service',
            title: t.service,
            heads: true,
            cell: ({ service }) => names[service],
          },
          {
            key: 'ceiling',
            title: t.ceiling,
            numeric: true,
            cell: ({ ceiling }) => <AmountPair amounts={ceiling} />,
          },
          {
            key: 'contractLimit',
            title: t.contractLimit,
            numeric: true,
            cell: ({ contractLimit }) => <AmountPair amounts={contractLimit} />,
          },
          {
            key: 'usedToday',
            title: t.usedToday,
            cell: ({ ceiling, contractLimit, service, usedToday }) => (
              <UsedToday
                label={`${t.usedToday} ${names[service]}`}
                used={usedToday}
                total={effectiveLimit(ceiling, contractLimit, ceiling).perDay}
              />
            ),
          },
        ]}
      />
    </Panel>
  );
}
