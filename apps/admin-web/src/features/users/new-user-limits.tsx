import { isMoneyService, type Amounts } from '@monban/domain/limit';
import type { Yen } from '@monban/domain/money';
import { LimitEntry } from '../../forms/limit-entry.tsx';
import type { Form } from '../../forms/use-form.ts';
import type { NewUserQuery } from '../../graphql/generated/graphql.ts';
import { useMessages } from '../../messages/inside.ts';
import { type NewUserValues, servicesWithLimits } from './new-user.ts';

export type ContractServices = NonNullable<NonNullable<NewUserQuery['contract']>['services']>;

/** The limits (R14) of the services in which the new user may move money. */
export function NewUserLimits(props: {
  readonly form: Form<NewUserValues>;
  readonly contractServices: ContractServices;
}) {
  const m = useMessages();
  const limited = servicesWithLimits(props.form.values.permissions);
  const shown = props.contractServices.flatMap(({ ceiling, limit, service }) =>
    isMoneyService(service) && limited.includes(service) && ceiling !== null && limit !== null
      ? [{ service, upper: { ceiling: amounts(ceiling), contractLimit: amounts(limit) } }]
      : [],
  );
  if (shown.length === 0) return <p>{m.addUser.noLimits}</p>;
  return (
    <>
      <p>
        {m.addUser.limitsLead} {m.forms.amount.hint}
      </p>
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        {shown.map(({ service, upper }) => (
          <LimitEntry key={service} form={props.form} service={service} upper={upper} />
        ))}
      </div>
    </>
  );
}

/** The API says whole yen and nothing else. */
function amounts(given: { readonly perTransaction: number; readonly perDay: number }): Amounts {
  return { perTransaction: given.perTransaction as Yen, perDay: given.perDay as Yen };
}
