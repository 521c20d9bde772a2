import type { Amounts } from '@monban/domain/limit';
import { formatYen } from '@monban/domain/money';
import { words } from '@monban/domain/wording/words';
import { AmountEntry } from '../../forms/amount-entry.tsx';
import { amountNames, amountText, limitField, type LimitValues } from '../../forms/limit-fields.ts';
import type { Form } from '../../forms/use-form.ts';
import { useLanguage } from '../../messages/inside.ts';
import type { Layers } from './company.ts';

/** The company's limit in one service, below the desk's ceiling. */
export function ContractLimitEntry(props: {
  readonly form: Form<LimitValues>;
  readonly layers: Layers;
  readonly standing: Amounts;
}) {
  const { form, layers, standing } = props;
  const { m, locale } = useLanguage();
  const { perDay, perTransaction } = layers.ceiling;
  return (
    <fieldset className="flex flex-col gap-3 rounded-8 border border-line p-4">
      <legend className="px-1 font-bold">{words(locale).labels.service[layers.service]}</legend>
      <p className="text-subtle">
        {m.common.pair(
          m.limits.ceiling,
          m.limits.both(formatYen(perTransaction), formatYen(perDay)),
        )}
      </p>
      {amountNames.map((amount) => (
        <AmountEntry
          key={amount}
          form={form}
          name={limitField(layers.service, amount)}
          label={m.addUser[amount]}
          contractLimit={null}
          standing={amountText(standing[amount])}
        />
      ))}
    </fieldset>
  );
}
