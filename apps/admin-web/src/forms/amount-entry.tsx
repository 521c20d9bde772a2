import { formatYen, parseYenText, readYen } from '@monban/domain/money';
import { toHalfWidth } from '@monban/domain/id';
import { useMessages } from '../messages/messages.tsx';
import { type NamesOfText, TextEntry } from './text-entry.tsx';
import type { Form } from './use-form.ts';

/** What was understood of an amount as it is being typed, exactly; null: nothing yet. */
export function amountEcho(text: string): { yen: string; reading: string } | null {
  const read = parseYenText(text, 'amount');
  return read.ok ? { yen: formatYen(read.value), reading: readYen(read.value) } : null;
}

/** An amount of yen as people write it: `80万`, `1,000,000`, `８００，０００`. Empty is ¥0. */
export function AmountEntry<Values extends object, Name extends NamesOfText<Values>>(props: {
  readonly form: Form<Values>;
  readonly name: Name;
  readonly label: string;
  /** Said below the amount once it is above this. */
  readonly contractLimit: number | null;
  /** The amount that stands, as text, in a form that changes it. */
  readonly standing?: string;
}) {
  const m = useMessages();
  const { contractLimit, form, name, standing } = props;
  const value = form.values[name];
  const text = typeof value === 'string' ? value : (standing ?? '');
  const read = parseYenText(text, name);
  const echo = amountEcho(text);
  const above = contractLimit !== null && read.ok && read.value > contractLimit;
  return (
    <TextEntry
      form={form}
      name={name}
      label={props.label}
      inputMode="text"
      normalize={toHalfWidth}
      width="short"
      optional
      {...(standing === undefined ? {} : { standing })}
      after={
        <div role="status" className="text-sm">
          {echo !== null && (
            <p className="font-bold tabular-nums">{m.forms.amount.echo(echo.yen, echo.reading)}</p>
          )}
          {above && (
            <p className="text-warning">{m.forms.amount.aboveContract(formatYen(contractLimit))}</p>
          )}
        </div>
      }
    />
  );
}
