import type { MoneyService } from '@monban/domain/limit';
import { formatYen } from '@monban/domain/money';
import { words } from '@monban/domain/wording/words';
import { AmountEntry } from '../../forms/amount-entry.tsx';
import type { Form } from '../../forms/use-form.ts';
import type { NewUserQuery } from '../../graphql/generated/graphql.ts';
import { useLanguage } from '../../messages/inside.ts';
import { limitField, type NewUserValues, servicesWithLimits } from './new-user.ts';

export type ContractServices = NonNullable<NonNullable<NewUserQuery['contract']>['services']>;

/** The limits (R14) of the services in which the new user may move money. */
export function NewUserLimits(props: {
  readonly form: Form<NewUserValues>;
  readonly contractServices: ContractServices;
}) {
  const { m } = useLanguage();
  const services = servicesWithLimits(props.form.values.permissions);
  if (services.length === 0) return <p>{m.addUser.noLimits}</p>;
  return (
    <>
      <p>
        {m.addUser.limitsLead} {m.forms.amount.hint}
      </p>
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        {services.map((service) => (
          <ServiceLimit key={service} service={service} {...props} />
        ))}
      </div>
    </>
  );
}

function ServiceLimit(props: {
  readonly service: MoneyService;
  readonly form: Form<NewUserValues>;
  readonly contractServices: ContractServices;
}) {
  const { m, locale } = useLanguage();
  const { form, service } = props;
  const name = words(locale).labels.service[service];
  const limit = props.contractServices.find((each) => each.service === service)?.limit ?? null;
  return (
    <fieldset className="flex flex-col gap-3 rounded-8 border border-line p-4">
      <legend className="px-1 font-bold">{name}</legend>
      {limit !== null && (
        <p className="text-sm text-subtle">
          {m.addUser.contractLimit(formatYen(limit.perTransaction), formatYen(limit.perDay))}
        </p>
      )}
      <AmountEntry
        form={form}
        name={limitField(service, 'perTransaction')}
        label={m.addUser.perTransaction}
        contractLimit={limit?.perTransaction ?? null}
      />
      <AmountEntry
        form={form}
        name={limitField(service, 'perDay')}
        label={m.addUser.perDay}
        contractLimit={limit?.perDay ?? null}
      />
    </fieldset>
  );
}
