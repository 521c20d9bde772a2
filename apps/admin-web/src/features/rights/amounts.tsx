import type { Amounts } from '@monban/domain/limit';
import { formatYen, type Yen } from '@monban/domain/money';
import { Meter, type MeterTone } from '@monban/ui/meter/meter';
import { useMessages } from '../../messages/inside.ts';

/** Both amounts of a limit, one below the other. */
export function AmountPair(props: { readonly amounts: Amounts; readonly strong?: boolean }) {
  const { amounts, strong } = props;
  const t = useMessages().limits;
  return (
    <span className={strong === true ? 'font-bold' : ''}>
      <Amount label={t.once} amount={amounts.perTransaction} />
      <Amount label={t.daily} amount={amounts.perDay} />
    </span>
  );
}

function Amount(props: { readonly label: string; readonly amount: Yen }) {
  return (
    <span className="block tabular-nums lg:whitespace-nowrap">
      <span className="text-sm font-normal text-subtle">{props.label}</span>{' '}
      {formatYen(props.amount)}
    </span>
  );
}

/** From so much of the day's limit on, the bar warns. */
const nearlyAll = 0.8;

/** What of a day's limit is used, as a bar; a limit of ¥0 has none. */
export function UsedToday(props: {
  readonly label: string;
  readonly used: Yen;
  readonly total: Yen;
}) {
  const t = useMessages().limits;
  const { total, used } = props;
  if (total === 0) return <span className="text-subtle">{t.unusable}</span>;
  const left = Math.max(0, total - used);
  const tone: MeterTone = left === 0 ? 'full' : used >= total * nearlyAll ? 'near' : 'normal';
  return (
    <Meter
      label={props.label}
      labelHidden
      used={used}
      total={total}
      text={t.used(formatYen(used), formatYen(total))}
      tone={tone}
      note={left === 0 ? t.nothingLeft : t.left(formatYen(left))}
    />
  );
}
