import { type Amounts, effectiveLimit, type MoneyService } from '@monban/domain/limit';
import { formatYen } from '@monban/domain/money';
import { words } from '@monban/domain/wording/words';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { useLanguage, useMessages } from '../messages/inside.ts';
import { AmountEntry } from './amount-entry.tsx';
import {
  amountNames,
  amountText,
  amountsOf,
  limitField,
  type LimitValues,
} from './limit-fields.ts';
import type { Form } from './use-form.ts';

/** The two layers above a user's limit. */
export interface UpperLayers {
  readonly ceiling: Amounts;
  readonly contractLimit: Amounts;
}

/** Both amounts of a user's limit in one service, beside the layers above them and what comes of all three (R14). */
export function LimitEntry(props: {
  readonly form: Form<LimitValues>;
  readonly service: MoneyService;
  readonly upper: UpperLayers;
  /** What stands, in a form that changes it. */
  readonly standing?: Amounts;
}) {
  const { form, service, standing, upper } = props;
  const { m, locale } = useLanguage();
  const t = m.limits;
  const top = effectiveLimit(upper.ceiling, upper.contractLimit, upper.ceiling);
  const entered = amountsOf(form.values, service, standing);
  return (
    <fieldset className="flex flex-col gap-3 rounded-8 border border-line p-4">
      <legend className="px-1 font-bold">{words(locale).labels.service[service]}</legend>
      {amountNames.map((amount) => (
        <AmountEntry
          key={amount}
          form={form}
          name={limitField(service, amount)}
          label={m.addUser[amount]}
          contractLimit={top[amount]}
          {...(standing === undefined ? {} : { standing: amountText(standing[amount]) })}
        />
      ))}
      <DescriptionList
        items={[
          { term: t.ceiling, detail: <Both amounts={upper.ceiling} /> },
          { term: t.contractLimit, detail: <Both amounts={upper.contractLimit} /> },
          ...(entered === null
            ? []
            : [
                {
                  term: t.inEffect,
                  detail: (
                    <strong>
                      <Both amounts={effectiveLimit(upper.ceiling, upper.contractLimit, entered)} />
                    </strong>
                  ),
                },
              ]),
        ]}
      />
    </fieldset>
  );
}

function Both({ amounts }: { readonly amounts: Amounts }) {
  const t = useMessages().limits;
  return (
    <span className="tabular-nums">
      {t.both(formatYen(amounts.perTransaction), formatYen(amounts.perDay))}
    </span>
  );
}
