import { formatYen } from '@monban/domain/money';
import type { Service } from '@monban/domain/permission';
import { words } from '@monban/domain/wording/words';
import { Meter, type MeterTone } from '@monban/ui/meter/meter';
import { Table } from '@monban/ui/table/table';
import { useLanguage } from '../messages/inside.ts';

interface Amounts {
  readonly perTransaction: number;
  readonly perDay: number;
}

export interface StandingLimit {
  readonly service: Service;
  readonly limit: Amounts;
  /** What counts, the contract's layers taken into account. */
  readonly effective: Amounts;
  readonly usedToday: number;
}

/** The limits of one person (R14), and what is left of today's. `own`: also where more was set than counts. */
export function LimitTable(props: {
  readonly limits: readonly StandingLimit[];
  readonly own: boolean;
}) {
  const { m, locale } = useLanguage();
  const { labels } = words(locale);
  const t = m.ability;
  if (props.limits.length === 0) return <p>{t.noLimits}</p>;
  const amount = (limit: StandingLimit, what: keyof Amounts) => (
    <Amount limit={limit} what={what} own={props.own} />
  );
  return (
    <Table
      caption={t.limits}
      rows={props.limits}
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
        { key: 'today', title: t.today, cell: (limit) => <Today limit={limit} /> },
      ]}
    />
  );
}

function Amount(props: {
  readonly limit: StandingLimit;
  readonly what: keyof Amounts;
  readonly own: boolean;
}) {
  const { ability: t } = useLanguage().m;
  const counts = props.limit.effective[props.what];
  const set = props.limit.limit[props.what];
  if (!props.own) return formatYen(counts);
  return (
    <>
      {formatYen(set)}
      {counts < set && (
        <span className="block text-sm text-warning">{t.effective(formatYen(counts))}</span>
      )}
    </>
  );
}

/** Of a day's limit, when it is nearly used up. */
const near = 0.8;

function Today({ limit }: { readonly limit: StandingLimit }) {
  const { m, locale } = useLanguage();
  const { ability: t } = m;
  const { perDay } = limit.effective;
  const used = limit.usedToday;
  if (perDay === 0) return <span className="text-subtle">{t.unusable}</span>;
  const tone: MeterTone = used >= perDay ? 'full' : used >= perDay * near ? 'near' : 'normal';
  return (
    <span className="block md:min-w-56">
      <Meter
        label={t.usedOf(words(locale).labels.service[limit.service])}
        labelHidden
        used={used}
        total={perDay}
        text={t.used(formatYen(used), formatYen(perDay))}
        tone={tone}
        note={t.left(formatYen(Math.max(0, perDay - used)))}
      />
    </span>
  );
}
