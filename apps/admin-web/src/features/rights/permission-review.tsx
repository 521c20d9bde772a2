import { Button } from '@monban/ui/button/button';
import { memo } from 'react';
import { ChangesPreview } from '../../forms/changes-preview.tsx';
import type { Confirmed } from '../../forms/confirmation.tsx';
import type { Form } from '../../forms/use-form.ts';
import { useMessages } from '../../messages/inside.ts';
import type { Company, CompanyUser } from './company.ts';
import { type GridEdits, targetsOf } from './grid-edits.ts';
import { reviewOf } from './review.ts';
import { namesOf, partOf } from './review-part.ts';
import { RightsReview } from './rights-review.tsx';

interface Reviewed {
  readonly company: Company;
  readonly edits: GridEdits;
  readonly onTakeBack: (users: readonly CompanyUser[]) => void;
}

/** What the boxes come to, user by user and for the company. */
export function PermissionReview(props: Reviewed & { readonly form: Form<Confirmed> }) {
  const { company, edits, form, onTakeBack } = props;
  const { rights: t } = useMessages();
  return (
    <RightsReview form={form} isEmpty={targetsOf(company, edits).length === 0} submit={t.submit}>
      <Preview company={company} edits={edits} onTakeBack={onTakeBack} />
    </RightsReview>
  );
}

/** Of 99 users it is long: drawn anew only for other edits, at which the function is another one too. */
const Preview = memo(
  function Preview({ company, edits, onTakeBack }: Reviewed) {
    const m = useMessages();
    const t = m.rights;
    const { consequences, parts } = reviewOf(company, targetsOf(company, edits));
    return (
      <ChangesPreview
        parts={parts.map((part) => ({
          ...partOf(m, part),
          aside: (
            <Button
              kind="quiet"
              compact
              label={t.takeBackOf(namesOf(m, part.users))}
              onPress={() => onTakeBack(part.users)}
            >
              {t.takeBack}
            </Button>
          ),
        }))}
        consequences={consequences}
        notes={t.told}
      />
    );
  },
  (before, after) => before.company === after.company && before.edits === after.edits,
);
