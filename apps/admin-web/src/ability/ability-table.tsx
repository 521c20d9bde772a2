import type { Ability, AbilityReason } from '@monban/domain/ability';
import { type AbilityGroup, summarize } from '@monban/domain/ability-summary';
import { words } from '@monban/domain/wording/words';
import { Badge } from '@monban/ui/badge/badge';
import { Notice } from '@monban/ui/notice/notice';
import { Table } from '@monban/ui/table/table';
import type { ReactNode } from 'react';
import { useLanguage } from '../messages/inside.ts';

interface AbilityProps {
  readonly abilities: readonly Ability[];
  /** The way to take a reason away, where whoever looks has one. */
  readonly mend?: (reason: AbilityReason) => ReactNode;
}

/** What somebody can do right now, service by service; if not, everything that is in the way (R13, R14). */
export function AbilityTable({ abilities, mend }: AbilityProps) {
  const { m, locale } = useLanguage();
  const { labels } = words(locale);
  const t = m.ability;
  const { general, groups } = summarize(abilities);
  if (groups.length === 0) return <p>{t.noServices}</p>;
  return (
    <>
      {general.length > 0 && (
        <Notice tone="danger" title={t.nothing}>
          <Reasons reasons={general} mend={mend} />
        </Notice>
      )}
      <Table
        caption={t.title}
        rows={groups}
        rowKey={({ service, actions }) => `${service} ${actions.join()}`}
        columns={[
          {
            key: 'service',
            title: t.service,
            heads: true,
            cell: ({ service }) => labels.service[service],
          },
          {
            key: 'actions',
            title: t.actions,
            cell: ({ actions }) => m.common.list(actions.map((each) => labels.action[each])),
          },
          { key: 'now', title: t.now, cell: ({ allowed }) => <Standing allowed={allowed} /> },
          {
            key: 'reasons',
            title: t.reasons,
            cell: (group) => <Why group={group} mend={mend} />,
          },
        ]}
      />
    </>
  );
}

function Standing({ allowed }: { readonly allowed: boolean }) {
  const { ability: t } = useLanguage().m;
  return <Badge tone={allowed ? 'success' : 'neutral'}>{allowed ? t.can : t.cannot}</Badge>;
}

function Why(props: { readonly group: AbilityGroup; readonly mend: AbilityProps['mend'] }) {
  const { ability: t } = useLanguage().m;
  const { allowed, reasons } = props.group;
  if (allowed) return null;
  if (reasons.length === 0) return t.afterwards;
  return <Reasons reasons={reasons} mend={props.mend} />;
}

function Reasons(props: {
  readonly reasons: readonly AbilityReason[];
  readonly mend: AbilityProps['mend'];
}) {
  const { abilityReason } = words(useLanguage().locale);
  return (
    <ul className="flex flex-col gap-1">
      {props.reasons.map((reason) => (
        <li key={reason} className="flex flex-wrap items-center gap-x-3">
          {abilityReason(reason)}
          {props.mend?.(reason)}
        </li>
      ))}
    </ul>
  );
}
