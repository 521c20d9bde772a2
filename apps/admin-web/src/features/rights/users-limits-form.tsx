import { effectiveLimit } from '@monban/domain/limit';
import { formatYen } from '@monban/domain/money';
import { words } from '@monban/domain/wording/words';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { Panel } from '@monban/ui/panel/panel';
import { AmountEntry } from '../../forms/amount-entry.tsx';
import { ChangesPreview } from '../../forms/changes-preview.tsx';
import { type Confirmed, notConfirmed } from '../../forms/confirmation.tsx';
import {
  amountNames,
  limitField,
  limitFields,
  type LimitValues,
} from '../../forms/limit-fields.ts';
import { type Form, useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { type Company, type CompanyUser, found, type Layers } from './company.ts';
import { reviewOf } from './review.ts';
import { namesOf, partOf } from './review-part.ts';
import { RightsForm } from './rights-form.tsx';
import { RightsReview } from './rights-review.tsx';
import { setUserRightsDocument } from './rights.graphql.ts';
import { useStandingCompany } from './use-company.ts';
import { useConclude } from './use-conclude.ts';
import { checkUsersLimits, limitTargets, rangeOf } from './users-limits-values.ts';

type Values = Confirmed & LimitValues;

const untouched: Values = { ...notConfirmed, ...limitFields(null) };

/** Amounts that everybody who was chosen is to have; what is left empty stays as each of them has it. */
export function UsersLimitsForm(props: {
  readonly company: Company;
  readonly userIds: readonly string[];
}) {
  const { userIds } = props;
  const { m, locale } = useLanguage();
  const t = m.limits.users;
  const set = useCommand(setUserRightsDocument);
  const standing = useStandingCompany(props.company, ({ userId }) => userIds.includes(userId));
  const company = standing.thing;
  const users = found(company.users, userIds, '');
  const form = useForm<Values>({
    name: 'users-limits',
    initial: untouched,
    secrets: ['confirmationPin', 'sure'],
  });
  const conclude = useConclude(form, standing);
  const { values } = form;
  const review = reviewOf(company, limitTargets(company, users, values));

  const send = async () => {
    const { confirmationPin } = values;
    const outcome = await set({ input: { changes: [...review.input], confirmationPin } });
    const changed = review.input.reduce((sum, each) => sum + each.users.length, 0);
    await conclude(outcome, { to: paths.limits, done: t.done(changed) });
  };

  return (
    <RightsForm
      form={form}
      standing={standing}
      check={() => checkUsersLimits(m, words(locale), company, users, values)}
      send={send}
    >
      <Panel title={t.title}>
        <p>{t.formLead(namesOf(m, users))}</p>
        <p>{t.emptyStays}</p>
        <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
          {company.layers.map((layers) => (
            <SameLimit key={layers.service} form={form} users={users} layers={layers} />
          ))}
        </div>
      </Panel>
      <RightsReview form={form} isEmpty={review.parts.length === 0} submit={t.submit}>
        <ChangesPreview
          parts={review.parts.map((part) => partOf(m, part))}
          consequences={review.consequences}
          notes={m.rights.told}
        />
      </RightsReview>
    </RightsForm>
  );
}

/** One service: what they have now, what the contract allows, what all of them are to have. */
function SameLimit(props: {
  readonly form: Form<LimitValues>;
  readonly users: readonly CompanyUser[];
  readonly layers: Layers;
}) {
  const { form, layers, users } = props;
  const { m, locale } = useLanguage();
  const t = m.limits;
  const { service } = layers;
  const top = effectiveLimit(layers.ceiling, layers.contractLimit, layers.ceiling);
  return (
    <fieldset className="flex flex-col gap-3 rounded-8 border border-line p-4">
      <legend className="px-1 font-bold">{words(locale).labels.service[service]}</legend>
      <DescriptionList
        items={[
          {
            term: t.users.now,
            detail: t.both(
              rangeOf(m, users, service, 'perTransaction'),
              rangeOf(m, users, service, 'perDay'),
            ),
          },
          {
            term: t.contractLimit,
            detail: t.both(formatYen(top.perTransaction), formatYen(top.perDay)),
          },
        ]}
      />
      {amountNames.map((amount) => (
        <AmountEntry
          key={amount}
          form={form}
          name={limitField(service, amount)}
          label={m.addUser[amount]}
          contractLimit={top[amount]}
        />
      ))}
    </fieldset>
  );
}
