import { limitOf } from '@monban/domain/change';
import type { ServiceLimit } from '@monban/domain/history-event';
import { words } from '@monban/domain/wording/words';
import { Panel } from '@monban/ui/panel/panel';
import { ChangesPreview } from '../../forms/changes-preview.tsx';
import { type Confirmed, notConfirmed } from '../../forms/confirmation.tsx';
import {
  limitEdits,
  limitFieldOfPath,
  limitFields,
  type LimitValues,
} from '../../forms/limit-fields.ts';
import { useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import type { Company } from './company.ts';
import { ContractLimitEntry } from './contract-limit-entry.tsx';
import {
  checkContractLimitFields,
  reviewContractLimits,
  standingLimits,
} from './contract-limits-values.ts';
import { partOf } from './review-part.ts';
import { RightsForm } from './rights-form.tsx';
import { RightsReview } from './rights-review.tsx';
import { setContractLimitsDocument } from './rights.graphql.ts';
import { useStandingCompany } from './use-company.ts';
import { useConclude } from './use-conclude.ts';

type Values = Confirmed & LimitValues;

const untouched: Values = { ...notConfirmed, ...limitFields(null) };

/** The company's limits as they stand, what becomes of them, and for whom that counts. */
export function ContractLimitsForm(props: {
  readonly company: Company;
  /** What to begin with, instead of what stands: limits as they were before some change. */
  readonly begin: readonly ServiceLimit[] | null;
}) {
  const { begin } = props;
  const { m, locale } = useLanguage();
  const t = m.limits.contract;
  const set = useCommand(setContractLimitsDocument);
  const standing = useStandingCompany(props.company, () => false);
  const company = standing.thing;
  const limits = standingLimits(company.layers);
  const form = useForm<Values>({
    name: 'contract-limits',
    initial: untouched,
    begin: begin === null ? null : limitEdits(limits, begin),
    secrets: ['confirmationPin', 'sure'],
  });
  const conclude = useConclude(form, standing);
  const { values } = form;
  const review = reviewContractLimits(company, values);

  const send = async () => {
    const { confirmationPin } = values;
    const sent = [...review.input];
    const expectedVersion = company.version;
    const outcome = await set({ input: { limits: sent, expectedVersion, confirmationPin } });
    await conclude(outcome, {
      to: paths.limits,
      done: t.done,
      fieldOf: (path) => limitFieldOfPath(sent, path),
    });
  };

  return (
    <RightsForm
      form={form}
      standing={standing}
      check={() => checkContractLimitFields(m, words(locale), company, values)}
      send={send}
    >
      <Panel title={t.title}>
        <p>{m.forms.amount.hint}</p>
        <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
          {company.layers.map((layers) => (
            <ContractLimitEntry
              key={layers.service}
              form={form}
              layers={layers}
              standing={limitOf(limits, layers.service)}
            />
          ))}
        </div>
      </Panel>
      <RightsReview form={form} isEmpty={review.changes.length === 0} submit={t.submit}>
        <ChangesPreview
          parts={[
            { whose: t.title, changes: review.changes },
            ...review.inEffect.map((part) => partOf(m, part, t.ofUsers)),
          ]}
          consequences={review.consequences}
          notes={t.told}
        />
      </RightsReview>
    </RightsForm>
  );
}
